package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a query into SQL that a person can read. */
public final class QueryRenderer {
  private final Relations relations;

  /** A renderer of queries over this model, from the tables that people read. */
  public QueryRenderer(SemanticModel model) {
    this(Relations.plain(model));
  }

  private QueryRenderer(Relations relations) {
    this.relations = relations;
  }

  /** A renderer that reads the model's wide tables where it can: the same figures, sooner. */
  public static QueryRenderer overWideTables(SemanticModel model) {
    return new QueryRenderer(Relations.wide(model));
  }

  /**
   * The query as one SELECT: dimensions first, then measures, in the query's order. Measures of
   * several grains are each aggregated first and then joined on the dimensions.
   *
   * @throws WarehouseException USER if nothing is asked for, a sort column is unknown, or a
   *     dimension cannot be brought together with a measure
   */
  public RenderedQuery render(MetricQuery query) {
    List<String> columns = new ArrayList<>();
    query.dimensions().forEach(dimension -> columns.add(dimension.name()));
    query.measures().forEach(measure -> columns.add(measure.name()));
    check(query, columns);
    Select select = grouped(query);
    if (query.orders().isEmpty()) {
      query.dimensions().forEach(dimension -> select.orderBy.add(dimension.name()));
    }
    finish(select, query.orders(), query.limit());
    return new RenderedQuery(select.sql(), List.copyOf(columns));
  }

  /**
   * The layers as common table expressions around the base.
   *
   * @throws WarehouseException USER as for {@link #render(MetricQuery)}
   */
  public RenderedQuery render(LayeredQuery query) {
    MetricQuery base = query.base();
    List<String> columns = new ArrayList<>();
    base.dimensions().forEach(dimension -> columns.add(dimension.name()));
    base.measures().forEach(measure -> columns.add(measure.name()));
    check(
        new MetricQuery(base.measures(), base.dimensions(), List.of(), List.of(), Optional.empty()),
        columns);
    Select select = grouped(base);
    for (LayeredQuery.Condition condition : query.having()) {
      (select.grouped ? select.having : select.where).add(condition.expression());
    }
    for (LayeredQuery.Layer layer : query.layers()) {
      Select above = new Select();
      above.with.putAll(select.with);
      select.with.clear();
      above.with.put(layer.source(), select.sql());
      above.from.add(layer.source());
      columns.clear();
      for (LayeredQuery.Column column : layer.columns()) {
        columns.add(column.name());
        above.columns.add(
            column.expression().equals(column.name())
                ? column.name()
                : column.expression() + " AS " + column.name());
      }
      layer.where().forEach(condition -> above.where.add(condition.expression()));
      layer.qualify().forEach(condition -> above.qualify.add(condition.expression()));
      above.grouped =
          layer.grouped()
              && layer.columns().stream().anyMatch(c -> c.expression().equals(c.name()));
      select = above;
    }
    finish(select, query.orders(), query.limit());
    return new RenderedQuery(select.sql(), List.copyOf(columns));
  }

  private static void finish(
      Select select, List<MetricQuery.Order> orders, Optional<Integer> limit) {
    for (MetricQuery.Order order : orders) {
      select.orderBy.add(order.column() + (order.descending() ? " DESC" : ""));
    }
    limit.ifPresent(rows -> select.limit = rows);
  }

  private Select grouped(MetricQuery query) {
    Map<String, List<Measure>> byGrain = new LinkedHashMap<>();
    for (Measure measure : query.measures()) {
      byGrain.computeIfAbsent(measure.entity(), grain -> new ArrayList<>()).add(measure);
    }
    return byGrain.size() == 1
        ? new Aggregation(relations, query.measures().get(0).entity())
            .select(query.dimensions(), query.filters(), query.measures())
        : acrossGrains(query, byGrain);
  }

  private Select acrossGrains(MetricQuery query, Map<String, List<Measure>> byGrain) {
    Select select = new Select();
    List<String> names = query.dimensions().stream().map(Dimension::name).toList();
    byGrain.forEach(
        (grain, measures) -> {
          Select part =
              new Aggregation(relations, grain)
                  .select(query.dimensions(), query.filters(), measures);
          select.with.putAll(part.with);
          part.with.clear();
          String name = "by_" + grain;
          select.with.put(name, part.sql());
          if (select.from.isEmpty()) {
            select.from.add(name);
          } else if (names.isEmpty()) {
            select.from.add("CROSS JOIN " + name);
          } else {
            select.from.add("FULL JOIN " + name + " USING (" + String.join(", ", names) + ")");
          }
        });
    select.columns.addAll(names);
    query.measures().forEach(m -> select.columns.add("by_" + m.entity() + "." + m.name()));
    return select;
  }

  private static void check(MetricQuery query, List<String> columns) {
    if (query.measures().isEmpty()) {
      throw new WarehouseException(
          WarehouseException.Code.USER, "a query needs at least one measure, but had none");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new WarehouseException(
            WarehouseException.Code.USER, "the query asks for '" + column + "' twice");
      }
    }
    for (MetricQuery.Order order : query.orders()) {
      if (!seen.contains(order.column())) {
        throw new WarehouseException(
            WarehouseException.Code.USER,
            "cannot sort by '%s'; the query's columns are %s".formatted(order.column(), columns));
      }
    }
    query
        .limit()
        .filter(rows -> rows < 1)
        .ifPresent(
            rows -> {
              throw new WarehouseException(
                  WarehouseException.Code.USER, "limit must be at least 1, but was: " + rows);
            });
  }
}
