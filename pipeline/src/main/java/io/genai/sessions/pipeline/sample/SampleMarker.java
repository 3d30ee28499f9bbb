package io.genai.sessions.pipeline.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code sample.json}: what a complete sample directory was made from.
 *
 * @param generator the version of the generator that made it
 */
record SampleMarker(int generator, int rows, long seed) {
  /** Raised with every change of the prompts or pictures, so that old samples are made anew. */
  static final int GENERATOR = 1;

  static final String FILE = "sample.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the directory holds; empty where no sample was completed. */
  static Optional<SampleMarker> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), SampleMarker.class));
    } catch (JsonProcessingException unreadable) {
      return Optional.of(new SampleMarker(0, 0, 0));
    }
  }

  void write(Path directory) throws IOException {
    JSON.writeValue(directory.resolve(FILE).toFile(), this);
  }
}
