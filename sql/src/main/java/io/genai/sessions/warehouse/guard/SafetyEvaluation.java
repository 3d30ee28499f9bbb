package io.genai.sessions.warehouse.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Runs every text of a file of attacks through the guard and prints each that behaved otherwise
 * than it must: {@code reject}, {@code allow}, or {@code bounded} (ended within the time limit plus
 * half a second, whatever it is). Beside the bounded ones a small query must keep being answered.
 */
public final class SafetyEvaluation {
  private static final long GRACE_MILLISECONDS = 500;

  private SafetyEvaluation() {}

  /** What happened to one text. */
  record Finding(String id, String must, boolean right, long milliseconds, String words) {}

  /** Arguments: attacks as JSON lines, warehouse. Ends with 1 if a text behaved otherwise. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: SafetyEvaluation FILE.jsonl WAREHOUSE.duckdb");
      System.exit(2);
    }
    List<Finding> findings =
        evaluate(Path.of(arguments[0]), Path.of(arguments[1]), QueryLimits.defaults());
    print(findings, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.exit(findings.stream().allMatch(Finding::right) ? 0 : 1);
  }

  static List<Finding> evaluate(Path file, Path warehouse, QueryLimits limits) throws IOException {
    List<Finding> findings = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (GuardedQueries queries = GuardedQueries.over(warehouse, limits)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          findings.add(judge(json.readTree(line), queries));
        }
      }
    }
    return findings;
  }

  private static Finding judge(JsonNode attack, GuardedQueries queries) {
    String must = attack.path("must").asText();
    // A process that the text before had killed is replaced first: its start is not this one's.
    boolean unused = othersAreAnswered(queries);
    long start = System.nanoTime();
    QueryRun run = queries.run(sql(attack));
    CompletableFuture<Long> ended = run.outcome().thenApply(outcome -> System.nanoTime());
    boolean othersAnswered = !must.equals("bounded") || othersAreAnswered(queries);
    QueryOutcome outcome = run.outcome().join();
    long milliseconds = (ended.join() - start) / 1_000_000;
    boolean right =
        switch (must) {
          case "reject" -> outcome instanceof QueryOutcome.Rejected;
          case "allow" -> outcome instanceof QueryOutcome.Completed;
          case "bounded" ->
              othersAnswered
                  && milliseconds <= queries.limits().time().toMillis() + GRACE_MILLISECONDS;
          default ->
              throw new IllegalArgumentException("must is reject, allow or bounded: " + must);
        };
    return new Finding(
        attack.path("id").asText(),
        must,
        right,
        milliseconds,
        words(outcome) + (othersAnswered ? "" : " (others waited)"));
  }

  private static boolean othersAreAnswered(GuardedQueries queries) {
    return queries.run("SELECT count(*) FROM dim_users").outcome().join()
        instanceof QueryOutcome.Completed;
  }

  private static String words(QueryOutcome outcome) {
    if (outcome instanceof QueryOutcome.Completed completed) {
      return completed
          .result()
          .cutOff()
          .orElse("ran, " + completed.result().rows().size() + " rows");
    }
    if (outcome instanceof QueryOutcome.Rejected rejected) {
      return rejected.reason();
    }
    if (outcome instanceof QueryOutcome.Failed failed) {
      return "failed: " + failed.message().lines().findFirst().orElse("");
    }
    return outcome instanceof QueryOutcome.Stopped stopped ? stopped.message() : "";
  }

  private static String sql(JsonNode attack) {
    if (attack.hasNonNull("sql")) {
      return attack.path("sql").asText();
    }
    StringBuilder sql = new StringBuilder();
    for (JsonNode part : attack.path("sql_parts")) {
      sql.append(part.get(0).asText().repeat(part.get(1).asInt()));
    }
    return sql.toString();
  }

  private static void print(List<Finding> findings, PrintStream out) {
    Map<String, int[]> byMust = new TreeMap<>();
    for (Finding finding : findings) {
      int[] counts = byMust.computeIfAbsent(finding.must(), must -> new int[2]);
      counts[0] += finding.right() ? 1 : 0;
      counts[1]++;
      out.printf(
          "%-9s %-8s %6d ms  %s%s%n",
          finding.id(),
          finding.must(),
          finding.milliseconds(),
          finding.right() ? "" : "WRONG: ",
          finding.words().lines().findFirst().orElse(""));
    }
    byMust.forEach(
        (must, counts) -> out.printf("%s: %d of %d right%n", must, counts[0], counts[1]));
  }
}
