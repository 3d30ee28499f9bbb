package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts rows together to a {@link Cube}. */
final class CubeReader<T> {
  private final Span span;
  private final List<Dimension> dimensions;
  private final Function<Row, T> read;
  private final Function<List<T>, T> sum;
  private final Map<List<Optional<Object>>, Group<T>> groups = new LinkedHashMap<>();

  private record Group<T>(Map<String, Comparable<?>> values, List<T> rows) {}

  /**
   * @param span the time that the rows are about
   * @param dimensions columns of the rows
   * @param read what a row says
   * @param sum what several rows say
   */
  CubeReader(
      Span span, List<Dimension> dimensions, Function<Row, T> read, Function<List<T>, T> sum) {
    this.span = span;
    this.dimensions = dimensions;
    this.read = read;
    this.sum = sum;
  }

  /** Rows with the same values are summed. */
  void add(Row row) {
    List<Optional<Object>> key = new ArrayList<>(dimensions.size());
    for (Dimension dimension : dimensions) {
      key.add(row.any(dimension.name()));
    }
    groups
        .computeIfAbsent(key, none -> new Group<>(values(row), new ArrayList<>()))
        .rows()
        .add(read.apply(row));
  }

  Cube<T> cube() {
    return new Cube<>(
        groups.values().stream()
            .map(group -> new Cube.Cell<>(group.values(), sum.apply(group.rows())))
            .toList(),
        sum);
  }

  private Map<String, Comparable<?>> values(Row row) {
    Map<String, Comparable<?>> values = new HashMap<>();
    for (Dimension dimension : dimensions) {
      row.optional(dimension.name(), column -> value(row, dimension))
          .ifPresent(value -> values.put(dimension.name(), value));
    }
    values.computeIfAbsent(Span.IS_CURRENT, name -> span.isCurrent(row.instant(span.grain())));
    return values;
  }

  private static Comparable<?> value(Row row, Dimension dimension) {
    String name = dimension.name();
    return switch (dimension.type()) {
      case TEXT -> row.text(name);
      case INTEGER -> row.whole(name);
      case DECIMAL -> row.number(name);
      case BOOLEAN -> row.bool(name);
      case DATE -> row.date(name);
      case TIMESTAMP -> row.instant(name);
    };
  }
}
