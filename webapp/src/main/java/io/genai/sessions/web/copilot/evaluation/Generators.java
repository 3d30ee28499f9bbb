package io.genai.sessions.web.copilot.evaluation;

import io.genai.sessions.models.generate.OpenAiCompatibleGenerator;
import io.genai.sessions.models.generate.ServerOptions;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.SqlGenerator;
import io.genai.sessions.web.copilot.VerifiedQuestions;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.copilot.llm.LlmGenerator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens the generator that an evaluation was asked to run. */
final class Generators {
  private Generators() {}

  static SqlGenerator open(String name, GuardedQueries queries, String[] arguments) {
    SemanticModel model = SemanticModel.load();
    return switch (name) {
      case "embedded" -> new EmbeddedGenerator(model, DataProfile.read(queries));
      case "llm" ->
          new LlmGenerator(
              OpenAiCompatibleGenerator.connect(
                  ServerOptions.of(
                      URI.create(option(arguments, "llm.endpoint")),
                      option(arguments, "llm.model"))),
              model,
              new VerifiedQuestions(model, Path.of("none")),
              queries);
      default ->
          throw new IllegalArgumentException(
              "--generator must be embedded or llm, but was: " + name);
    };
  }

  private static String option(String[] arguments, String name) {
    String start = "--" + name + "=";
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(start))
        .map(argument -> argument.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("--generator=llm needs --" + name + "=…"));
  }
}
