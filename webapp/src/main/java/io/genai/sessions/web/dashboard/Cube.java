package io.genai.sessions.web.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something about rows by several dimensions, to be summed by any of them: one statement serves
 * many charts.
 *
 * @param <T> what is known of some rows
 */
final class Cube<T> {

  /**
   * What is known of the rows with these values.
   *
   * @param values by dimension; none where a row has none
   */
  record Cell<T>(Map<String, Comparable<?>> values, T rows) {

    /** A dimension's value, as it is shown. */
    String text(String dimension) {
      return values.get(dimension).toString();
    }
  }

  private final List<Cell<T>> cells;
  private final Function<List<T>, T> sum;

  Cube(List<Cell<T>> cells, Function<List<T>, T> sum) {
    this.cells = cells;
    this.sum = sum;
  }

  T all() {
    return sum.apply(cells.stream().map(Cell::rows).toList());
  }

  /** By these dimensions, in the order of their values; rows without one of them are left out. */
  List<Cell<T>> by(String... dimensions) {
    Map<List<Comparable<?>>, List<T>> groups = new TreeMap<>(Cube::compare);
    for (Cell<T> cell : cells) {
      List<Comparable<?>> values = new ArrayList<>();
      for (String dimension : dimensions) {
        Comparable<?> value = cell.values().get(dimension);
        if (value != null) {
          values.add(value);
        }
      }
      if (values.size() == dimensions.length) {
        groups.computeIfAbsent(values, none -> new ArrayList<>()).add(cell.rows());
      }
    }
    List<Cell<T>> sums = new ArrayList<>();
    groups.forEach(
        (values, rows) -> sums.add(new Cell<>(named(dimensions, values), sum.apply(rows))));
    return sums;
  }

  /** What this and another cube of the same dimensions know together. */
  Cube<T> and(Cube<T> other) {
    return new Cube<>(Stream.concat(cells.stream(), other.cells.stream()).toList(), sum);
  }

  /** The part in which the dimension has that value. */
  Cube<T> where(String dimension, Comparable<?> value) {
    return new Cube<>(
        cells.stream().filter(cell -> value.equals(cell.values().get(dimension))).toList(), sum);
  }

  private static Map<String, Comparable<?>> named(String[] dimensions, List<Comparable<?>> values) {
    Map<String, Comparable<?>> named = new TreeMap<>();
    for (int i = 0; i < dimensions.length; i++) {
      named.put(dimensions[i], values.get(i));
    }
    return named;
  }

  @SuppressWarnings("unchecked") // a dimension's values are of one type
  private static int compare(List<Comparable<?>> left, List<Comparable<?>> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = ((Comparable<Object>) left.get(i)).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
