package io.genai.sessions.models.generate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real material beside the checkout; a test that asks for it is skipped where it is absent. */
final class SharedData {
  private SharedData() {}

  static Path models(String name) {
    Path path = Path.of(System.getProperty("shared.directory", "shared"), "data", "models", name);
    assumeTrue(Files.exists(path), () -> "skipped: real material is absent: " + path);
    return path;
  }

  static JsonNode parity(String row) throws IOException {
    return new ObjectMapper().readTree(models("parity").resolve("parity.json").toFile()).get(row);
  }
}
