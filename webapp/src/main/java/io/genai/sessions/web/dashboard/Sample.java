package io.genai.sessions.web.dashboard;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A number of values by their count, mean and variance.
 *
 * @param variance with n − 1 below the line; 0 for a single value
 */
record Sample(long count, double mean, double variance) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double TWO_SIDED_95 = NORMAL.inverseSurvivalProbability(0.025);

  /** A range around a ratio. */
  record Interval(double low, double high) {}

  /** By the sum of the values and of their squares. */
  static Sample of(long count, double total, double squares) {
    double mean = count == 0 ? 0 : total / count;
    double variance = count > 1 ? Math.max(0, (squares - total * mean) / (count - 1)) : 0;
    return new Sample(count, mean, variance);
  }

  /** These values without those of a part of them. */
  Sample without(Sample part) {
    long rest = count - part.count;
    if (rest <= 0) {
      return new Sample(0, 0, 0);
    }
    double restMean = (count * mean - part.count * part.mean) / rest;
    double squares = squares() - part.squares() - rest * restMean * restMean;
    return new Sample(rest, restMean, rest > 1 ? Math.max(0, squares / (rest - 1)) : 0);
  }

  private double squares() {
    return (count - 1) * variance + count * mean * mean;
  }

  /**
   * How likely a difference of means at least this large is where there is none (Welch's test with
   * the normal distribution, which holds for the counts of {@link SegmentRanking}).
   */
  double differenceByChance(Sample other) {
    double error = Math.sqrt(variance / count + other.variance / other.count);
    if (error == 0) {
      return mean == other.mean ? 1 : 0;
    }
    return 2 * NORMAL.survivalProbability(Math.abs(mean - other.mean) / error);
  }

  /** The 95 % interval of mean / other mean, by the delta method on its logarithm. */
  Interval ratioInterval(Sample other) {
    double error =
        Math.sqrt(
            variance / (count * mean * mean)
                + other.variance / (other.count * other.mean * other.mean));
    double ratio = mean / other.mean;
    double factor = Math.exp(TWO_SIDED_95 * error);
    return new Interval(ratio / factor, ratio * factor);
  }
}
