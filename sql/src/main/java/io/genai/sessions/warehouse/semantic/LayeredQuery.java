package io.genai.sessions.warehouse.semantic;

import java.util.List;
import java.util.Optional;

/**
 * A query over the rows of another: totals of groups compared, ranked within each other, averaged.
 *
 * @param base the figures to start from; its order and limit do not count here
 * @param having conditions on the base's measures, by column name
 * @param layers what is done with the rows, one after the other; each sees the columns of the one
 *     before
 * @param orders what the last rows are sorted by
 */
public record LayeredQuery(
    MetricQuery base,
    List<Condition> having,
    List<Layer> layers,
    List<MetricQuery.Order> orders,
    Optional<Integer> limit) {

  /** Copies its lists. */
  public LayeredQuery {
    having = List.copyOf(having);
    layers = List.copyOf(layers);
    orders = List.copyOf(orders);
  }

  /**
   * A boolean expression over column names.
   *
   * @param words the condition in plain words
   */
  public record Condition(String expression, String words) {}

  /**
   * A column of a layer.
   *
   * @param expression over the columns of the layer below
   */
  public record Column(String name, String expression) {}

  /**
   * One SELECT over the rows below.
   *
   * @param source what to call the rows below
   * @param grouped whether its columns hold aggregates to group the others by
   * @param where conditions on the rows below
   * @param qualify conditions on windows over the rows below
   */
  public record Layer(
      String source,
      List<Column> columns,
      boolean grouped,
      List<Condition> where,
      List<Condition> qualify) {

    /** Copies its lists. */
    public Layer {
      columns = List.copyOf(columns);
      where = List.copyOf(where);
      qualify = List.copyOf(qualify);
    }
  }
}
