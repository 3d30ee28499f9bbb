package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks a chat completions server for answers, again while it is busy or broken. */
final class ServerClient {
  private final ServerOptions options;
  private final URI address;
  private final HttpClient client;

  ServerClient(ServerOptions options) {
    this.options = options;
    String base = options.endpoint().toString().replaceAll("/+$", "").replaceAll("/v1$", "");
    address = URI.create(base + "/v1/chat/completions");
    client =
        HttpClient.newBuilder()
            .connectTimeout(options.timeout())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** What came of one try. */
  private sealed interface Attempt {
    record Answered(Generation generation) implements Attempt {}

    /** No answer, though another try may bring one. */
    record SetBack(String reason, Optional<String> retryAfter, Optional<IOException> cause)
        implements Attempt {}
  }

  /** The answer to one prompt of the request. */
  Generation ask(GenerationRequest request, int prompt, GenerationListener listener) {
    HttpRequest question = question(ChatCompletion.request(options.model(), request, prompt));
    RetryPause pause = new RetryPause(options.firstPause(), options.timeout());
    for (int attempt = 1; ; attempt++) {
      StreamedAnswer answer = new StreamedAnswer(prompt, listener);
      Attempt outcome = tryOnce(question, answer);
      if (outcome instanceof Attempt.Answered answered) {
        return answered.generation();
      } else if (outcome instanceof Attempt.SetBack setBack) {
        if (attempt == options.attempts() || answer.toldSomeone()) {
          throw new ModelException(
              ModelException.Code.RESOURCE,
              setBack.reason() + " (attempt " + attempt + " of " + options.attempts() + ")",
              setBack.cause().orElse(null));
        }
        sleep(pause.next(setBack.retryAfter()));
      }
    }
  }

  private HttpRequest question(String body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address)
            .timeout(options.timeout())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    options.apiKey().ifPresent(key -> builder.header("Authorization", "Bearer " + key));
    return builder.build();
  }

  private Attempt tryOnce(HttpRequest question, StreamedAnswer answer) {
    CompletableFuture<Void> deadline = new CompletableFuture<>();
    AtomicBoolean late = new AtomicBoolean();
    try {
      HttpResponse<InputStream> response =
          client.send(question, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        // The request's own time-out ends with the headers; this one holds to the last word.
        var unused =
            deadline
                .orTimeout(options.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(
                    timeout -> {
                      late.set(true);
                      close(body);
                      return null;
                    });
        if (response.statusCode() != 200) {
          return refused(response, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        return answer
            .read(body)
            .<Attempt>map(Attempt.Answered::new)
            .orElseGet(
                () ->
                    new Attempt.SetBack(
                        "The answer of " + address + " broke off",
                        Optional.empty(),
                        Optional.empty()));
      }
    } catch (HttpTimeoutException e) {
      throw tooLate(e);
    } catch (IOException e) {
      if (late.get()) {
        throw tooLate(e);
      }
      return new Attempt.SetBack(
          "The connection to " + address + " failed: " + e, Optional.empty(), Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          ModelException.Code.RESOURCE, "Asking " + address + " was interrupted", e);
    } finally {
      deadline.complete(null);
    }
  }

  private Attempt refused(HttpResponse<InputStream> response, String body) {
    int status = response.statusCode();
    String said = address + " answered " + status + ": " + ChatCompletion.errorMessage(body);
    if (status == 408 || status == 429 || status >= 500) {
      return new Attempt.SetBack(
          said, response.headers().firstValue("Retry-After"), Optional.empty());
    }
    String nextStep =
        switch (status) {
          case 401, 403 -> " Check the API key.";
          case 404 -> " Check the endpoint and the model's name '" + options.model() + "'.";
          default -> " The server does not take this request.";
        };
    throw new ModelException(
        ModelException.Code.USER, (said.endsWith(".") ? said : said + ".") + nextStep);
  }

  private ModelException tooLate(IOException cause) {
    return new ModelException(
        ModelException.Code.RESOURCE,
        address
            + " gave no whole answer within "
            + options.timeout()
            + ". Raise the time-out or ask for fewer tokens.",
        cause);
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // The reader, which this wakes, reports the failure.
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          ModelException.Code.RESOURCE, "Waiting to ask the server again was interrupted", e);
    }
  }
}
