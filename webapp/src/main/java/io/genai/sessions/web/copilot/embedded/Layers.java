package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Column;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Condition;
import io.genai.sessions.warehouse.semantic.LayeredQuery.Layer;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done with the figures of all groups: ranks, changes, shares, yardsticks. */
final class Layers {
  private Layers() {}

  /** How many groups, largest first, it takes to make up a part of the whole. */
  static void fewest(Draft draft, String measure, List<String> groups, List<Layer> layers) {
    List<Column> columns = columns(List.of(measure));
    columns.add(
        new Column(
            "larger",
            "sum(%1$s) OVER (ORDER BY %1$s DESC, %2$s) - %1$s"
                .formatted(measure, String.join(", ", groups))));
    columns.add(new Column("whole", "sum(" + measure + ") OVER ()"));
    layers.add(new Layer("grouped", columns, false, List.of(), List.of()));
    String part = draft.fewestFor.orElseThrow().toPlainString();
    layers.add(
        new Layer(
            "ranked",
            List.of(new Column(draft.summary.orElseThrow().name(), "count(*)")),
            true,
            List.of(new Condition("larger < " + part + " * whole", "up to " + part)),
            List.of()));
  }

  /** What all groups' figures give to compare one with. */
  static Optional<String> amongTheGroups(OfThreshold threshold, List<Dimension> groups) {
    String name = threshold.measure().name();
    Bound bound = threshold.comparison().bound();
    if (bound instanceof Bound.Previous previous) {
      List<String> times = groups.stream().filter(Layers::goesOn).map(Dimension::name).toList();
      List<String> others =
          groups.stream().map(Dimension::name).filter(other -> !times.contains(other)).toList();
      return times.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%s * lag(%s) OVER (%sORDER BY %s)"
                  .formatted(
                      previous.factor().toPlainString(),
                      name,
                      others.isEmpty() ? "" : "PARTITION BY " + String.join(", ", others) + " ",
                      times.get(0)));
    }
    if (bound instanceof Bound.Quantile quantile) {
      return Optional.of(
          "quantile_cont(%s, %s) OVER ()".formatted(name, quantile.part().toPlainString()));
    }
    if (bound instanceof Bound.Outlier outlier) {
      String sign = threshold.comparison().comparison() == Filter.Comparison.LESS ? "-" : "+";
      return Optional.of(
          "avg(%1$s) OVER () %2$s %3$s * stddev(%1$s) OVER ()"
              .formatted(name, sign, outlier.factor().toPlainString()));
    }
    return Optional.empty();
  }

  /** Groups whose figure is above or below what all groups' figures give. */
  static Layer within(
      OfThreshold threshold, String yardstick, List<String> groups, List<String> measures) {
    List<Column> columns = columns(groups);
    columns.addAll(columns(measures));
    String sign = threshold.comparison().comparison().sign();
    return new Layer(
        "all_groups",
        columns,
        false,
        List.of(),
        List.of(
            new Condition(
                threshold.measure().name() + " " + sign + " " + yardstick,
                threshold.measure().label() + " " + sign + " " + yardstick)));
  }

  static void transform(
      Draft draft, List<String> groups, List<String> measures, List<Layer> layers) {
    if (draft.transform == Transform.NONE || measures.isEmpty()) {
      return;
    }
    String measure = measures.get(0);
    String time =
        draft.groups.stream()
            .filter(Layers::goesOn)
            .map(Dimension::name)
            .findFirst()
            .orElse(groups.isEmpty() ? measure : groups.get(0));
    String others =
        draft.groups.stream()
            .map(Dimension::name)
            .filter(name -> !name.equals(time))
            .collect(Collectors.joining(", "));
    String partition = others.isEmpty() ? "" : "PARTITION BY " + others + " ";
    List<Column> columns = columns(groups);
    switch (draft.transform) {
      case SHARE_OF_TOTAL -> {
        if (draft.figureFirst) {
          columns.addAll(columns(measures));
        }
        String within =
            draft.within.stream().map(Dimension::name).collect(Collectors.joining(", "));
        columns.add(
            new Column(
                draft.percent ? "percentage" : "share",
                (draft.percent ? "100.0 * " : "")
                    + measure
                    + " / sum("
                    + measure
                    + ") OVER ("
                    + (within.isEmpty() ? "" : "PARTITION BY " + within)
                    + ")"));
        if (!draft.figureFirst) {
          columns.addAll(columns(measures));
        }
      }
      case MOVING_AVERAGE -> {
        columns.add(
            new Column(
                "moving_average",
                "avg(%s) OVER (%sORDER BY %s ROWS BETWEEN %d PRECEDING AND CURRENT ROW)"
                    .formatted(measure, partition, time, draft.window - 1)));
        columns.addAll(columns(measures));
      }
      case RUNNING_TOTAL -> {
        columns.add(
            new Column(
                "running_total",
                "sum(%s) OVER (%sORDER BY %s)".formatted(measure, partition, time)));
        columns.addAll(columns(measures));
      }
      case PREVIOUS -> {
        columns.addAll(columns(measures));
        columns.add(
            new Column(
                "previous_" + measure,
                "lag(%s) OVER (%sORDER BY %s)".formatted(measure, partition, time)));
      }
      case CHANGE, CHANGE_PERCENT -> {
        String before = "lag(%s) OVER (%sORDER BY %s)".formatted(measure, partition, time);
        if (draft.transform == Transform.CHANGE) {
          String change = measure + " - " + before;
          columns.addAll(columns(measures));
          columns.add(
              draft.changeFirst ? groups.size() : columns.size(),
              new Column("change", draft.percent ? "100.0 * (" + change + ")" : change));
        } else {
          if (draft.figureFirst) {
            columns.addAll(columns(measures));
          }
          columns.add(
              new Column(
                  "change",
                  "%s(%s - %s) / %s"
                      .formatted(draft.percent ? "100.0 * " : "", measure, before, before)));
          if (!draft.figureFirst) {
            columns.addAll(columns(measures));
          }
        }
      }
      case RANK -> {
        String within =
            draft.within.stream().map(Dimension::name).collect(Collectors.joining(", "));
        columns.add(
            new Column(
                "position",
                "rank() OVER (%sORDER BY %s%s)"
                    .formatted(
                        within.isEmpty() ? "" : "PARTITION BY " + within + " ",
                        measure,
                        draft.order.map(o -> o.descending() ? " DESC" : "").orElse(" DESC"))));
        columns.addAll(columns(measures));
      }
      case NONE -> throw new IllegalStateException("no transform");
    }
    layers.add(
        new Layer(
            "grouped",
            columns,
            false,
            List.of(),
            draft.withoutFirst
                ? List.of(
                    new Condition(
                        "lag(%s) OVER (%sORDER BY %s) IS NOT NULL"
                            .formatted(measure, partition, time),
                        "with something before"))
                : List.of()));
  }

  /** Along what a figure goes on: the calendar, or dates such as those of sign-ups. */
  private static boolean goesOn(Dimension dimension) {
    return dimension.isTime()
        || dimension.type() == Dimension.Type.DATE
        || dimension.type() == Dimension.Type.TIMESTAMP;
  }

  static List<Column> columns(List<String> names) {
    return names.stream()
        .map(name -> new Column(name, name))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
