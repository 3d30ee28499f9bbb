package io.genai.sessions.pipeline.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.genai.sessions.pipeline.parts.DamagedInput;
import io.genai.sessions.pipeline.parts.PartArchive;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part's JSON, read entry by entry: {@code {"9f….png": {"p": prompt, "se": seed, "c": cfg, "st":
 * step, "sa": sampler}, …}}. An entry that stands twice is returned twice.
 */
final class PartJson implements Closeable {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(PartArchive.MAXIMUM_ENTRY_BYTES)
                          .build())
                  .build())
          .build();

  /**
   * What the JSON says of one image.
   *
   * @param prompt empty where there is none
   * @param misread the fields that are there but are not numbers, such as {@code "se": "abc"}
   */
  record Entry(
      String imageName,
      String prompt,
      Optional<Long> seed,
      Optional<Integer> step,
      Optional<Double> cfg,
      Optional<String> sampler,
      List<String> misread) {}

  private final JsonParser parser;
  private Optional<Entry> entry = Optional.empty();

  private PartJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Starts to read.
   *
   * @throws DamagedInput where this is not a JSON object
   */
  static PartJson of(byte[] json) throws DamagedInput {
    PartJson result;
    try {
      result = new PartJson(MAPPER.createParser(json));
    } catch (IOException e) {
      throw malformed(e);
    }
    if (result.nextToken() != JsonToken.START_OBJECT) {
      throw new DamagedInput("is not a JSON object");
    }
    return result;
  }

  /**
   * Moves to the next entry.
   *
   * @return false after the last one
   * @throws DamagedInput where the JSON breaks off or is malformed
   */
  boolean next() throws DamagedInput {
    JsonToken token = nextToken();
    if (token == JsonToken.END_OBJECT) {
      return false;
    }
    if (token == null) {
      throw new DamagedInput("breaks off");
    }
    try {
      String imageName = parser.currentName();
      parser.nextToken();
      entry = Optional.of(entryOf(imageName, parser.readValueAsTree()));
    } catch (IOException e) {
      throw malformed(e);
    }
    return true;
  }

  /** The entry that {@link #next} moved to. */
  Entry entry() {
    return entry.orElseThrow();
  }

  private JsonToken nextToken() throws DamagedInput {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The bytes are in memory: whatever fails here is the JSON's fault. */
  private static DamagedInput malformed(IOException e) {
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      return new DamagedInput(
          "is malformed at line %d, column %d: %s"
              .formatted(
                  json.getLocation().getLineNr(),
                  json.getLocation().getColumnNr(),
                  json.getOriginalMessage()));
    }
    return new DamagedInput("is malformed", e);
  }

  private static Entry entryOf(String imageName, JsonNode value) {
    List<String> misread = new ArrayList<>();
    OptionalDouble step = number(value, "st", misread);
    OptionalDouble cfg = number(value, "c", misread);
    OptionalDouble seed = number(value, "se", misread);
    return new Entry(
        imageName,
        value.path("p").isTextual() ? value.path("p").textValue() : "",
        seed.isPresent() ? Optional.of((long) seed.getAsDouble()) : Optional.empty(),
        step.isPresent() ? Optional.of((int) step.getAsDouble()) : Optional.empty(),
        cfg.isPresent() ? Optional.of(cfg.getAsDouble()) : Optional.empty(),
        text(value, "sa").map(Sampler::ofName).map(Sampler::label),
        misread);
  }

  /** A number, also one that stands in quotes. Seeds (32 bits) are exact in a double. */
  private static OptionalDouble number(JsonNode entry, String field, List<String> misread) {
    Optional<String> text = text(entry, field);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text.get());
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below, like every other value that is no number.
    }
    misread.add("\"" + field + "\": " + entry.get(field));
    return OptionalDouble.empty();
  }

  /** A field as text; nothing where it is absent or null. */
  private static Optional<String> text(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(value.isValueNode() ? value.asText() : value.toString());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
