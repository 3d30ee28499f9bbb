package io.genai.sessions.models.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.generate.Generation;
import io.genai.sessions.models.generate.GenerationRequest;
import io.genai.sessions.models.generate.JsonShape;
import io.genai.sessions.models.generate.LocalOptions;
import io.genai.sessions.models.generate.LocalTextGenerator;
import io.genai.sessions.models.generate.OutputConstraint;
import io.genai.sessions.models.generate.Prompt;
import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.models.hub.CatalogModel;
import io.genai.sessions.models.hub.ModelRole;
import io.genai.sessions.models.hub.ModelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a language model label prompts. All prompts share one instruction, which the model computes
 * once. The answer is held to an array of seven values, each from its closed vocabulary: without
 * names, and with every value decided by its first token or two, it is the shortest JSON that says
 * it. A prompt travels as a JSON string inside the user's turn; whatever it says, the answer keeps
 * its shape.
 */
public final class LlmPromptLabeler implements PromptLabeler {
  /** Ends the id: other instructions would make other labels. */
  private static final String VERSION = "-labels-v2";

  /**
   * Prompts that a local model labels in one batch: beyond, looking back at the instruction costs
   * what the products of int8 graphs gain.
   */
  private static final int BATCH = 12;

  /** Batches side by side, each of which takes about a gigabyte. */
  private static final int MOST_BATCHES = 4;

  /** An array of seven short values never needs more, even at one byte a token. */
  private static final int MAXIMUM_TOKENS = 128;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final TextGenerator generator;
  private final String instruction;
  private final OutputConstraint constraint;

  /**
   * @param generator is closed together with the labeller
   */
  public LlmPromptLabeler(TextGenerator generator) {
    this.generator = generator;
    LabelVocabulary vocabulary = LabelVocabulary.standard();
    this.instruction = LabelInstruction.of(vocabulary);
    List<JsonShape> items = new ArrayList<>();
    vocabulary.values().values().forEach(values -> items.add(new JsonShape.Choice(values)));
    items.add(
        new JsonShape.WholeNumber(
            PromptLabels.MINIMUM_COMPLEXITY, PromptLabels.MAXIMUM_COMPLEXITY));
    items.add(new JsonShape.Flag());
    this.constraint = new OutputConstraint.Json(new JsonShape.Tuple(items));
  }

  /**
   * Has a text generator of the catalogue label prompts.
   *
   * @param id of the model
   * @throws ModelException USER if it generates no text or is not installed, DATA if its files are
   *     no text generator
   */
  public static LlmPromptLabeler ofCatalogue(ModelStore store, String id) {
    CatalogModel model = store.model(id);
    if (model.role() != ModelRole.TEXT_GENERATOR) {
      throw new ModelException(
          Code.USER,
          "Labels need an installed model with the role %s, but '%s' is a %s"
              .formatted(ModelRole.TEXT_GENERATOR.word(), id, model.role().word()));
    }
    Path decoder =
        store.files(model).stream()
            .filter(file -> file.toString().endsWith(".onnx"))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        Code.DATA, "Model '%s' has no file that ends in .onnx".formatted(id)));
    Path directory = store.file(model, "tokenizer.json").toAbsolutePath().getParent();
    return new LlmPromptLabeler(LocalTextGenerator.open(id, directory, decoder, localOptions()));
  }

  /**
   * How a local model labels many prompts in the least time: in batches side by side, each on
   * threads of its own, so that none waits for another at every operator. It shares the processors
   * out by itself, so that threads that label with one labeller take turns, a request each.
   */
  public static LocalOptions localOptions() {
    InferenceThreads all = InferenceThreads.allCores();
    return LocalOptions.defaults()
        .withMaximumBatch(BATCH)
        .withBatchesAtOnce(Math.min(MOST_BATCHES, all.count()));
  }

  @Override
  public String id() {
    return generator.id() + VERSION;
  }

  @Override
  public List<PromptLabels> label(List<String> prompts) {
    if (prompts.isEmpty()) {
      return List.of();
    }
    List<Prompt.Chat> chats =
        prompts.stream()
            .map(prompt -> Prompt.Chat.of(instruction, LabelInstruction.question(prompt)))
            .toList();
    return generator
        .generate(GenerationRequest.greedy(chats, MAXIMUM_TOKENS).withConstraint(constraint))
        .stream()
        .map(this::labels)
        .toList();
  }

  private PromptLabels labels(Generation generation) {
    try {
      JsonNode answer = JSON.readTree(generation.text());
      if (answer.isArray() && answer.size() == 7 && answer.get(5).isInt()) {
        return new PromptLabels(
            answer.get(0).asText(),
            answer.get(1).asText(),
            answer.get(2).asText(),
            answer.get(3).asText(),
            answer.get(4).asText(),
            answer.get(5).asInt(),
            answer.get(6).asBoolean());
      }
      throw noLabels(generation, null);
    } catch (JsonProcessingException e) {
      throw noLabels(generation, e);
    }
  }

  private ModelException noLabels(Generation generation, Exception cause) {
    return new ModelException(
        Code.DATA,
        "Model '%s' must answer with an array of seven labels, but answered: %s. Use a model or a server that holds answers to a JSON schema."
            .formatted(generator.id(), generation.text()),
        cause);
  }

  @Override
  public void close() {
    generator.close();
  }
}
