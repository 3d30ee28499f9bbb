package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.util.List;
import java.util.Optional;

/** Averages, percentiles, extremes and correlations of facts. */
final class Aggregations extends PerOwner {
  private final Extremes extremes;

  Aggregations(SemanticModel model) {
    super(model);
    extremes = new Extremes(model);
  }

  /** "the average active user" is a user, not a count of them. */
  void owners(Tagged q) {
    String statistic =
        "(median|mean|average|typical|maximum|minimum|max|min|highest|lowest|[0-9]+th percentile|p ?[0-9]{2}|standard deviation)";
    String spends =
        "(?: (?:have|has|had|each|did|individually|us))* (?:<F>|spent|spend|spends|paid|pay|pays|cost|costs)(?: (?:us|in total|in all|altogether|overall|total|each))*(?= |$)";
    String one = "(?: (?:the|its|our|their|each|every|an?|all|single|individual|one))*";
    q.rewrite(
        statistic + " of what" + one + " (<E>|<M>)" + spends,
        g -> spentBy(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(?:how much|what)(?: (?:does|do|did|is spent by))"
            + one
            + " "
            + statistic
            + " (?:active )?(<E>|<M>)"
            + spends,
        g -> spentBy(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(average|mean|typical|each|every|per|median|(?<!with )(?<!with the )(?<!has )(?<!has the )(?<!have )(?<!have the )(?:most|least)|an?) (<M>)",
        g ->
            measureOf(q, g.get(2)).name().equals("active_users")
                ? g.get(1)
                    + (g.get(1).matches("most|least") ? " active " : " ")
                    + q.tag(
                        g.get(1).matches("most|least")
                            ? q.item(g.get(2)).surface().replaceFirst("^.* ", "")
                            : "user",
                        new OfEntity(model.entity("user")))
                : g.get(0));
  }

  /** "the median of what users spend", "how much does the median user spend". */
  private String spentBy(Tagged q, String surface, String statistic, String tag) {
    boolean users =
        q.item(tag).as(OfEntity.class).isEmpty()
            && measureOf(q, tag).name().matches("users|active_users");
    if (!users && q.item(tag).as(OfEntity.class).isEmpty()) {
      return surface;
    }
    Entity owner = users ? model.entity("user") : entity(q, tag);
    return owner.name().matches("user|session")
        ? statistic + " " + factTag(q, "cost") + " per " + q.tag(owner.name(), new OfEntity(owner))
        : surface;
  }

  static void aggregation(Tagged q, String words, String name, String format) {
    q.rewrite(words, g -> q.tag(g.get(0), new OfAggregation(name, format)));
  }

  void aggregations(Tagged q) {
    extremes.extremes(q);
    q.rewrite(
        "(?:how much|what) (?:do|does|did)(?: <A>)? ((?:<S> |<V> )*)(?:<E> )?(?:spend|pay|cost)(?: <A>)?(?: (?:per|in|for|on))(?: (?:each|every|single))* (<E>)(?: <A>)?",
        g -> spendPer(q, g.get(0), g.get(2)) + " " + g.get(1));
    q.rewrite(
        "(?:range|spread) of (<F>)",
        g -> {
          Fact fact = fact(q, g.get(1));
          return measure(
              q,
              g.get(0),
              figures.of(
                  "range_of_" + fact.name(),
                  "range of " + fact.label(),
                  fact.entity(),
                  "max(" + fact.expression() + ") - min(" + fact.expression() + ")",
                  fact.format()));
        });
    q.rewrite(
        "(?:how many|number of) ((?:<S> |<V> )*)(<E>) (?:per|in)(?: (?:each|every|one|single|<N>))* (<E>) (?:at most|maximum|at maximum|max)",
        g -> mostOfOne(q, java.util.List.of(g.get(0), "", g.get(1), g.get(2), g.get(3))));
    q.rewrite(
        "([0-9]{2})(?:th|st|nd|rd)((?: ,| and)+)(?= [0-9]{2}(?:th|st|nd|rd))",
        g -> "p" + g.get(1) + " " + g.get(2));
    q.rewrite("quartiles? \\( (?=(?:p ?)?(?:25|N:))", "( ");
    q.rewrite("(<F>) quartiles?(?= ?$| ,| by| per| for)", g -> "p25 , p50 and p75 " + g.get(1));
    q.rewrite("quartiles? (?:of )?(?:number of )?(<F>)", g -> "p25 , p50 and p75 " + g.get(1));
    q.rewrite("p([0-9]{2})", g -> quantile(q, g.get(0), g.get(1)));
    q.rewrite(
        "how long (?:(?:do|does|is|are|was|were|did) )?(?:(?:average|typical|mean) )?((?:<S> |<V> )*)(<E>)(?: (?:last|take|run|on average|typically|usually|long|average|to finish|to complete))*",
        g ->
            switch (entity(q, g.get(2)).name()) {
              case "session" ->
                  measure(q, g.get(0), model.measure("session_length")) + " " + g.get(1);
              case "generation", "prompt" ->
                  q.item(g.get(2)).surface().startsWith("prompt")
                          && !g.get(0).matches(".* (?:take|run)(?: .*)?")
                      ? "average " + factTag(q, "word_count") + " " + g.get(1)
                      : measure(q, g.get(0), model.measure("average_latency")) + " " + g.get(1);
              default -> g.get(0);
            });
    q.rewrite(
        "(?:p ?([0-9]{2})|([0-9]{2}) ?(?:th|nd|rd|st)?(?:-| )percentile|percentile ([0-9]{2})|N:([0-9]+) ?(?:th|nd|rd|st)? percentile|p N:([0-9]+))",
        g -> {
          String quantile = g.get(1) + g.get(2) + g.get(3);
          if (quantile.isEmpty()) {
            quantile = number(q, "N:" + g.get(4) + g.get(5)).value().toPlainString();
          }
          return quantile(q, g.get(0), quantile);
        });
    if (q.has("(?:median|mean|average|avg|p ?[0-9]{2}|percentile)")) {
      q.rewrite("(?:typical|typically)", "");
    }
    aggregation(
        q,
        "(?:on average|in average|average|avg|mean|typical|typically|averaged|averaging)",
        "average",
        "avg(%s)");
    aggregation(q, "(?:median|middle)", "median", "median(%s)");
    aggregation(q, "(?:maximum|max|peak)", "highest", "max(%s)");
    aggregation(q, "(?:minimum|min)", "lowest", "min(%s)");
    aggregation(q, "(?:standard deviation|stddev|std dev|std)(?: of)?", "stddev", "stddev(%s)");
    aggregation(
        q,
        "(?:inter ?quartile range|inter ?quartile spread|iqr)(?: of)?",
        "interquartile_range",
        "quantile_cont(%1$s, 0.75) - quantile_cont(%1$s, 0.25)");
    aggregation(q, "variance(?: of)?", "variance", "var_samp(%s)");
    aggregation(q, "(?:total|sum)(?: (?:number )?of)?(?= <F>)", "total", "sum(%s)");
    distinctOfOwner(q);
    ratesOfOwners(q);
    q.rewrite(
        "(<A>) (?:number of )?(<E>) (?:in|per|of)(?: (?:<E>|'s|each|every|user|their|a))* (<S>) (<E>)",
        g ->
            entity(q, g.get(2)).name().equals("generation")
                    && entity(q, g.get(4)).name().equals("session")
                ? measure(
                        q,
                        g.get(0),
                        figures.aggregate(
                            model.fact("session_size"),
                            q.item(g.get(1)).as(OfAggregation.class).orElseThrow()))
                    + " "
                    + g.get(3)
                    + " "
                    + g.get(4)
                : g.get(0));
    q.rewrite(
        "(highest|most|largest|peak|maximum|lowest|fewest|smallest)(?: number of)? (<D>) (?:number of |total )?(<E>|<M>)(?: count)?(?= |$)",
        g -> peak(q, g.get(0), g.get(1), g.get(3), g.get(2)));
    q.rewrite(
        "(highest|most|largest|peak|maximum|lowest|fewest|smallest|<A>)(?: (?:number of|total|volume of|count of))* (<E>|<M>|<F>)(?: (?:ever|seen|recorded|reached|made|spent|we|had|have|has))* (?:on|in|during|within|per|over)(?: (?:a|an|any|one|<N>|single|individual|given))* (?:single|individual|one|any|given|<N>) (<D>)(?= ?$| [.,?])",
        g -> peak(q, g.get(0), g.get(1), g.get(2), g.get(3)));
    q.rewrite(
        "(<A>) (?:of )?(?:number of )?(<M>)(?= |$)",
        g -> {
          OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
          Measure named = measureOf(q, g.get(2));
          if (aggregation.name().matches("average|total")
              || q.item(g.get(2)).as(OfFact.class).isPresent()) {
            return g.get(0);
          }
          Optional<Fact> behind =
              model.facts().stream()
                  .filter(fact -> named.expression().equals("avg(" + fact.expression() + ")"))
                  .findFirst();
          if (behind.isPresent()) {
            return measure(q, g.get(0), figures.aggregate(behind.get(), aggregation));
          }
          Optional<Measure> inner =
              switch (named.name()) {
                case "generations_per_user" -> Optional.of(model.measure("generations"));
                case "sessions_per_user" -> Optional.of(model.measure("sessions"));
                case "cost_per_user" -> Optional.of(model.measure("total_cost"));
                default -> Optional.empty();
              };
          return inner
              .map(
                  of ->
                      q.tag(
                          g.get(0),
                          new Meaning.OfPerOwner(of, model.dimension("user_id"), aggregation)))
              .orElse(g.get(0));
        });
    q.rewrite("<A> (?:of )?(?:<A> )(?=<F>)", g -> Words.split(g.get(0))[0]);
    q.rewrite(
        "(<F>)(?: :| ,)? (<A>(?:(?: , and| ,| and) <A>)+)(?= ?$| (?:by|per|for|[.,?(])| \\()",
        g -> g.get(2) + " " + g.get(1));
    q.rewrite(
        "(<A>)(?: ,)? (<A>)(?:(?: ,)? and| ,) (<A>) (?:of )?(<F>)",
        g ->
            aggregated(q, g.get(1), g.get(4))
                + " , "
                + aggregated(q, g.get(2), g.get(4))
                + " and "
                + aggregated(q, g.get(3), g.get(4)));
    q.rewrite(
        "(<A>) (?:total )?(<F>) (?:per|by|of|for)(?: (?:each|active|every|single))* (<E>)",
        g -> factPerOwner(q, g));
    q.rewrite(
        "(<A>) and (<A>) (?:of )?(<F>)",
        g -> aggregated(q, g.get(1), g.get(3)) + " and " + aggregated(q, g.get(2), g.get(3)));
    q.rewrite(
        "(<F>) (?:do|does|did) (?:<E> )?(?:use|have|choose|set|pick|get|see|wait|experience|spend|show|reach|pay|face) (<A>)",
        g -> aggregated(q, g.get(2), g.get(1)));
    q.rewrite(
        "(<A>) (?:of )?(<F>)(?: ,)? and (?:of )?(<F>)(?= |$)",
        g -> aggregated(q, g.get(1), g.get(2)) + " and " + aggregated(q, g.get(1), g.get(3)));
    while (q.rewrite(
        "(<A>)(?: ,)? (?:and|vs|versus|,) (<M>)",
        g ->
            factWithin(measureOf(q, g.get(2)))
                .map(
                    found ->
                        measure(
                                q,
                                g.get(0),
                                figures.aggregate(
                                    found, q.item(g.get(1)).as(OfAggregation.class).orElseThrow()))
                            + " and "
                            + g.get(2))
                .orElse(g.get(0)))) {
      // The one before the last may now stand beside a figure too.
    }
    // Sums of days, then their mean: "average credits per day".
    q.rewrite(
        "(<A>) (?:total |number of )?(<F>)(?: (?:spent|used|burned|paid|charged))? (?:per|a|each|every|by)(?: (?:calendar|single|active))* (<D>)",
        g -> {
          Dimension time = q.item(g.get(3)).as(OfDimension.class).orElseThrow().dimension();
          Fact fact = fact(q, g.get(2));
          return time.isTime() && fact.name().matches("cost|retries") && !g.get(0).contains(" by ")
              ? q.tag(
                  g.get(0),
                  new Meaning.OfPerOwner(
                      figures.aggregate(fact, new OfAggregation("total", "sum(%s)")),
                      time,
                      q.item(g.get(1)).as(OfAggregation.class).orElseThrow()))
              : g.get(0);
        });
    q.rewrite(
        "(<F>) per ((?:<S> |<V> )*)(<E>) ,? ?(<A>)",
        g ->
            fact(q, g.get(1)).entity().equals(entity(q, g.get(3)).name())
                ? aggregated(q, g.get(4), g.get(1)) + " " + g.get(2)
                : g.get(0));
    // An average that the model names ("average cost per session") stays what the model says.
    q.rewrite(
        "(<A>) (?:of )?(?:number of |level of |value of |amount of )?(<F>)",
        g -> aggregated(q, g.get(1), g.get(2)));
    q.rewrite(
        "(<A>) (?:of )?(?:number of )?((?:<S> |<V> )*)(<E>) (?:per|in|for|by|within|of|make by|made by)(?: (?:each|every|single|given|one|active|any|<N>))* (<E>)",
        g -> rolledUp(q, g));
    q.rewrite(
        "(?:number of |how many )?((?:<S> |<V> )*)(<E>) (?:do|does|per|in|make up)(?: (?:<A>|each|every|single|one|active))* (<A>)(?: active)? (<E>)(?: (?:make|have|do|submit|run|generate|contain|hold|has))?",
        g -> rolledUp(q, List.of(g.get(0), g.get(3), g.get(1), g.get(2), g.get(4))));
    q.rewrite(
        "(?:how many|number of) ((?:<S> |<V> )*)(<E>) (?:do|does|are there)? ?(?:in )?(?:<A> )(?:active )?(<E>)(?: (?:make|have|do|submit|run|generate|contain|has|hit))?",
        g -> rolledUp(q, List.of(g.get(0), "average", g.get(1), g.get(2), g.get(3))));
    q.rewrite(
        "(?:how much|what) (?:do|does) (?:<A> )(?:active )?(<E>) (?:spend|cost|pay)",
        g -> spendPer(q, g.get(0), g.get(1)));
    String one =
        "(?: (?:an?|each|every|single|one|any|active|individual|different|all|particular|given))*";
    q.rewrite(
        "(<A>) (?:of )?(?:number of )?(<M>) (?:of|per|by|for|across|in|from)" + one + " (<E>)",
        g ->
            q.item(g.get(1)).as(OfAggregation.class).orElseThrow().name().equals("average")
                ? g.get(0)
                : measurePerOwner(
                    q, g.get(0), g.get(1), measureOf(q, g.get(2)), entity(q, g.get(3))));
    q.rewrite(
        "(?:most|highest number of|biggest number of|largest number of|maximum number of|greatest number of|(fewest|smallest number of|lowest number of)) ((?:<S> |<V> )*)(<E>|<M>) (?:of|per|by|for|in|from|within|made by)(?: (?:any|one|single|individual))+ (<E>)",
        g -> mostOfOne(q, g));
    q.rewrite(
        "(?:most|(fewest)) ((?:<S> |<V> )*)(<E>|<M>)(?: (?:that|which))? (?:any|one|single)(?: (?:one|single|individual))* (<E>)(?: (?:ever|made|make|has|have|had|did|do|ran|run|submitted|generated|used))*",
        g -> mostOfOne(q, g));
    q.rewrite(
        "(<A>) (?:user )?(?:spend|spending|cost|<M>) (?:of|per|by)(?: (?:active|each))? (<E>)",
        g -> spendPer(q, g.get(0), g.get(2)));
    q.rewrite(
        "(?<!by )(?<!per )(?<!each )(<F>)(?: ,| on| in|\\()*( <A>)(?: \\))?",
        g -> aggregated(q, g.get(2), g.get(1)));
    q.rewrite("(<M>)(?: ,)? (<A>)", g -> g.get(1));
    q.rewrite("(<A>) (?:number of )?((?:<S> |<V> )*)(<E>)(?= per| each| in)", g -> g.get(0));
    q.rewrite("(?:<F>|<M>) per (<E>)", g -> perOwn(q, g));
    q.rewrite(
        "(<E>) per(?: active)? (<E>)",
        g -> rolledUp(q, List.of(g.get(0), "average", "", g.get(1), g.get(2))));
    q.rewrite(
        "(?:highest|largest|longest|biggest|slowest|greatest|worst|most expensive|best) (?:single |individual |recorded |possible )?(<F>)(?=(?: (?:in|we|that|recorded|observed|<T>|by|per|for|,|\\.|\\?|seen|<D>)| $))",
        g -> superlativeFact(q, g.get(0), g.get(1), "highest", "max(%s)"));
    q.rewrite(
        "(?:lowest|smallest|shortest|fastest|cheapest|least) (?:single |individual |recorded |possible )?(<F>)(?=(?: (?:in|we|that|recorded|observed|<T>|by|per|for|,|\\.|\\?|seen|<D>)| $))",
        g -> superlativeFact(q, g.get(0), g.get(1), "lowest", "min(%s)"));
  }

  /**
   * "the highest daily requests", "the most requests on a single day": a figure of each day first.
   */
  private String peak(Tagged q, String surface, String word, String of, String day) {
    Dimension time = q.item(day).as(OfDimension.class).orElseThrow().dimension();
    Item item = q.item(of);
    Measure measure =
        item.as(OfMeasure.class).isPresent()
            ? measureOf(q, of)
            : item.as(OfFact.class).isPresent()
                ? figures.aggregate(fact(q, of), new OfAggregation("total", "sum(%s)"))
                : figures.count(entity(q, of));
    boolean additive = measure.expression().matches("(?:sum|count)\\(.*");
    boolean extreme = !word.startsWith("A") || q.item(word).surface().matches("m(?:ax|in).*|peak");
    if (!time.isTime() || !additive || !extreme || q.has("(?:which|what) (?:<D>|<E>)")) {
      return surface;
    }
    boolean low = word.matches("lowest|fewest|smallest|A.*") && !isHighest(q, word);
    return q.tag(
        surface,
        new Meaning.OfPerOwner(
            measure.name().equals("users") ? model.measure("active_users") : measure,
            time,
            low
                ? new OfAggregation("lowest", "min(%s)")
                : new OfAggregation("highest", "max(%s)")));
  }

  private static boolean isHighest(Tagged q, String word) {
    return word.startsWith("A") && q.item(word).surface().matches("max.*|peak");
  }

  /** The fact that a measure sums up. */
  private Optional<Fact> factWithin(Measure measure) {
    return model.facts().stream()
        .filter(fact -> measure.expression().contains("(" + fact.expression()))
        .findFirst();
  }

  private static String quantile(Tagged q, String surface, String digits) {
    return q.tag(surface, new OfAggregation("p" + digits, "quantile_cont(%s, 0." + digits + ")"));
  }

  private String mostOfOne(Tagged q, List<String> g) {
    Item item = q.item(g.get(3));
    Optional<Filter> condition = conditionOf(q, g.get(2));
    Measure measure;
    if (item.as(OfMeasure.class).isPresent()) {
      if (condition.isPresent()) {
        return g.get(0);
      }
      measure = measureOf(q, g.get(3));
    } else {
      Entity rows = entity(q, g.get(3));
      Entity counted = rows.name().equals("prompt") ? model.entity("generation") : rows;
      measure =
          condition
              .map(filter -> figures.countWhere(counted, filter))
              .orElseGet(() -> figures.count(counted));
    }
    boolean least = !g.get(1).isEmpty();
    String aggregation =
        q.tag(
            "most", new OfAggregation(least ? "lowest" : "highest", least ? "min(%s)" : "max(%s)"));
    return measurePerOwner(q, g.get(0), aggregation, measure, entity(q, g.get(4)));
  }

  String superlativeFact(Tagged q, String surface, String tag, String name, String format) {
    if (q.has("(?:which|who|top|bottom|rank|ranked|<D> with|<E> with)")) {
      return surface;
    }
    return measure(q, surface, figures.aggregate(fact(q, tag), new OfAggregation(name, format)));
  }
}
