package io.genai.sessions.warehouse.build;

import java.util.List;

/**
 * What a check found.
 *
 * @param name name of the check, that of its file
 * @param stage when it ran
 * @param severity what a failure means
 * @param description what holds when it passes
 * @param offendingRows number of rows that break the rule
 * @param sampleRows up to five of them, each a JSON object
 * @param seconds how long it took
 */
public record CheckResult(
    String name,
    Stage stage,
    Severity severity,
    String description,
    long offendingRows,
    List<String> sampleRows,
    double seconds) {

  /** When a check runs; also the folder that it lies in. */
  public enum Stage {
    /** On the rows of the run, before any table is built. */
    STAGING,
    /** On the tables. */
    MARTS
  }

  /** What a failure means. */
  public enum Severity {
    /** The warehouse is not published. */
    ERROR,
    /** The failure is reported with the warehouse. */
    WARN
  }

  /** Copies the list. */
  public CheckResult {
    sampleRows = List.copyOf(sampleRows);
  }

  /** Whether no row breaks the rule. */
  public boolean passed() {
    return offendingRows == 0;
  }

  /** Whether the warehouse must not be published. */
  public boolean forbidsPublication() {
    return !passed() && severity == Severity.ERROR;
  }
}
