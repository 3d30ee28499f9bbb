package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import java.util.Optional;

/** "its error rate in August and, next to it, in September": one figure, of two periods. */
final class Beside extends Phase {
  Beside(SemanticModel model) {
    super(model);
  }

  void beside(Tagged q) {
    String in = "(?: (?:in|for|of|during|on|from|over))*";
    q.rewrite(
        "(<M>)"
            + in
            + " (<T>)((?: (?:,|and|vs|it|them|that|beside|alongside|then|also|side by side|with|one|value|figure))+)"
            + in
            + " (?:(<M>)"
            + in
            + " )?(<T>)(?= ?$| (?:,|[.?]|by|per|for|side))",
        g -> {
          boolean beside =
              g.get(3).matches(".*(?:\\bvs it|beside|alongside|vs them).*")
                  || q.has("(?:one row|a row) (?:per|for each|each) <D>")
                  || q.has("(?:in )?(?:two|<N>|separate) columns?");
          boolean same =
              g.get(4).isEmpty()
                  || measureOf(q, g.get(4))
                      .expression()
                      .equals(measureOf(q, g.get(1)).expression());
          if (!beside || !same) {
            return g.get(0);
          }
          Optional<String> first = of(q, g.get(1), g.get(2), "first_");
          Optional<String> second = of(q, g.get(1), g.get(5), "second_");
          return first.isPresent() && second.isPresent()
              ? first.get() + " and " + second.get()
              : g.get(0);
        });
    q.rewrite(
        "(<V>|<S>) and (<V>|<S>) side by side",
        g -> count(q, g.get(1)) + " and " + count(q, g.get(2)));
    if (q.has("<M> and <M>")) {
      q.rewrite(
          "(?:one |a )?row (?:per|for each) (<D>) (?:with|,|and)", g -> "for each " + g.get(1));
    }
  }

  private String count(Tagged q, String tag) {
    OfCondition condition = condition(q, tag);
    Measure count = figures.countWhere(model.entity(condition.entity()), condition.filter());
    return measure(q, q.item(tag).surface(), count);
  }

  private Optional<String> of(Tagged q, String tag, String period, String name) {
    Measure measure = measureOf(q, tag);
    Filter filter = q.item(period).as(OfPeriod.class).orElseThrow().filter();
    return model
        .entity(measure.entity())
        .time()
        .filter(time -> !measure.expression().contains("FILTER"))
        .map(
            time ->
                measure(
                    q,
                    q.item(tag).surface() + " " + q.item(period).surface(),
                    figures
                        .where(
                            measure,
                            new Filter(
                                filter.condition().replace("{" + Dimension.TIME + "}", time),
                                filter.words()))
                        .as(name + measure.name(), measure.label() + " " + filter.words())));
  }
}
