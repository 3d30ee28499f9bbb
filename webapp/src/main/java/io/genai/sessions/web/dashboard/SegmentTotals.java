package io.genai.sessions.web.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds samples up by each dimension and each pair of dimensions. DuckDB takes 120 ms for that, 56
 * grouping sets, over as little as 1,000 rows.
 */
final class SegmentTotals {
  private static final int NUMBERS = 3;

  private final Combinations combinations;
  private final double[] all = new double[NUMBERS];
  // By the first and the second dimension, the same for one alone; then by the values' numbers.
  private final double[][][] cells;

  SegmentTotals(Combinations combinations) {
    this.combinations = combinations;
    int dimensions = combinations.dimensions();
    cells = new double[dimensions][dimensions][];
    for (int first = 0; first < dimensions; first++) {
      cells[first][first] = new double[combinations.size(first) * NUMBERS];
      for (int second = first + 1; second < dimensions; second++) {
        cells[first][second] =
            new double[combinations.size(first) * combinations.size(second) * NUMBERS];
      }
    }
  }

  /** Adds values that have the same combination. */
  void add(int combination, double count, double total, double squares) {
    add(all, 0, count, total, squares);
    int[] codes = combinations.of(combination);
    for (int first = 0; first < codes.length; first++) {
      add(cells[first][first], codes[first], count, total, squares);
      for (int second = first + 1; second < codes.length; second++) {
        int cell = codes[first] * combinations.size(second) + codes[second];
        add(cells[first][second], cell, count, total, squares);
      }
    }
  }

  private static void add(double[] numbers, int cell, double count, double total, double squares) {
    numbers[cell * NUMBERS] += count;
    numbers[cell * NUMBERS + 1] += total;
    numbers[cell * NUMBERS + 2] += squares;
  }

  Sample all() {
    return sample(all, 0);
  }

  /** All segments of one value or two with at least so many rows; none of rows without a label. */
  List<SegmentRanking.Segment> segments(int fewestRows) {
    List<SegmentRanking.Segment> segments = new ArrayList<>();
    for (int first = 0; first < cells.length; first++) {
      for (int code = 1; code < combinations.size(first); code++) {
        Driver.Part part = combinations.part(first, code);
        keep(segments, fewestRows, Set.of(part), cells[first][first], code);
        for (int second = first + 1; second < cells.length; second++) {
          int size = combinations.size(second);
          for (int other = 1; other < size; other++) {
            // In the order of the dimensions, so that a segment is always named alike.
            Set<Driver.Part> both =
                new LinkedHashSet<>(List.of(part, combinations.part(second, other)));
            keep(segments, fewestRows, both, cells[first][second], code * size + other);
          }
        }
      }
    }
    return segments;
  }

  private static void keep(
      List<SegmentRanking.Segment> segments,
      int fewestRows,
      Set<Driver.Part> parts,
      double[] numbers,
      int cell) {
    if (numbers[cell * NUMBERS] >= fewestRows) {
      segments.add(new SegmentRanking.Segment(parts, sample(numbers, cell)));
    }
  }

  private static Sample sample(double[] numbers, int cell) {
    return Sample.of(
        Math.round(numbers[cell * NUMBERS]),
        numbers[cell * NUMBERS + 1],
        numbers[cell * NUMBERS + 2]);
  }
}
