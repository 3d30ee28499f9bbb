package io.genai.sessions.web;

import java.util.List;

/**
 * How long something took, in milliseconds.
 *
 * @param count how often it was done
 */
public record Percentiles(int count, double p50, double p95, double most) {

  /** Of at least one time in milliseconds. */
  public static Percentiles of(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return new Percentiles(
        sorted.size(), at(sorted, 0.5), at(sorted, 0.95), sorted.get(sorted.size() - 1));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p95 %.1f ms, most %.1f ms (%d times)".formatted(p50, p95, most, count);
  }
}
