package io.genai.sessions.web.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How often each whole number occurs, to find percentiles of: there are far fewer different numbers
 * than rows, and counts of several groups of rows add up.
 */
final class ValueCounts {
  // The number in the upper half, how often it occurs in the lower; sorted. Numbers may recur.
  private final long[] pairs;

  private ValueCounts(long[] pairs) {
    this.pairs = pairs;
  }

  static ValueCounts of(int value, int count) {
    return new ValueCounts(new long[] {(long) value << Integer.SIZE | count});
  }

  static ValueCounts sum(List<ValueCounts> parts) {
    long[] all = new long[parts.stream().mapToInt(part -> part.pairs.length).sum()];
    int length = 0;
    for (ValueCounts part : parts) {
      System.arraycopy(part.pairs, 0, all, length, part.pairs.length);
      length += part.pairs.length;
    }
    Arrays.sort(all);
    return new ValueCounts(all);
  }

  /**
   * The value below which this share of all lies, in between two of them if need be, as DuckDB's
   * quantile_cont has it.
   *
   * @param share 0 to 1
   */
  Optional<Double> quantile(double share) {
    long rows = Arrays.stream(pairs).map(ValueCounts::count).sum();
    if (rows == 0) {
      return Optional.empty();
    }
    double place = share * (rows - 1);
    double below = Math.floor(place);
    double lower = at((long) below);
    return Optional.of(lower + (place - below) * (at((long) Math.ceil(place)) - lower));
  }

  /** The value at a place of the sorted rows, from 0. */
  private int at(long place) {
    long left = place;
    for (long pair : pairs) {
      left -= count(pair);
      if (left < 0) {
        return (int) (pair >> Integer.SIZE);
      }
    }
    throw new IllegalArgumentException("there is no place " + place);
  }

  private static int count(long pair) {
    return (int) pair;
  }
}
