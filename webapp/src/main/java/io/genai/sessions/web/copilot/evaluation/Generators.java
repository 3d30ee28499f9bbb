package io.genai.sessions.web.copilot.evaluation;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.SqlGenerator;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import java.nio.file.Path;

/** Opens the generator that an evaluation was asked to run. */
final class Generators {
  private Generators() {}

  static SqlGenerator open(String name, Path warehouse, String[] arguments) {
    if (!name.equals("embedded")) {
      throw new IllegalArgumentException("--generator must be embedded, but was: " + name);
    }
    return new EmbeddedGenerator(SemanticModel.load(), DataProfile.read(warehouse));
  }
}
