package io.genai.sessions.web.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A measure, to be had by any dimension of a cube.
 *
 * @param value the measure of some rows; empty where they have none
 */
record Figure<T>(Cube<T> cube, Function<T, Optional<Double>> value) {

  Optional<Double> all() {
    return value.apply(cube.all());
  }

  /** By the values of a dimension. */
  Map<Comparable<?>, Optional<Double>> by(String dimension) {
    Map<Comparable<?>, Optional<Double>> values = new LinkedHashMap<>();
    for (Cube.Cell<T> cell : cube.by(dimension)) {
      values.put(cell.values().get(dimension), value.apply(cell.rows()));
    }
    return values;
  }

  Figure<T> shown(Span span) {
    return new Figure<>(span.shown(cube), value);
  }
}
