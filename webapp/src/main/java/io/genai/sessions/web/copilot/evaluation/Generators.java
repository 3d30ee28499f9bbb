package io.genai.sessions.web.copilot.evaluation;

import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.SqlGenerator;
import io.genai.sessions.web.copilot.VerifiedQuestions;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.copilot.llm.LanguageModels;
import io.genai.sessions.web.copilot.llm.LlmGenerator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens the generator that an evaluation was asked to run. */
final class Generators {
  private Generators() {}

  static SqlGenerator open(
      String name, Path warehouse, GuardedQueries queries, String[] arguments) {
    SemanticModel model = SemanticModel.load();
    return switch (name) {
      case "embedded" -> EmbeddedGenerator.over(model, DataProfile.read(queries), queries);
      case "llm" ->
          new LlmGenerator(
              languageModel(arguments),
              model,
              tables(warehouse),
              new VerifiedQuestions(model, Path.of("none")),
              queries);
      default ->
          throw new IllegalArgumentException(
              "--generator must be embedded or llm, but was: " + name);
    };
  }

  /** On a server if an endpoint is given, else of the catalogue. */
  private static TextGenerator languageModel(String[] arguments) {
    String model =
        option(arguments, "llm.model")
            .orElseThrow(
                () -> new IllegalArgumentException("--generator=llm needs --llm.model=NAME"));
    return option(arguments, "llm.endpoint")
        .map(endpoint -> LanguageModels.onServer(URI.create(endpoint), model))
        .orElseGet(() -> LanguageModels.local(model));
  }

  private static List<TableDescription> tables(Path file) {
    try (Warehouse warehouse = Warehouse.open(file);
        WarehouseLease lease = warehouse.lease()) {
      return lease.tables();
    }
  }

  private static Optional<String> option(String[] arguments, String name) {
    String start = "--" + name + "=";
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(start))
        .map(argument -> argument.substring(start.length()))
        .findFirst();
  }
}
