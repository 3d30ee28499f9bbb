package io.genai.sessions.models.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.ModelException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A language model behind a server that speaks OpenAI's chat completions (vLLM, TGI, Ollama,
 * llama.cpp). Prompts are asked side by side and streamed; a busy or failing server is asked again.
 */
public final class OpenAiCompatibleGenerator implements TextGenerator {
  private static final ObjectMapper STRICT_JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String id;
  private final ServerClient client;
  private final ExecutorService threads;

  private OpenAiCompatibleGenerator(String id, ServerOptions options) {
    this.id = id;
    client = new ServerClient(options);
    threads =
        Executors.newFixedThreadPool(
            options.parallelRequests(),
            task -> {
              Thread thread = new Thread(task, "ask-" + id);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A generator whose id is {@code server:} and the model's name. Nothing is asked yet. */
  public static OpenAiCompatibleGenerator connect(ServerOptions options) {
    return new OpenAiCompatibleGenerator("server:" + options.model(), options);
  }

  @Override
  public String id() {
    return id;
  }

  /** As in the interface; pieces of several prompts may be told at once, from several threads. */
  @Override
  public List<Generation> generate(GenerationRequest request, GenerationListener listener) {
    List<Future<Generation>> answers =
        IntStream.range(0, request.prompts().size())
            .mapToObj(prompt -> threads.submit(() -> answer(request, prompt, listener)))
            .toList();
    try {
      List<Generation> generations = new java.util.ArrayList<>();
      for (Future<Generation> answer : answers) {
        generations.add(answer.get());
      }
      return generations;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ModelException known
          ? known
          : new ModelException(
              ModelException.Code.INTERNAL, "Asking the server failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          ModelException.Code.RESOURCE, "Waiting for the server was interrupted", e);
    } finally {
      answers.forEach(answer -> answer.cancel(true));
    }
  }

  private Generation answer(GenerationRequest request, int prompt, GenerationListener listener) {
    Generation generation = client.ask(request, prompt, listener);
    if (request.constraint() instanceof OutputConstraint.Json
        && generation.finish() instanceof FinishReason.EndOfText) {
      requireJson(generation.text());
      return new Generation(
          generation.text(), new FinishReason.ConstraintMet(), generation.usage());
    }
    return generation;
  }

  private void requireJson(String text) {
    try {
      STRICT_JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          ModelException.Code.DATA,
          "The server "
              + id
              + " ignored response_format and answered with: "
              + text.substring(0, Math.min(200, text.length()))
              + ". Use a server that holds answers to a JSON schema.",
          e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
