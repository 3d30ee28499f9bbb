package io.genai.sessions.pipeline.simulate;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a run's data covers.
 *
 * @param startMillis first moment, UTC epoch milliseconds
 * @param endMillis last moment, not before the first
 */
record TimeSpan(long startMillis, long endMillis) {

  /** Where no time is known: DiffusionDB's first day, and half a year. */
  static final TimeSpan SIMULATED =
      of(Instant.parse("2022-08-06T00:00:00Z"), Duration.ofDays(26L * 7));

  static TimeSpan of(Instant start, Duration length) {
    return new TimeSpan(start.toEpochMilli(), start.plus(length).toEpochMilli());
  }

  long lengthMillis() {
    return endMillis - startMillis;
  }

  /** How far into the span a moment is: 0 at its start, 1 at its end. */
  double position(long millis) {
    return lengthMillis() == 0 ? 1 : (double) (millis - startMillis) / lengthMillis();
  }
}
