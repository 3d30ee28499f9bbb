package io.genai.sessions.web.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the data came to be.
 *
 * @param steps of the published run, in order
 * @param runs newest first
 * @param checks failed ones first
 * @param badRecordsShown some of the bad records; {@code badRecords} says how many there are
 */
record PipelineHealth(
    List<Step> steps,
    List<Table> tables,
    List<Run> runs,
    List<Check> checks,
    List<Model> models,
    long badRecords,
    List<BadRecord> badRecordsShown) {

  PipelineHealth {
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
    runs = List.copyOf(runs);
    checks = List.copyOf(checks);
    models = List.copyOf(models);
    badRecordsShown = List.copyOf(badRecordsShown);
  }

  /** A step of a run. */
  record Step(
      String runId,
      String name,
      List<String> upstream,
      String state,
      Optional<Double> seconds,
      Optional<Long> rowsIn,
      Optional<Long> rowsOut,
      Optional<Long> badRecords,
      String note) {}

  /** A table of the warehouse's build. */
  record Table(
      String name, String layer, String grain, List<String> upstream, long rows, double seconds) {}

  /** A run of the pipeline, published or not. */
  record Run(
      String id,
      boolean published,
      String status,
      Optional<Instant> started,
      Optional<Double> seconds,
      String input,
      String runner,
      Optional<Long> seed,
      Optional<Long> generations,
      Optional<Long> badRecords,
      String command) {}

  /**
   * A check of the warehouse's rows.
   *
   * @param sampleRows some offending rows, each a JSON object
   */
  record Check(
      String name,
      String stage,
      String severity,
      String description,
      String state,
      long offendingRows,
      List<String> sampleRows,
      double seconds) {
    boolean passed() {
      return state.equals("passed");
    }
  }

  /** A model that the published run used, or would have. */
  record Model(
      String role,
      String id,
      boolean embedded,
      Optional<Long> dimensions,
      String licence,
      Optional<Long> rows,
      String state,
      String note) {}

  /** A record that could not be processed. */
  record BadRecord(String source, String step, String reason, String attempted) {}
}
