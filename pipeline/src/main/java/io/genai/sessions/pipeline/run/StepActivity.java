package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.records.StepMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * What a step has done so far.
 *
 * @param seconds from its first to its last activity
 */
public record StepActivity(long rowsIn, long rowsOut, long badRecords, double seconds) {

  /** A step that has not begun. */
  public static final StepActivity NONE = new StepActivity(0, 0, 0, 0);

  /** Every step's activity by its name, as the runner knows it now. */
  static Map<String, StepActivity> of(MetricResults metrics) {
    Map<String, StepActivity> activity = new LinkedHashMap<>();
    MetricQueryResults results = metrics.queryMetrics(MetricsFilter.builder().build());
    for (MetricResult<Long> counter : results.getCounters()) {
      activity.merge(
          counter.getName().getNamespace(),
          ofCounter(counter.getName().getName(), counter.getAttempted()),
          StepActivity::and);
    }
    for (MetricResult<DistributionResult> distribution : results.getDistributions()) {
      if (distribution.getName().getName().equals(StepMetrics.ACTIVE_MILLIS)) {
        DistributionResult millis = distribution.getAttempted();
        double seconds = millis.getCount() == 0 ? 0 : (millis.getMax() - millis.getMin()) / 1000.0;
        activity.merge(
            distribution.getName().getNamespace(),
            new StepActivity(0, 0, 0, seconds),
            StepActivity::and);
      }
    }
    return activity;
  }

  private static StepActivity ofCounter(String name, long count) {
    return switch (name) {
      case StepMetrics.ROWS_IN -> new StepActivity(count, 0, 0, 0);
      case StepMetrics.ROWS_OUT -> new StepActivity(0, count, 0, 0);
      case StepMetrics.BAD_RECORDS -> new StepActivity(0, 0, count, 0);
      default -> NONE;
    };
  }

  private StepActivity and(StepActivity other) {
    return new StepActivity(
        rowsIn + other.rowsIn,
        rowsOut + other.rowsOut,
        badRecords + other.badRecords,
        Math.max(seconds, other.seconds));
  }
}
