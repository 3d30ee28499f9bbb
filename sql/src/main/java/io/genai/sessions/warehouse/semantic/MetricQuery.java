package io.genai.sessions.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures, each at its own grain, split and filtered by dimensions of any entity. Immutable; each
 * method gives a new query.
 *
 * @param orders what the rows are sorted by; empty: by the dimensions
 */
public record MetricQuery(
    List<Measure> measures,
    List<Dimension> dimensions,
    List<Filter> filters,
    List<Order> orders,
    Optional<Integer> limit) {

  /**
   * One sort key.
   *
   * @param column the name of a measure or dimension of the query
   */
  public record Order(String column, boolean descending) {}

  /** Copies its lists. */
  public MetricQuery {
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
    filters = List.copyOf(filters);
    orders = List.copyOf(orders);
  }

  /** A query for these measures over all rows. */
  public static MetricQuery of(Measure... measures) {
    return new MetricQuery(List.of(measures), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** Split by these too, outermost first. Time grains are dimensions. */
  public MetricQuery by(Dimension... more) {
    return new MetricQuery(measures, joined(dimensions, List.of(more)), filters, orders, limit);
  }

  /** Only rows for which these hold too. */
  public MetricQuery where(Filter... more) {
    return new MetricQuery(measures, dimensions, joined(filters, List.of(more)), orders, limit);
  }

  /** Sorted by this column after those named before. */
  public MetricQuery orderBy(String column, boolean descending) {
    return new MetricQuery(
        measures,
        dimensions,
        filters,
        joined(orders, List.of(new Order(column, descending))),
        limit);
  }

  /** At most so many rows. */
  public MetricQuery limit(int rows) {
    return new MetricQuery(measures, dimensions, filters, orders, Optional.of(rows));
  }

  private static <T> List<T> joined(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return all;
  }
}
