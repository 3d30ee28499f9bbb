package io.genai.sessions.web.copilot.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.web.copilot.Generated;
import io.genai.sessions.web.copilot.SqlGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks every question of a file and compares what the generated SQL gives with what the gold SQL
 * gives. Prints accuracy by level, the time from question to SQL, and every miss with both queries.
 */
public final class CopilotEvaluation {
  private static final String UNANSWERABLE = "UNANSWERABLE";
  private static final int WARM_UP = 20;

  private CopilotEvaluation() {}

  /**
   * What became of one question.
   *
   * @param milliseconds from question to SQL
   * @param answer the SQL or the refusal
   */
  public record Finding(
      String id,
      String level,
      String question,
      String gold,
      boolean right,
      double milliseconds,
      String answer,
      String reason) {}

  /**
   * Arguments: questions as JSON lines, warehouse, and optionally {@code --generator=llm
   * --llm.endpoint=URL --llm.model=NAME}.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> files = new ArrayList<>();
    String generator = "embedded";
    for (String argument : arguments) {
      if (argument.startsWith("--generator=")) {
        generator = argument.substring("--generator=".length());
      } else if (!argument.startsWith("--")) {
        files.add(argument);
      }
    }
    if (files.size() != 2) {
      System.err.println(
          "usage: CopilotEvaluation FILE.jsonl WAREHOUSE.duckdb"
              + " [--generator=embedded|llm [--llm.endpoint=URL] --llm.model=NAME]");
      System.exit(2);
    }
    Path warehouse = Path.of(files.get(1));
    List<Finding> findings;
    try (GuardedQueries queries = GuardedQueries.over(warehouse, QueryLimits.defaults())) {
      findings =
          evaluate(
              Path.of(files.get(0)),
              queries,
              Generators.open(generator, warehouse, queries, arguments));
    }
    print(findings, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.exit(0);
  }

  /** Runs the questions of the file; both queries go through the guard. */
  public static List<Finding> evaluate(Path file, GuardedQueries queries, SqlGenerator generator)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> questions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        questions.add(json.readTree(line));
      }
    }
    questions.stream().limit(WARM_UP).forEach(q -> generator.generate(q.path("question").asText()));
    for (JsonNode question : questions) {
      findings.add(judge(question, queries, generator));
    }
    return findings;
  }

  private static Finding judge(JsonNode line, GuardedQueries queries, SqlGenerator generator) {
    String question = line.path("question").asText();
    String gold = line.path("sql").asText();
    long start = System.nanoTime();
    Generated generated = generator.generate(question);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    boolean right;
    String answer;
    String reason = "";
    if (generated instanceof Generated.Query query) {
      answer = query.sql();
      if (gold.equals(UNANSWERABLE)) {
        right = false;
        reason = "answered the unanswerable";
      } else {
        QueryOutcome wanted = queries.run(gold).outcome().join();
        QueryOutcome found = queries.run(answer).outcome().join();
        right =
            wanted instanceof QueryOutcome.Completed left
                && found instanceof QueryOutcome.Completed other
                && ResultComparison.same(
                    left.result().rows(),
                    other.result().rows(),
                    line.path("order_matters").asBoolean(),
                    line.path("free_labels").asBoolean());
        reason =
            right ? "" : wanted instanceof QueryOutcome.Completed ? why(found) : "gold: " + wanted;
      }
    } else {
      answer = "refused: " + ((Generated.Refused) generated).reason();
      right = gold.equals(UNANSWERABLE);
      reason = right ? "" : "refused";
    }
    return new Finding(
        line.path("id").asText(),
        line.path("level").asText(),
        question,
        gold,
        right,
        milliseconds,
        answer,
        reason);
  }

  private static String why(QueryOutcome found) {
    return found instanceof QueryOutcome.Completed ? "another result" : found.toString();
  }

  private static void print(List<Finding> findings, PrintStream out) {
    Map<String, int[]> byLevel = new TreeMap<>();
    for (Finding finding : findings) {
      for (String level : List.of(finding.level(), answerable(finding))) {
        int[] counts = byLevel.computeIfAbsent(level, key -> new int[2]);
        counts[0] += finding.right() ? 1 : 0;
        counts[1]++;
      }
      if (!finding.right()) {
        out.printf(
            "%s (%s): %s%n  %s%n  gold: %s%n  ours: %s%n%n",
            finding.id(),
            finding.level(),
            finding.question(),
            finding.reason(),
            finding.gold(),
            finding.answer().replaceAll("\\s+", " "));
      }
    }
    byLevel.forEach(
        (level, counts) ->
            out.printf(
                "%-14s %3d of %3d  %.1f %%%n",
                level, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
    long wrong = findings.stream().filter(f -> !f.right() && !f.reason().equals("refused")).count();
    out.printf(
        "%-14s %3d of %3d  %.1f %%%n",
        "~ wrong, sure", wrong, findings.size(), 100.0 * wrong / Math.max(1, findings.size()));
    double[] times = findings.stream().mapToDouble(Finding::milliseconds).sorted().toArray();
    if (times.length > 0) {
      out.printf(
          "question to SQL: p50 %.1f ms, p95 %.1f ms%n",
          times[times.length / 2], times[Math.min(times.length - 1, times.length * 95 / 100)]);
    }
  }

  private static String answerable(Finding finding) {
    return finding.gold().equals(UNANSWERABLE) ? "~ refusals" : "~ answerable";
  }
}
