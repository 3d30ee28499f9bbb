package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfOrder;
import java.util.List;
import java.util.Optional;

/** Ranks, limits and adjectives that name a figure by themselves. */
final class Rankings extends Asking {
  private final Superlatives superlatives;

  Rankings(SemanticModel model) {
    super(model);
    superlatives = new Superlatives(model);
  }

  void rankings(Tagged q, Draft draft) {
    q.rewrite(
        "(?<=^ )((?:<D>|<E>)(?: (?:and|,) (?:<D>|<E>))*) (?:ranked|sorted|ordered) by (<M>|<F>|<E>)",
        g -> "rank " + g.get(1) + " by " + g.get(2));
    q.rewrite(
        "(?:for|in|within|per) (?:(?:each|every) )?(<D>) , rank (<D>|<E>) by (<M>|<F>)",
        g -> "rank " + g.get(2) + " by " + g.get(3) + " for each " + g.get(1));
    q.rewrite(
        "rank (<E>|<D>) by (<M>|<F>)(?: separately)? (?:within|inside|in|for|per)(?: (?:each|every|their))? (<D>) (?:and|,|then) (?:\\S+ ){0,4}?(?:top|first|best) (<N>)(?: (?:of|in|per|for) (?:each|every)(?: <D>)?)?",
        g -> "top " + g.get(4) + " " + g.get(1) + " by " + g.get(2) + " for each " + g.get(3));
    q.rewrite(
        "(?:, |and )?(?:sorted |ordered |ranked |order |sort )?(?:by |with |from )?(biggest|largest|highest|greatest|most|lowest|smallest|fewest|least|best|worst|longest|shortest|slowest|fastest|priciest|cheapest|busiest|quietest)(?: (?:<M>|<F>|<E>|<D>|improvement|figure|value|rate|share|one|number|count|total|average|gain|gap|difference))? (?:first|at top|on top)(?= |$)",
        g -> {
          draft.first = Optional.of(g.get(1));
          return "";
        });
    q.rewrite(
        "(?:, |and )?(?:by |with |from )?(most|least) (?:common|frequent|used|popular|often used)(?: (?:<D>|<E>|one))? (?:first|at top|on top)(?= |$)",
        g -> {
          draft.first = Optional.of(g.get(1));
          return "";
        });
    q.rewrite(
        "(?:rank|ranked|ranking|order|sort|sorted|ordered)( of)? ((?:<D>|<E>)(?: (?:and|,) (?:<D>|<E>))*)(?: by| according to| on| in term of)? (?:number of )?(<M>|<F>|<E>)(?: (?:spent|burned|used|paid|made))?(?: ,)?(?: separately)?((?: (?:for|in|within|inside|among|per|by))(?: each| every| its| their)? (<D>))?",
        g -> rank(q, draft, g));
    draft.order.ifPresent(
        order ->
            q.rewrite(
                "(?:, )?(?:best|worst|biggest|largest|highest|most|lowest|smallest|fewest|least) (?:first|at top|to (?:lowest|highest|smallest|largest|least|most|worst|best))",
                g -> {
                  boolean descending =
                      g.get(0).matches("(?:, )?(?:biggest|largest|highest|most).*")
                          || (g.get(0).matches("(?:, )?worst.*") == order.measure().higherIsWorse()
                              && g.get(0).matches("(?:, )?(worst|best).*"));
                  draft.order = Optional.of(new OfOrder(order.measure(), descending));
                  return "";
                }));
    q.rewrite(
        "(?:(?:is|are|was|were|get|gets|got) )?(most|least|more|less) (?:often|frequently|likely|prone)(?: (?:to|be|end|in|marked|flagged|as|a))* (<S>|<V>)(?= |$)",
        g -> {
          String result = failing(q, draft, g.get(2), g.get(1).matches("most|more"));
          return result.equals(g.get(2)) ? g.get(0) : "";
        });
    q.rewrite(
        "(second|third|fourth|fifth|2nd|3rd) ((?:most|highest|largest|biggest|lowest|least|best|worst|slowest|fastest|busiest|cheapest|expensive)(?: \\S+)*) per (<E>)",
        g -> g.get(1) + " " + g.get(2));
    q.rewrite(
        "(?:, )?(?:ordered |sorted |ranked )?from (most|highest|largest|biggest|best|worst|fewest|lowest|least|smallest|longest|shortest|slowest|fastest) to (?:most|highest|largest|biggest|best|worst|fewest|lowest|least|smallest|longest|shortest|slowest|fastest)(?: (<M>|<F>|<E>))?",
        g -> {
          draft.first = Optional.of(g.get(1));
          if (!g.get(2).isEmpty()) {
            draft.measure(measure(q, g.get(2)));
          }
          return "";
        });
    // The figure that was named, not the one that the adjective stands for.
    q.rewrite(
        "(slowest|fastest|cheapest|most expensive|priciest|busiest|quietest) (<D>|<E>) (?:by|in term of|according to|measured by|going by) (<M>)(?= |$)",
        g ->
            g.get(2)
                + " with "
                + (g.get(1).matches("fastest|cheapest|quietest") ? "lowest " : "highest ")
                + g.get(3));
    String best = "(?:best|highest|largest|fastest|biggest|most|greatest)";
    String worst = "(?:worst|lowest|smallest|slowest|fewest|least)";
    String ends = "(?:" + best + " and " + worst + "|" + worst + " and " + best + ")";
    q.rewrite(
        "(?:gap|difference|spread|range|distance) between "
            + ends
            + " (<D>)(?: 's)? (?:in term of )?(<M>|<F>)",
        g -> extremes(q, draft, g.get(1), g.get(2)));
    q.rewrite(
        "(?:gap|difference|spread|range|distance) between "
            + ends
            + " (<M>|<F>) (?:across|among|of|by|over|between)(?: all)? (<D>)",
        g -> extremes(q, draft, g.get(2), g.get(1)));
    q.rewrite(
        "(?:gap|difference|spread|range|distance) (?:in|of) (<M>|<F>) between " + ends + " (<D>)",
        g -> extremes(q, draft, g.get(2), g.get(1)));
    limits(q, draft);
    adjectives(q, draft);
    superlatives.superlatives(q, draft);
    if (draft.order.isPresent() && draft.limit.isEmpty()) {
      q.rewrite(
          "which (<N>)(?= |$)",
          g -> {
            int rows = q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue();
            draft.limit = Optional.of(rows);
            return "which";
          });
    }
  }

  /** The largest figure of any group less the smallest. */
  private String extremes(Tagged q, Draft draft, String by, String of) {
    draft.measure(measure(q, of));
    draft.summarise(dimension(q, by), "difference", "max(%1$s) - min(%1$s)");
    return "";
  }

  String rank(Tagged q, Draft draft, List<String> g) {
    Measure measure = measure(q, g.get(3));
    boolean within = !g.get(5).isEmpty();
    if (within) {
      Dimension outer = q.item(g.get(5)).as(OfDimension.class).orElseThrow().dimension();
      draft.group(outer);
      draft.within.add(outer);
      draft.transform = Transform.RANK;
    }
    for (String tag : Words.split(g.get(2))) {
      if (tag.contains(":")) {
        draft.group(dimension(q, tag));
      }
    }
    draft.measure(measure);
    boolean ascending =
        (q.has(
                    "(?:.* )?(?:ascending|lowest first|smallest first|fewest first|from (?:lowest|best|smallest|least|fewest).*|best to worst)(?: .*)?")
                && !measure.higherIsWorse())
            || q.has("(?:.* )?(?:1 is best|smallest first|lowest first|ascending)(?: .*)?");
    draft.order = Optional.of(new OfOrder(measure, !ascending));
    q.rewrite("\\( [^()]* \\)", "");
    return "";
  }

  void limits(Tagged q, Draft draft) {
    q.rewrite(
        "(second|third|fourth|fifth|2nd|3rd)(?= (?:most|highest|largest|biggest|lowest|least|best|worst|slowest|fastest|busiest|smallest|longest))",
        g -> {
          draft.place =
              Optional.of(
                  switch (g.get(1)) {
                    case "second", "2nd" -> 2;
                    case "third", "3rd" -> 3;
                    case "fourth" -> 4;
                    default -> 5;
                  });
          return "";
        });
    q.rewrite(
        "(top|bottom|best|worst|first) (<N>)",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(2)).as(OfNumber.class).orElseThrow().value().intValue());
          return g.get(1).equals("bottom") ? "bottom" : "top";
        });
    q.rewrite(
        "(<N>)(?= (?:most|least|highest|lowest|largest|smallest|biggest|slowest|fastest|cheapest|longest|shortest|best|worst|top|busiest|expensive|heaviest|newest|oldest|latest|poorest|priciest))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return "";
        });
    q.rewrite(
        "(?:which|what) (<N>)(?= (?:<D>|<E>))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return "which ";
        });
    q.rewrite(
        "(?<!than )(?<!least )(?<!most )(?<!over )(?<!under )(?<!exactly )(<N>) (<E>|<D>)(?= (?:that|which|who) .*(?:most|least|highest|lowest|fewest))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return g.get(2);
        });
    q.rewrite(
        "(<N>) (<E>|<D>) with(?= (?:most|highest|lowest|fewest|largest|least))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return g.get(2) + " with ";
        });
  }

  /** Superlatives that name a figure by themselves: slowest, busiest, most expensive. */
  void adjectives(Tagged q, Draft draft) {
    q.rewrite(
        "(most expensive|costliest|priciest|most costly|cheapest|least expensive|least costly) (<D>) (per <E>)",
        g -> g.get(1) + " " + g.get(3) + " " + g.get(2));
    String noun = "(?= (?:<D>|<E>|<S>|<V>|on|in|to|for|<T>|overall|$))";
    q.rewrite(
        "(<F>) (longest|shortest)(?: <A>)?",
        g -> {
          boolean wait = q.item(g.get(1)).surface().startsWith("wait");
          if (wait) {
            draft.order =
                Optional.of(
                    new OfOrder(model.measure("average_latency"), g.get(2).equals("longest")));
          }
          return wait ? "which" : g.get(0);
        });
    adjective(q, draft, "slowest" + noun, "average_latency", true);
    adjective(q, draft, "fastest|quickest", "average_latency", false);
    adjective(
        q,
        draft,
        "(?:most expensive|costliest|priciest|most costly)",
        Phase.mentions(q, "session") ? "cost_per_session" : "cost_per_generation",
        true);
    adjective(
        q,
        draft,
        "(?:cheapest|least expensive|least costly)",
        Phase.mentions(q, "session") ? "cost_per_session" : "cost_per_generation",
        false);
    adjective(
        q,
        draft,
        "(?:biggest|heaviest|top|largest|highest) (?:spender|spending|spend)s?",
        "total_cost",
        true);
    adjective(
        q,
        draft,
        "(?:spend|spends|spent|spending|pay|burn|burned|cost)(?: us)? (?:most|more)(?: (?:credit|overall|<[FM]>|<F>|<M>))?",
        "total_cost",
        true);
    adjective(
        q,
        draft,
        "(?:spend|spends|spent|spending|cost)(?: us)? (?:least|less)",
        "total_cost",
        false);
    adjective(
        q,
        draft,
        "(?:most frustrating|most painful|most annoying|roughest)",
        "average_friction",
        true);
    adjective(q, draft, "(?:least frustrating|smoothest|least painful)", "average_friction", false);
    adjective(q, draft, "(?:most reliable|least error prone|most dependable)", "error_rate", false);
    adjective(
        q,
        draft,
        "(?:least reliable|most error prone|flakiest|most unreliable)",
        "error_rate",
        true);
    adjective(q, draft, "(?:best aligned|most aligned|most faithful)", "average_alignment", true);
    adjective(
        q, draft, "(?:worst aligned|least aligned|poorest aligned)", "average_alignment", false);
    adjective(
        q, draft, "(?:most complex|most complicated|most elaborate)", "average_complexity", true);
    adjective(
        q, draft, "(?:least complex|simplest|least complicated)", "average_complexity", false);
    adjective(
        q,
        draft,
        "(?:most active|busiest|most traffic|heaviest usage|most used by)",
        "generations",
        true);
    adjective(q, draft, "(?:least active|quietest|least busy|slowest)", "generations", false);
    q.rewrite(
        "(?:(?:fail|<S>|<V>)) (?:most|more)(?: (?:often|frequently|in relative term|proportionally|relatively))?(?= ?$| [?.,]| in | on | per | by | for | when )",
        g -> failing(q, draft, g.get(0), true));
    q.rewrite("(?:most|more) (?:often|frequently|likely to)? ?(?:<S>|<V>)", g -> g.get(0));
    q.rewrite(
        "(<S>|<V>) least(?: (?:often|frequently|in relative term))?",
        g -> failing(q, draft, g.get(0), false));
    q.rewrite("in relative term", "");
  }

  String failing(Tagged q, Draft draft, String words, boolean descending) {
    OfCondition condition = Phase.condition(q, Words.split(words)[0]);
    if (condition.entity().equals("time") || condition.entity().equals("user")) {
      return words;
    }
    Measure rate =
        condition.filter().condition().equals(model.segment("failed").condition())
            ? model.measure("error_rate")
            : figures.share(model.entity(condition.entity()), condition.filter(), false);
    draft.order = Optional.of(new OfOrder(rate, descending));
    return "which";
  }

  void adjective(Tagged q, Draft draft, String words, String measure, boolean descending) {
    q.rewrite(
        "(?:" + words + ")(?: per <E>)?",
        g -> {
          String tag = Words.split(g.get(0))[Words.split(g.get(0)).length - 1];
          String owner = g.get(0).matches(".* per \\S+") ? Phase.entity(q, tag).name() : "";
          Measure chosen =
              measure.matches("total_cost|cost_per_.*") && owner.matches("user|session|generation")
                  ? model.measure("cost_per_" + owner)
                  : measure.equals("generations") && owner.matches("user|session")
                      ? model.measure("generations_per_" + owner)
                      : model.measure(measure);
          draft.order = Optional.of(new OfOrder(chosen, descending));
          return "which";
        });
  }
}
