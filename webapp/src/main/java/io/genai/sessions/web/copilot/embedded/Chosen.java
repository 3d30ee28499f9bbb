package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.MetricQuery.Order;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import java.util.List;
import java.util.Optional;

/**
 * A group that is chosen by a figure and then looked into: "error rate by hour on the day with the
 * most requests", "churn rate of the busiest region", "p95 latency of the slowest sampler".
 */
final class Chosen extends Asking {
  private static final String IN =
      "(?:for|in|on|of|during|within|at|from|by|among)(?: (?:the|our|that))*";

  Chosen(SemanticModel model) {
    super(model);
  }

  void chosen(Tagged q) {
    if (q.has(
        "(?:which|who|top|bottom|<N> (?:most|least|busiest)|first|second|share|percentage|gap|difference)")) {
      return;
    }
    q.rewrite(
        IN
            + " (?:one |single )?(<D>|<E>) (?:with|that has|that had|which has|which had|having)(?: (?:the|our))* (most|highest|largest|lowest|fewest|least|smallest)(?: (?:number of|total|overall|count of))* (<M>|<E>)(?= |$)",
        g ->
            chosen(
                q,
                g.get(0),
                g.get(1),
                q.item(g.get(3)).as(Meaning.OfEntity.class).isPresent()
                    ? figures.count(Phase.entity(q, g.get(3)))
                    : Phase.measureOf(q, g.get(3)),
                !g.get(2).matches("lowest|fewest|least|smallest")));
    q.rewrite(
        IN
            + " (busiest|most active|most used|most popular|most common|quietest|least active|least used|slowest|fastest|cheapest|most expensive|priciest)(?: single)? (<D>|<E>)(?= |$)",
        g ->
            figure(q, g.get(1), g.get(2))
                .map(
                    measure ->
                        chosen(
                            q,
                            g.get(0),
                            g.get(2),
                            measure,
                            !g.get(1).matches("quietest|least .*|fastest|cheapest")))
                .orElse(g.get(0)));
  }

  private Optional<Measure> figure(Tagged q, String word, String tag) {
    Dimension by = dimension(q, tag);
    return switch (word) {
      case "slowest", "fastest" -> Optional.of(model.measure("average_latency"));
      case "cheapest", "most expensive", "priciest" ->
          by.entity().equals("session")
              ? Optional.empty()
              : Optional.of(model.measure("cost_per_generation"));
      default ->
          Optional.of(
              model.measure(
                  by.entity().equals("prompt") && word.contains(" ") ? "prompts" : "generations"));
    };
  }

  /** The condition that a row is of the group that comes first by the measure. */
  private String chosen(Tagged q, String surface, String tag, Measure measure, boolean most) {
    boolean named = q.item(tag).as(OfDimension.class).isPresent();
    boolean user = !named && Phase.entity(q, tag).name().equals("user");
    if ((!named && !user) || plural(q, tag) || !isMeasuredBefore(q, surface)) {
      return surface;
    }
    Dimension by = dimension(q, tag);
    String first =
        new QueryRenderer(model)
            .render(
                new MetricQuery(
                    List.of(measure),
                    List.of(by),
                    List.of(),
                    List.of(new Order(measure.name(), most), new Order(by.name(), false)),
                    Optional.of(1)))
            .sql()
            .replaceAll("\\s+", " ");
    return q.tag(
        surface,
        new OfCondition(
            by.isTime() ? Dimension.TIME : by.entity(),
            new Filter(
                "%s IN (SELECT %s FROM (%s))".formatted(by.expression(), by.name(), first),
                "of the "
                    + by.label()
                    + " with the "
                    + (most ? "most " : "least ")
                    + measure.label())));
  }

  /** Whether a figure was said before: "the busiest region" alone asks which one it is. */
  private static boolean isMeasuredBefore(Tagged q, String surface) {
    String before = q.text().substring(0, Math.max(0, q.text().indexOf(surface)));
    return before.matches(".* [A-Z]*[MFE][A-Z]*:[0-9]+ .*");
  }
}
