package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.records.StepMetrics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricName;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.metrics.StringSetResult;

/**
 * What a step has done so far.
 *
 * @param rowsMissed rows out that lack what the step adds
 * @param seconds from its first to its last activity
 * @param failures why rows lack it
 * @param idle why the step had nothing to do
 */
public record StepActivity(
    long rowsIn,
    long rowsOut,
    long badRecords,
    long rowsMissed,
    double seconds,
    Set<String> failures,
    Set<String> idle) {

  /** A step that has not begun. */
  public static final StepActivity NONE = new Readings().activity();

  /** Every step's activity by its name, as the runner knows it now. */
  static Map<String, StepActivity> of(MetricResults metrics) {
    Map<String, Readings> readings = new LinkedHashMap<>();
    MetricQueryResults results = metrics.queryMetrics(MetricsFilter.builder().build());
    for (MetricResult<Long> counter : results.getCounters()) {
      step(readings, counter.getName()).count(counter);
    }
    for (MetricResult<StringSetResult> reasons : results.getStringSets()) {
      step(readings, reasons.getName()).reasons(reasons);
    }
    for (MetricResult<DistributionResult> distribution : results.getDistributions()) {
      step(readings, distribution.getName()).duration(distribution);
    }
    return readings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().activity()));
  }

  private static Readings step(Map<String, Readings> readings, MetricName metric) {
    return readings.computeIfAbsent(metric.getNamespace(), unused -> new Readings());
  }

  /** Rows that have what the step adds. */
  public long rowsDone() {
    return idle.isEmpty() ? rowsOut - rowsMissed : 0;
  }

  /** The metrics of one step by their names; several transforms may add to one. */
  private static final class Readings {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Set<String>> reasons = new HashMap<>();
    private double seconds;

    void count(MetricResult<Long> counter) {
      counts.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }

    void reasons(MetricResult<StringSetResult> result) {
      reasons
          .computeIfAbsent(result.getName().getName(), unused -> new TreeSet<>())
          .addAll(result.getAttempted().getStringSet());
    }

    void duration(MetricResult<DistributionResult> distribution) {
      DistributionResult millis = distribution.getAttempted();
      if (distribution.getName().getName().equals(StepMetrics.ACTIVE_MILLIS)
          && millis.getCount() > 0) {
        seconds = Math.max(seconds, (millis.getMax() - millis.getMin()) / 1000.0);
      }
    }

    StepActivity activity() {
      return new StepActivity(
          counts.getOrDefault(StepMetrics.ROWS_IN, 0L),
          counts.getOrDefault(StepMetrics.ROWS_OUT, 0L),
          counts.getOrDefault(StepMetrics.BAD_RECORDS, 0L),
          counts.getOrDefault(StepMetrics.ROWS_MISSED, 0L),
          seconds,
          reasons.getOrDefault(StepMetrics.FAILURES, Set.of()),
          reasons.getOrDefault(StepMetrics.IDLE, Set.of()));
    }
  }
}
