package io.genai.sessions.models.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The small files that lie beside a decoder: tokenizer, chat template, end tokens and context
 * length, as Hugging Face repositories and onnxruntime-genai folders keep them.
 *
 * @param root the directory with {@code tokenizer.json}
 */
record ModelDirectory(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Path tokenizer() {
    Path file = root.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          ModelException.Code.USER, "The model directory needs a tokenizer.json: " + root);
    }
    return file;
  }

  /** The only ONNX file in the directory or its {@code onnx/} folder. */
  Path onlyDecoder() {
    List<Path> found = new ArrayList<>();
    for (Path folder : List.of(root, root.resolve("onnx"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".onnx")).forEach(found::add);
        } catch (IOException e) {
          throw new UncheckedIOException("The model directory cannot be listed: " + folder, e);
        }
      }
    }
    Require.that(
        found.size() == 1,
        "%s must hold exactly 1 .onnx file, but holds: %s. Name the one to use.",
        root,
        found);
    return found.get(0);
  }

  Optional<String> chatTemplate() {
    Path file = root.resolve("chat_template.jinja");
    if (Files.isRegularFile(file)) {
      try {
        return Optional.of(Files.readString(file));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    JsonNode template = read("tokenizer_config.json").path("chat_template");
    return template.isTextual() ? Optional.of(template.asText()) : Optional.empty();
  }

  /** Ids that end an output, from every file that names some. */
  List<Integer> endTokens(Vocabulary vocabulary) {
    List<Integer> ids = new ArrayList<>();
    for (JsonNode named :
        List.of(
            read("generation_config.json").path("eos_token_id"),
            read("config.json").path("eos_token_id"),
            read("genai_config.json").path("model").path("eos_token_id"))) {
      if (named.isInt()) {
        ids.add(named.asInt());
      }
      named.elements().forEachRemaining(id -> ids.add(id.asInt()));
    }
    JsonNode token = read("tokenizer_config.json").path("eos_token");
    String text = token.isObject() ? token.path("content").asText() : token.asText();
    vocabulary.special(text).ifPresent(ids::add);
    return ids.stream().distinct().filter(id -> id < vocabulary.size()).toList();
  }

  /** Tokens that the model can look back on. */
  OptionalInt contextLength() {
    return Stream.of(
            read("config.json").path("max_position_embeddings"),
            read("config.json").path("n_positions"),
            read("genai_config.json").path("model").path("context_length"))
        .filter(JsonNode::isInt)
        .mapToInt(JsonNode::asInt)
        .findFirst();
  }

  private JsonNode read(String name) {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file)) {
      return JSON.missingNode();
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ModelException unreadable(Path file, IOException cause) {
    return new ModelException(
        ModelException.Code.DATA, "The model's file cannot be read: " + file, cause);
  }
}
