package io.genai.sessions.warehouse.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.warehouse.guard.QueryOutcome.Cause;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedQueriesIT {
  @TempDir static Path directory;
  private static Path file;
  private static GuardedQueries queries;

  @BeforeAll
  static void start() throws Exception {
    file = SmallWarehouse.create(directory.resolve("warehouse.duckdb"), 3);
    queries =
        GuardedQueries.over(
            file, QueryLimits.defaults().withTime(Duration.ofSeconds(2)).withRows(100));
  }

  @AfterAll
  static void stop() {
    queries.close();
  }

  @Test
  void aSelectGivesTypedRows() throws Exception {
    QueryResult result =
        completed(
            "SELECT 1, 2.5::DOUBLE, 3.5::DECIMAL(4,2), 'text', true, DATE '2022-08-01',"
                + " TIMESTAMP '2022-08-01 10:00:00', NULL, 9223372036854775808::HUGEINT");
    assertThat(result.rows().get(0))
        .containsExactly(
            1L,
            2.5,
            new BigDecimal("3.50"),
            "text",
            true,
            LocalDate.of(2022, 8, 1),
            LocalDateTime.of(2022, 8, 1, 10, 0),
            null,
            new BigDecimal("9223372036854775808"));
    assertThat(result.cutOff()).isEmpty();
  }

  @Test
  void aVectorIsShownShort() throws Exception {
    assertThat(completed("SELECT list_transform(range(512), lambda x: 0.5::FLOAT)").rows())
        .containsExactly(List.of("[0.500, 0.500, 0.500, … 512 values]"));
  }

  @Test
  void moreRowsThanTheLimitAreCutAndItIsSaid() throws Exception {
    QueryResult result = completed("SELECT * FROM range(1000000000000)");
    assertThat(result.rows()).hasSize(100);
    assertThat(result.cutOff()).hasValue("Only the first 100 rows are shown.");
  }

  @Test
  void aResultLargerThanTheLimitIsCutAndItIsSaid() throws Exception {
    QueryResult result = completed("SELECT repeat('x', 600000) FROM range(60)");
    assertThat(result.rows()).hasSizeBetween(1, 28);
    assertThat(result.cutOff().orElseThrow()).startsWith("The result is larger than 16 MiB");
  }

  @Test
  void anErrorIsToldInDuckDbsWords() throws Exception {
    assertThat(outcome("SELECT 1 % 0"))
        .isInstanceOfSatisfying(
            QueryOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("Division by zero"));
    assertThat(outcome("SELECT nothing FROM dim_users"))
        .isInstanceOfSatisfying(
            QueryOutcome.Failed.class, failed -> assertThat(failed.message()).contains("nothing"));
  }

  @Test
  void bindingRunsNothing() throws Exception {
    QueryRun run = queries.bind("SELECT count(*) FROM dim_users a, dim_users b, range(1000000000)");
    assertThat(run.outcome().get(5, TimeUnit.SECONDS)).isInstanceOf(QueryOutcome.Completed.class);
    assertThat(queries.bind("SELECT nothing FROM dim_users").outcome().get(5, TimeUnit.SECONDS))
        .isInstanceOf(QueryOutcome.Failed.class);
    assertThat(queries.bind("DELETE FROM dim_users").outcome().get(5, TimeUnit.SECONDS))
        .isInstanceOf(QueryOutcome.Rejected.class);
  }

  @Test
  void aLongScalarCallIsStoppedWhileOthersAreAnswered() throws Exception {
    QueryRun slow = queries.run("SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))");
    assertThat(completed("SELECT count(*) FROM dim_users").rows()).containsExactly(List.of(3L));
    assertThat(slow.outcome().get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            QueryOutcome.Stopped.class,
            stopped -> assertThat(stopped.cause()).isEqualTo(Cause.TIME));
    assertThat(completed("SELECT 1").rows()).hasSize(1);
  }

  @Test
  void aQueryThatEatsMemoryIsStopped() throws Exception {
    GuardedQueries patient = GuardedQueries.over(file, QueryLimits.defaults());
    try (patient) {
      QueryOutcome outcome =
          patient
              .run("SELECT repeat('x', 10000000) AS s FROM range(1000)")
              .outcome()
              .get(20, TimeUnit.SECONDS);
      assertThat(outcome).isNotInstanceOf(QueryOutcome.Rejected.class);
      assertThat(patient.run("SELECT 1").outcome().get(20, TimeUnit.SECONDS))
          .isInstanceOf(QueryOutcome.Completed.class);
    }
  }

  @Test
  void aCancelledQueryEndsAtOnce() throws Exception {
    QueryRun run = queries.run("SELECT count(*) FROM range(100000000000) WHERE range % 7 = 3");
    run.cancel();
    assertThat(run.outcome().get(1500, TimeUnit.MILLISECONDS))
        .isInstanceOfSatisfying(
            QueryOutcome.Stopped.class,
            stopped -> assertThat(stopped.cause()).isEqualTo(Cause.CANCELLED));
  }

  @Test
  void aReplacedFileIsReadFromTheNextQueryOn() throws Exception {
    Path replaced = SmallWarehouse.create(directory.resolve("replaced.duckdb"), 1);
    try (GuardedQueries own = GuardedQueries.over(replaced, QueryLimits.defaults())) {
      assertThat(own.run("SELECT count(*) FROM dim_users").outcome().get(10, TimeUnit.SECONDS))
          .isInstanceOf(QueryOutcome.Completed.class);
      Path next = SmallWarehouse.create(directory.resolve("next.duckdb"), 2);
      Files.move(next, replaced, StandardCopyOption.REPLACE_EXISTING);
      for (int i = 0; i < own.limits().processes(); i++) {
        QueryOutcome outcome =
            own.run("SELECT count(*) FROM dim_users").outcome().get(10, TimeUnit.SECONDS);
        assertThat(((QueryOutcome.Completed) outcome).result().rows()).containsExactly(List.of(2L));
      }
    }
  }

  @Test
  void aMissingFileIsSaid() throws Exception {
    try (GuardedQueries none =
        GuardedQueries.over(directory.resolve("none.duckdb"), QueryLimits.defaults())) {
      assertThat(none.run("SELECT 1").outcome().get(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              QueryOutcome.Failed.class,
              failed -> assertThat(failed.message()).contains("cannot be read"));
    }
  }

  @Test
  void everyAttackOfTheDevelopmentSetBehaves() throws Exception {
    Path attacks = Path.of(System.getProperty("shared.directory", ""), "eval/attacks-dev.jsonl");
    assumeTrue(Files.exists(attacks), "no development set at " + attacks);
    assertThat(SafetyEvaluation.evaluate(attacks, file, QueryLimits.defaults()))
        .filteredOn(finding -> !finding.right())
        .isEmpty();
  }

  @Test
  void everyAttackOfOurOwnBehaves() throws Exception {
    Path attacks = directory.resolve("attacks.jsonl");
    try (InputStream resource = GuardedQueriesIT.class.getResourceAsStream("attacks.jsonl")) {
      Files.copy(resource, attacks);
    }
    QueryLimits brief = QueryLimits.defaults().withTime(Duration.ofSeconds(2));
    assertThat(SafetyEvaluation.evaluate(attacks, file, brief))
        .hasSizeGreaterThan(90)
        .filteredOn(finding -> !finding.right())
        .isEmpty();
  }

  private static QueryOutcome outcome(String sql) throws Exception {
    return queries.run(sql).outcome().get(10, TimeUnit.SECONDS);
  }

  private static QueryResult completed(String sql) throws Exception {
    QueryOutcome outcome = outcome(sql);
    assertThat(outcome).isInstanceOf(QueryOutcome.Completed.class);
    return ((QueryOutcome.Completed) outcome).result();
  }
}
