package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import java.util.Optional;

/** One figure less another: of two values, two conditions or two periods. */
final class Differences extends Phase {
  private static final String SIDE =
      "(?: (?:on|in|for|of|with|from|at|during|among|between|by|that|made with|using))*";
  private static final String KIND = "(<V>|<S>|<T>)(?: <E>| <D>)?";

  Differences(SemanticModel model) {
    super(model);
  }

  void differences(Tagged q) {
    q.rewrite(
        "(percent|percentage|relative|pct) (?:change|growth|increase|difference|decrease|drop)(?: (?:in|of))? (?:number of )?(<M>|<E>)(?: (?:between|from|for|of))+ "
            + KIND
            + " (?:and|to|vs|versus)"
            + SIDE
            + " "
            + KIND,
        g -> {
          Measure of =
              q.item(g.get(2)).as(Meaning.OfMeasure.class).isPresent()
                  ? measureOf(q, g.get(2))
                  : figures.count(entity(q, g.get(2)));
          Optional<Filter> earlier = filter(q, g.get(3), of);
          Optional<Filter> later = filter(q, g.get(4), of);
          return earlier.isEmpty() || later.isEmpty() || of.expression().contains("FILTER")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.change(of, later.get(), earlier.get(), !g.get(1).equals("relative")));
        });
    q.rewrite(
        "(?:by )?how much (slower|faster|quicker|cheaper|pricier|more expensive|less expensive)(?: (?:is|are|was|were|do|does))* (<V>|<S>)(?: <E>)?(?: (?:is|are|than|get|gets))+ (<V>|<S>)(?: <E>)?",
        g -> {
          String of =
              measure(
                  q,
                  g.get(1),
                  model.measure(
                      g.get(1).matches("slower|faster|quicker")
                          ? "average_latency"
                          : "cost_per_generation"));
          boolean more = g.get(1).matches("slower|pricier|more expensive");
          return difference(q, g.get(0), of, g.get(more ? 2 : 3), g.get(more ? 3 : 2));
        });
    q.rewrite(
        "(?:by )?how much(?: (?:do|does|did))? (<V>|<S>)(?: <E>)? (?:beat|outperform|exceed|surpass|(trail|lag)) (<V>|<S>)(?: <E>)? (?:in|on|by|for|at) (<M>)(?: ,?\\( (<V>|<S>)[^()]* minus (<V>|<S>)[^()]* \\))?",
        g -> {
          boolean turned = !g.get(2).isEmpty();
          boolean as = g.get(5).isEmpty() || same(q, g.get(5), g.get(turned ? 3 : 1));
          return as
              ? difference(q, g.get(0), g.get(4), g.get(turned ? 3 : 1), g.get(turned ? 1 : 3))
              : g.get(0);
        });
    fromTheOverall(q);
    q.rewrite(
        "(<M>)" + SIDE + " " + KIND + " (?:minus|less) (?:(<M>)|that|one)" + SIDE + " " + KIND,
        g ->
            g.get(3).isEmpty()
                    || measureOf(q, g.get(3))
                        .expression()
                        .equals(measureOf(q, g.get(1)).expression())
                ? difference(q, g.get(0), g.get(1), g.get(2), g.get(4))
                : g.get(0));
    q.rewrite(
        "(?:difference|gap|delta|change)(?: (?:in|of))? (<M>)(?: (?:between|from|for|of))+ "
            + KIND
            + " (?:and|to|vs|versus)"
            + SIDE
            + " "
            + KIND,
        g -> difference(q, g.get(0), g.get(1), g.get(3), g.get(2), g.get(0)));
    q.rewrite(
        "(?:difference|gap|delta)(?: (?:between|in|of))* "
            + KIND
            + " (?:and|vs|versus)"
            + SIDE
            + " "
            + KIND
            + " (?:in|for|of|by|on) (<M>)",
        g -> difference(q, g.get(0), g.get(3), g.get(1), g.get(2)));
    q.rewrite(
        "(?:difference|gap|delta)(?: (?:between|in|of))* (<M>)"
            + SIDE
            + " "
            + KIND
            + " (?:and|vs|versus)(?: (?:that|one|<M>))?"
            + SIDE
            + " "
            + KIND,
        g -> difference(q, g.get(0), g.get(1), g.get(2), g.get(3)));
    q.rewrite(
        "(?:by )?how much (?:higher|lower|more|better|worse|larger|longer|bigger|greater|less)(?: (?:is|was|are|were|does))* (<M>)"
            + SIDE
            + " "
            + KIND
            + "(?: (?:is|was|are|than|compared to|compared with|have|has|get))+"
            + SIDE
            + " "
            + KIND,
        g ->
            g.get(0).matches(".*(lower|less).*")
                ? difference(q, g.get(0), g.get(1), g.get(3), g.get(2))
                : difference(q, g.get(0), g.get(1), g.get(2), g.get(3)));
    q.rewrite(
        "(?:(?:difference|gap|spread|distance) (?:between|of|from) )?(<M>)( minus| and| to) (<M>)(?= |$)",
        g -> {
          Measure left = measureOf(q, g.get(1));
          Measure right = measureOf(q, g.get(3));
          boolean said = g.get(2).equals("minus") || g.get(0).matches("(?:diff|gap|spread|dist).*");
          boolean turned =
              !g.get(2).equals("minus") && quantile(left) >= 0 && quantile(right) > quantile(left);
          return said && left.entity().equals(right.entity())
              ? measure(
                  q, g.get(0), turned ? figures.minus(right, left) : figures.minus(left, right))
              : g.get(0);
        });
  }

  private static boolean same(Tagged q, String left, String right) {
    return q.item(left).meanings().equals(q.item(right).meanings());
  }

  /** What the figures were said to be split by: "every mood 's error rate". */
  private static String split(String words) {
    for (String tag : Words.split(words)) {
      if (tag.matches("[A-Z]*D[A-Z]*:[0-9]+")) {
        return " by " + tag;
      }
    }
    return "";
  }

  /** The part of the rows that lie below the figure, in percent; -1 where it is no quantile. */
  private static int quantile(Measure measure) {
    String sql = measure.expression();
    return sql.startsWith("median(")
        ? 50
        : sql.matches("quantile_cont\\(.*, 0\\.[0-9]{2}\\)")
            ? Integer.parseInt(sql.substring(sql.length() - 3, sql.length() - 1))
            : -1;
  }

  /** "how far its average latency is from the overall one": the group's less that of all. */
  private void fromTheOverall(Tagged q) {
    String all =
        "(?:(?: (?:of|over|across|for|among))+(?: (?:all|everything|everyone|whole|overall|<E>|<D>|data|dataset))+)";
    q.rewrite(
        "(?:(?:how far|how far off|how much|difference|distance|deviation|gap)(?: (?:is|are|of|in|its|their|between|from|does|do|each|every|the|<D>|'s))* )?(<M>)(?: (?:is|are|lie|lies|deviate|deviates|differ|differs|away|above or below|off))* (minus|less|from|and|to|compared to|compared with|against|vs)(?: (?:that|value))? (?:(?:(?:overall|global|total|general)(?: (?:<A>|<M>|one|value|rate|figure))*"
            + all
            + "?)|(?:(?:<A>|<M>|one|that)"
            + all
            + "))(?: ,?\\(? ?(?:positive|negative|difference)[^()]*\\)?)?(?= |$)",
        g -> {
          boolean less =
              g.get(0).matches("(?:how far|how much|difference|distance|deviation|gap).*")
                  || g.get(2).matches("minus|less|from");
          Measure of = measureOf(q, g.get(1));
          boolean same = true;
          for (String tag : Words.split(g.get(0))) {
            if (tag.matches("[A-Z]*M[A-Z]*:[0-9]+")) {
              same &= measureOf(q, tag).expression().equals(of.expression());
            }
          }
          return less && same && q.has("(?:<D>|by|per|each|every)")
              ? measure(q, g.get(0), figures.fromOverall(of)) + split(g.get(0))
              : g.get(0);
        });
    if (q.surfacesMatch(".*\\bhow far\\b.*")) {
      q.rewrite("[:.?,;] difference in (?:<I>|ms|<F>)? ?,?(?: (?:positive|negative)[^()?:]*)?", "");
    }
  }

  /** "from A to B" is B less A; "between A and B" is A less B, as it was said. */
  private String difference(
      Tagged q, String surface, String measure, String second, String first, String words) {
    return words.matches(".* from .* to .*")
        ? difference(q, surface, measure, second, first)
        : difference(q, surface, measure, first, second);
  }

  private String difference(Tagged q, String surface, String measure, String more, String less) {
    Measure of = measureOf(q, measure);
    Optional<Filter> left = filter(q, more, of);
    Optional<Filter> right = filter(q, less, of);
    if (left.isEmpty() || right.isEmpty() || of.expression().contains("FILTER")) {
      return surface;
    }
    return measure(q, surface, figures.difference(of, left.get(), right.get()));
  }

  /** The condition, with a value of one dimension on both sides where a word names several. */
  private Optional<Filter> filter(Tagged q, String tag, Measure of) {
    Optional<OfPeriod> period = q.item(tag).as(OfPeriod.class);
    if (period.isPresent()) {
      return model
          .entity(of.entity())
          .time()
          .map(
              time ->
                  new Filter(
                      period.get().filter().condition().replace("{" + Dimension.TIME + "}", time),
                      period.get().filter().words()));
    }
    Filter filter = condition(q, tag).filter();
    return figures.grain(of.entity(), filter).equals(of.entity())
        ? Optional.of(filter)
        : Optional.empty();
  }
}
