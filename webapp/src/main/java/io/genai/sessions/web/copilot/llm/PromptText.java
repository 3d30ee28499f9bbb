package io.genai.sessions.web.copilot.llm;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a language model is told: the same words before every question, so that they are cached. */
final class PromptText {
  private static final Map<String, String> SCHEMA = new LinkedHashMap<>();

  static {
    SCHEMA.put(
        "dim_users",
        "user_id VARCHAR, user_tier VARCHAR, signup_date DATE, cohort_week DATE, region VARCHAR, device_type VARCHAR");
    SCHEMA.put(
        "dim_prompts",
        "prompt_id BIGINT, prompt_text VARCHAR, word_count INTEGER, image_path VARCHAR, width INTEGER, height INTEGER,"
            + " seed BIGINT, step INTEGER, cfg DOUBLE, sampler VARCHAR, subject VARCHAR, art_style VARCHAR, mood VARCHAR,"
            + " setting VARCHAR, lighting VARCHAR, complexity_score INTEGER, has_nsfw_intent BOOLEAN, alignment_score DOUBLE,"
            + " style_cluster INTEGER");
    SCHEMA.put(
        "fct_generations",
        "generation_id BIGINT, user_id VARCHAR, prompt_id BIGINT, session_id VARCHAR, timestamp TIMESTAMP, latency_ms INTEGER,"
            + " status VARCHAR, cost_credits DECIMAL(12,4), model_version VARCHAR, retry_count INTEGER");
    SCHEMA.put(
        "fct_sessions",
        "session_id VARCHAR, user_id VARCHAR, session_start TIMESTAMP, session_end TIMESTAMP, total_generations INTEGER,"
            + " success_rate DOUBLE, avg_latency_ms DOUBLE, total_cost_credits DECIMAL(18,4), friction_score DOUBLE,"
            + " churned_after BOOLEAN");
  }

  private final String instruction;

  PromptText(SemanticModel model) {
    this.instruction = instruction(model);
  }

  /** The part that all questions share. */
  String instruction() {
    return instruction;
  }

  private static String instruction(SemanticModel model) {
    String tables =
        SCHEMA.entrySet().stream()
            .map(table -> "CREATE TABLE " + table.getKey() + " (" + table.getValue() + ");")
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
