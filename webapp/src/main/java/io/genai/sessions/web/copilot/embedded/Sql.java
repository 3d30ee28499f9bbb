package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.LayeredQuery;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Column;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Condition;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Layer;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.MetricQuery.Order;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a draft into a query over layers. */
final class Sql {

  private final SemanticModel model;

  Sql(SemanticModel model) {
    this.model = model;
  }

  LayeredQuery query(Draft draft) {
    MetricQuery base = draft.base();
    List<Condition> having = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (OfThreshold threshold : draft.thresholds) {
      String column =
          draft.measures.stream()
              .filter(m -> same(m, threshold.measure()))
              .map(Measure::name)
              .findFirst()
              .orElseThrow();
      bound(model, threshold, draft.filters, draft.groups)
          .ifPresent(
              bound ->
                  having.add(
                      new Condition(
                          column + " " + bound,
                          threshold.measure().label()
                              + " "
                              + threshold.comparison().comparison().words()
                              + " "
                              + bound.replaceFirst("^\\S+ ", ""))));
    }
    Optional<OfThreshold> own =
        draft.thresholds.stream()
            .filter(t -> t.comparison().bound() instanceof Bound.OwnGroup)
            .findFirst();
    if (own.isPresent()) {
      return aboveOwnGroup(draft, own.get());
    }
    List<String> groups = draft.groups.stream().map(Dimension::name).toList();
    List<String> measures = draft.measures.stream().map(Measure::name).toList();
    for (OfThreshold threshold : draft.thresholds) {
      Optional<String> yardstick = Layers.amongTheGroups(threshold, draft.groups);
      if (yardstick.isEmpty() && threshold.comparison().bound() instanceof Bound.Previous) {
        throw cannot("Nothing goes along the calendar that could be held against what was before.");
      }
      if (yardstick.isPresent()) {
        layers.add(Layers.within(threshold, yardstick.get(), groups, measures));
      }
    }
    Layers.transform(draft, groups, measures, layers);
    List<Order> orders =
        draft.transform == Transform.RANK
            ? List.of(new Order(draft.within.get(0).name(), false), new Order("position", false))
            : orders(draft, groups);
    if (draft.transform == Transform.RANK) {
      orders = new ArrayList<>(orders);
      for (String group : groups) {
        if (!group.equals(draft.within.get(0).name())) {
          orders.add(new Order(group, false));
        }
      }
    }
    Optional<Integer> limit = draft.limit;
    if (!draft.within.isEmpty() && draft.order.isPresent() && draft.transform == Transform.NONE) {
      topOfEach(draft, groups, measures, layers);
      orders = new ArrayList<>();
      for (Dimension outer : draft.within) {
        orders.add(new Order(outer.name(), false));
      }
      orders.add(new Order(orderColumn(draft), draft.order.get().descending()));
      limit = Optional.empty();
    }
    if (draft.fewestFor.isPresent()) {
      Layers.fewest(draft, measures.get(0), groups, layers);
      orders = List.of();
    } else if (draft.summary.isPresent() && !draft.measures.isEmpty()) {
      Draft.Summary summary = draft.summary.get();
      String column = measures.get(0);
      List<String> kept = new ArrayList<>(groups);
      kept.remove(summary.inner().name());
      List<Column> columns = Layers.columns(kept);
      columns.add(new Column(summary.name(), summary.format().formatted(column)));
      layers.add(new Layer("per_" + summary.inner().name(), columns, true, List.of(), List.of()));
      orders = kept.stream().map(name -> new Order(name, false)).toList();
    }
    if (draft.place.isPresent()
        && draft.order.isPresent()
        && !groups.isEmpty()
        && layers.isEmpty()) {
      List<Column> columns = Layers.columns(groups);
      columns.addAll(Layers.columns(measures));
      String rank =
          "row_number() OVER (ORDER BY %s%s, %s) = %d"
              .formatted(
                  orderColumn(draft),
                  draft.order.get().descending() ? " DESC" : "",
                  String.join(", ", groups),
                  draft.place.get());
      layers.add(
          new Layer(
              "grouped",
              columns,
              false,
              List.of(),
              List.of(new Condition(rank, "that place in the ranking"))));
      limit = Optional.empty();
    }
    if (draft.transform == Transform.SHARE_OF_TOTAL && groups.isEmpty()) {
      throw cannot("A share of a total that is not split.");
    }
    if (groups.isEmpty()
        && draft
            .order
            .filter(o -> !o.measure().expression().matches("(max|min)\\(.*"))
            .isPresent()) {
      throw cannot("Nothing is grouped that could be ranked.");
    }
    boolean timed =
        draft.filters.stream().anyMatch(f -> f.condition().contains("{time}"))
            || draft.groups.stream().anyMatch(Dimension::isTime);
    if (timed
        && !draft.signups
        && draft.measures.stream().anyMatch(measure -> measure.entity().equals("user"))) {
      throw cannot("Users have no time but that of their sign-up, which was not named.");
    }
    if (Contradictions.ofItself(draft)) {
      throw cannot("A share of rows that all meet the condition.");
    }
    if (Contradictions.ofGroups(draft)) {
      throw cannot("A split by weekday of rows of one weekday.");
    }
    if (Contradictions.among(draft.filters)) {
      throw cannot("No row meets both conditions.");
    }
    if (!having.isEmpty() && groups.isEmpty()) {
      throw cannot("A condition on groups where nothing is grouped.");
    }
    if (limit.isPresent() && groups.isEmpty()) {
      throw cannot("There is nothing to take the first " + limit.get() + " of.");
    }
    if (draft.place.isPresent() && layers.isEmpty()) {
      throw cannot("A place in a ranking of what is not ranked.");
    }
    return new LayeredQuery(base, having, layers, orders, limit);
  }

  private static WarehouseException cannot(String reason) {
    return new WarehouseException(WarehouseException.Code.USER, reason);
  }

  /** How many users, of each group, are above a multiple of their own group's mean. */
  private LayeredQuery aboveOwnGroup(Draft draft, OfThreshold threshold) {
    Measure measure = threshold.measure();
    Dimension user = model.dimension("user_id");
    List<Dimension> groups = draft.groups.stream().filter(d -> !d.equals(user)).toList();
    List<Dimension> all = new ArrayList<>(groups);
    all.add(user);
    List<String> names = groups.stream().map(Dimension::name).toList();
    BigDecimal factor = ((Bound.OwnGroup) threshold.comparison().bound()).factor();
    String partition = names.isEmpty() ? "" : "PARTITION BY " + String.join(", ", names);
    Condition above =
        new Condition(
            "%s %s %s * avg(%s) OVER (%s)"
                .formatted(
                    measure.name(),
                    threshold.comparison().comparison().sign(),
                    factor.toPlainString(),
                    measure.name(),
                    partition),
            measure.label()
                + " is "
                + threshold.comparison().comparison().words()
                + " "
                + factor
                + " × the mean of the own group");
    List<Column> columns = Layers.columns(names);
    columns.addAll(Layers.columns(List.of("user_id", measure.name())));
    List<Column> counted = Layers.columns(names);
    counted.add(new Column("users", "count(*)"));
    return new LayeredQuery(
        new MetricQuery(List.of(measure), all, draft.filters, List.of(), Optional.empty()),
        List.of(),
        List.of(
            new Layer("by_user", columns, false, List.of(), List.of(above)),
            new Layer("above", counted, true, List.of(), List.of())),
        names.stream().map(name -> new Order(name, false)).toList(),
        Optional.empty());
  }

  private static List<Order> orders(Draft draft, List<String> groups) {
    List<Order> orders = new ArrayList<>();
    draft.order.ifPresent(
        order -> {
          String column = orderColumn(draft);
          if (!draft.groups.isEmpty()) {
            orders.add(new Order(column, order.descending()));
          }
        });
    for (String group : groups) {
      orders.add(new Order(group, false));
    }
    return orders;
  }

  /** Rows of different kinds are counted by the same expression. */
  private static boolean same(Measure measure, Measure other) {
    return measure.expression().equals(other.expression())
        && measure.entity().equals(other.entity());
  }

  /** The column of the figure that is ranked by, which may bear the name of one said before. */
  private static String orderColumn(Draft draft) {
    Measure ranked = draft.order.orElseThrow().measure();
    return draft.measures.stream()
        .filter(m -> same(m, ranked))
        .map(Measure::name)
        .findFirst()
        .orElseThrow(() -> cannot("What is ranked by is not worked out: " + ranked.label()));
  }

  private void topOfEach(
      Draft draft, List<String> groups, List<String> measures, List<Layer> layers) {
    List<String> within = draft.within.stream().map(Dimension::name).toList();
    List<String> ordered = new ArrayList<>(within);
    groups.stream().filter(g -> !within.contains(g)).forEach(ordered::add);
    List<Column> columns = Layers.columns(ordered);
    columns.addAll(Layers.columns(measures));
    String inner =
        ordered.stream().filter(g -> !within.contains(g)).collect(Collectors.joining(", "));
    if (inner.isEmpty()) {
      throw cannot("Nothing is named that could be ranked within each " + within + ".");
    }
    String rank =
        "row_number() OVER (PARTITION BY %s ORDER BY %s%s%s) %s %d"
            .formatted(
                String.join(", ", within),
                orderColumn(draft),
                draft.order.get().descending() ? " DESC" : "",
                ", " + inner,
                draft.place.isPresent() ? "=" : "<=",
                draft.place.orElse(draft.limit.orElse(1)));
    layers.add(
        new Layer(
            "grouped",
            columns,
            false,
            List.of(),
            List.of(new Condition(rank, "the first of each"))));
  }

  /** The comparison and its bound as SQL, e.g. {@code > 0.21}. */
  static Optional<String> bound(
      SemanticModel model, OfThreshold threshold, List<Filter> filters, List<Dimension> groups) {
    String sign = threshold.comparison().comparison().sign() + " ";
    Bound bound = threshold.comparison().bound();
    Measure measure = threshold.measure();
    if (bound instanceof Bound.Fixed number) {
      return Optional.of(
          sign
              + Thresholds.inUnitOf(measure.unit(), number.value(), number.unit()).toPlainString());
    }
    if (bound instanceof Bound.Range range) {
      return Optional.of(
          (threshold.comparison().comparison() == Filter.Comparison.NOT_EQUAL ? "NOT " : "")
              + "BETWEEN "
              + range.from().toPlainString()
              + " AND "
              + range.until().toPlainString());
    }
    if (bound instanceof Bound.Overall overall) {
      // A sum over everything is no yardstick for one user's sum: the mean user's is.
      boolean ofOneUser = measure.expression().matches("(sum|count)\\(.*\\)");
      Figures figures = new Figures(model);
      Measure yardstick =
          !ofOneUser
              ? measure
              : groups.size() == 1 && !groups.get(0).identifier()
                  ? figures.perValue(measure, groups.get(0))
                  : figures.per(measure, model.entity("user")).as(measure.name(), measure.label());
      MetricQuery reference =
          new MetricQuery(List.of(yardstick), List.of(), filters, List.of(), Optional.empty());
      String sql =
          new QueryRenderer(model)
              .render(reference)
              .sql()
              .replace("\n", " ")
              .replaceAll(" AS " + measure.name() + "(?= FROM)", "");
      String factor =
          overall.factor().compareTo(BigDecimal.ONE) == 0
              ? ""
              : overall.factor().toPlainString() + " * ";
      return Optional.of(sign + factor + "(" + sql + ")");
    }
    return Optional.empty();
  }
}
