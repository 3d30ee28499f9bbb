package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.build.CheckResult.Severity;
import io.genai.sessions.warehouse.build.CheckResult.Stage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs the checks of a stage: each a query that returns the rows that break its rule. */
final class Checks {
  private static final int SAMPLE_SIZE = 5;

  private Checks() {}

  static List<CheckResult> run(BuildDatabase database, Stage stage) {
    return SqlLibrary.scriptsIn("checks/" + stage.name().toLowerCase(Locale.ROOT)).stream()
        .map(script -> run(database, stage, script))
        .toList();
  }

  private static CheckResult run(BuildDatabase database, Stage stage, SqlScript check) {
    Stopwatch stopwatch = Stopwatch.start();
    String sql =
        """
        WITH offending AS MATERIALIZED (
        %s
        ),
        sample AS (SELECT * FROM offending ORDER BY ALL LIMIT %d)
        SELECT
            (SELECT count(*) FROM offending) AS offending_rows,
            (SELECT coalesce(list(to_json(sample)::VARCHAR), []) FROM sample) AS sample_rows
        """
            .formatted(check.text(), SAMPLE_SIZE);
    return database
        .query(
            "The check " + check.name(),
            sql,
            row ->
                new CheckResult(
                    check.name(),
                    stage,
                    Severity.valueOf(check.header("severity").toUpperCase(Locale.ROOT)),
                    check.header("description"),
                    row.getLong("offending_rows"),
                    texts(row, "sample_rows"),
                    stopwatch.seconds()))
        .get(0);
  }

  /**
   * Goes on only if no check forbids to publish.
   *
   * @throws WarehouseException (DATA) naming each failed check with five of the rows that break it
   */
  static void require(List<CheckResult> results) {
    List<CheckResult> failed = results.stream().filter(CheckResult::forbidsPublication).toList();
    if (!failed.isEmpty()) {
      throw new WarehouseException(
          Code.DATA,
          "The warehouse was not published, because the rows break %d rule(s):%n%s"
              .formatted(
                  failed.size(),
                  failed.stream()
                      .map(Checks::describe)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
  }

  private static String describe(CheckResult failed) {
    return "%s: %,d row(s) against \"%s\", such as%n  %s"
        .formatted(
            failed.name(),
            failed.offendingRows(),
            failed.description(),
            String.join(System.lineSeparator() + "  ", failed.sampleRows()));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
