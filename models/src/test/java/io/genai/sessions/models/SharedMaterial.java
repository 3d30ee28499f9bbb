package io.genai.sessions.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real material beside the checkout; a test that asks for what is absent is skipped. */
public final class SharedMaterial {
  private SharedMaterial() {}

  public static Path file(String relative) {
    Path path = Path.of(System.getProperty("shared.directory")).resolve(relative);
    assumeTrue(Files.exists(path), () -> "skipped: " + path + " is absent");
    return path;
  }

  /** Published reference values. */
  public static JsonNode parity(String entry) throws IOException {
    return new ObjectMapper().readTree(file("data/models/parity/parity.json").toFile()).path(entry);
  }
}
