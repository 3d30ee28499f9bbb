package io.genai.sessions.pipeline.records;

import java.io.Serializable;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.StringSet;

/**
 * What a step tells of itself while it runs: rows in, rows out, bad records, what it could not do
 * and why, and when it was at work. The progress display, the summary and {@code run.json} read
 * them.
 */
public final class StepMetrics implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Counter of rows that entered the step. */
  public static final String ROWS_IN = "rows_in";

  /** Counter of rows that left it. */
  public static final String ROWS_OUT = "rows_out";

  /** Counter of bad records that it found. */
  public static final String BAD_RECORDS = "bad_records";

  /** Counter of rows that left the step without what it adds. */
  public static final String ROWS_MISSED = "rows_missed";

  /** Set of the reasons why rows left the step without what it adds. */
  public static final String FAILURES = "failures";

  /** Set of the reasons why the step had nothing to do. */
  public static final String IDLE = "idle";

  /** Distribution of moments (epoch milliseconds) at which it was at work. */
  public static final String ACTIVE_MILLIS = "active_millis";

  private final Counter rowsIn;
  private final Counter rowsOut;
  private final Counter badRecords;
  private final Counter rowsMissed;
  private final StringSet failures;
  private final StringSet idle;
  private final Distribution activeMillis;

  private StepMetrics(String step) {
    rowsIn = Metrics.counter(step, ROWS_IN);
    rowsOut = Metrics.counter(step, ROWS_OUT);
    badRecords = Metrics.counter(step, BAD_RECORDS);
    rowsMissed = Metrics.counter(step, ROWS_MISSED);
    failures = Metrics.stringSet(step, FAILURES);
    idle = Metrics.stringSet(step, IDLE);
    activeMillis = Metrics.distribution(step, ACTIVE_MILLIS);
  }

  /** The metrics of the step with this name (the metrics' namespace). */
  public static StepMetrics of(String step) {
    return new StepMetrics(step);
  }

  /** {@code rows} entered the step. */
  public void in(long rows) {
    rowsIn.inc(rows);
    activeMillis.update(System.currentTimeMillis());
  }

  /** {@code rows} left the step. */
  public void out(long rows) {
    rowsOut.inc(rows);
    activeMillis.update(System.currentTimeMillis());
  }

  /** The step met a bad record. */
  public void bad() {
    badRecords.inc();
  }

  /** {@code rows} of those that leave the step do so without what it adds, and why. */
  public void missed(long rows, String reason) {
    rowsMissed.inc(rows);
    failures.add(reason);
  }

  /** The step finds nothing to do, and why. */
  public void idle(String reason) {
    idle.add(reason);
  }
}
