package io.genai.sessions.web.copilot.llm;

import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a language model is told: the same words before every question, so that they are cached. */
final class PromptText {
  private final String instruction;

  /**
   * @param tables the warehouse's; those that no question is about are left out
   */
  PromptText(SemanticModel model, List<TableDescription> tables) {
    this.instruction = instruction(model, tables);
  }

  /** The part that all questions share. */
  String instruction() {
    return instruction;
  }

  private static String instruction(SemanticModel model, List<TableDescription> described) {
    Set<String> asked =
        model.entities().stream()
            .filter(entity -> !entity.derived())
            .map(Entity::relation)
            .collect(Collectors.toSet());
    String tables =
        described.stream()
            .filter(table -> asked.contains(table.name()))
            .map(PromptText::table)
            .collect(Collectors.joining("\n"));
    String rows =
        model.entities().stream()
            .filter(entity -> !entity.derived())
            .map(entity -> "-- " + entity.relation() + ": " + entity.definition())
            .collect(Collectors.joining("\n"));
    String values =
        model.dimensions().stream()
            .filter(dimension -> !dimension.values().isEmpty())
            .map(PromptText::values)
            .collect(Collectors.joining("\n"));
    String measures =
        model.measures().stream().map(PromptText::measure).collect(Collectors.joining("\n"));
    String aliases =
        model.entities().stream()
            .filter(entity -> !entity.derived())
            .map((Entity entity) -> entity.alias() + " = " + entity.relation())
            .collect(Collectors.joining(", "));
    return """
        You write DuckDB SQL over this warehouse of a text-to-image service.
        %s
        %s
        %s
        Measures (%s):
        %s
        Rules: one SELECT in DuckDB's dialect, no prose, no comments. Rates and shares are fractions unless percent is asked for. Aggregate sessions before joining generations. If the warehouse cannot answer, or the question asks to change data, write only %s.
        """
        .formatted(tables, rows, values, aliases, measures, "CANNOT");
  }

  /** Vectors are left out: no question in words is about their numbers. */
  private static String table(TableDescription table) {
    return "CREATE TABLE %s (%s);"
        .formatted(
            table.name(),
            table.columns().stream()
                .filter(column -> !column.type().endsWith("]"))
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ")));
  }

  private static String values(Dimension dimension) {
    return "-- "
        + dimension.name()
        + ": "
        + dimension.values().stream().map(Dimension.Value::value).collect(Collectors.joining(", "));
  }

  private static String measure(Measure measure) {
    return "- " + measure.label() + ": " + measure.expression();
  }

  /** The part of one question, up to the word with which the answer starts. */
  String question(String question, List<VerifiedQuestion> examples) {
    String shown =
        examples.stream()
            .map(
                example ->
                    "Question: " + example.question() + "\nSQL: " + example.sql().strip() + "\n\n")
            .collect(Collectors.joining());
    return shown + "Question: " + question.strip() + "\nSQL: SELECT";
  }

  /** The second turn: what DuckDB said. */
  String repair(String asked, String sql, String error) {
    String mistake = error.lines().limit(4).collect(Collectors.joining(" "));
    return asked
        + sql.replaceFirst("(?i)^select", "")
        + "\n\nDuckDB answers: "
        + mistake
        + "\nCorrected SQL: SELECT";
  }
}
