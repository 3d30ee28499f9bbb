package io.genai.sessions.warehouse.build;

import java.nio.file.Path;
import java.util.List;

/**
 * What a build published.
 *
 * @param runId run whose rows the warehouse holds
 * @param warehouse where it is
 * @param tables staging models and tables, in the order in which they were built
 * @param checks every check, in the order in which they ran
 * @param seconds how long all of it took
 */
public record BuildReport(
    String runId,
    Path warehouse,
    List<TableReport> tables,
    List<CheckResult> checks,
    double seconds) {

  /** Copies the lists. */
  public BuildReport {
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
  }

  /**
   * Number of rows of a table.
   *
   * @param table name of the table, e.g. {@code fct_sessions}
   */
  public long rows(String table) {
    return tables.stream()
        .filter(report -> report.name().equals(table))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No table " + table))
        .rows();
  }

  /** The checks of severity warn that failed. */
  public List<CheckResult> warnings() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }
}
