package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import java.util.Optional;

/** The longest, the cheapest, the best on record. */
final class Extremes extends Phase {
  Extremes(SemanticModel model) {
    super(model);
  }

  /** "how long was the longest session": the extreme of the figure that the adjective is about. */
  void extremes(Tagged q) {
    q.rewrite(
        "(fastest|quickest|shortest|slowest|longest) (?:ever |single )*(?:response|answer|reply|render)(?: time)?(?: ever)?(?= |$)",
        g ->
            measure(
                q,
                g.get(0),
                figures.aggregate(
                    model.fact("latency"),
                    g.get(1).matches("slowest|longest")
                        ? new OfAggregation("highest", "max(%s)")
                        : new OfAggregation("lowest", "min(%s)"))));
    q.rewrite(
        "(best|highest|longest|largest|biggest|slowest|maximum|max|lowest|worst|shortest|smallest|fastest|minimum|min) (?:and|and the|,|&) (best|highest|longest|largest|biggest|slowest|maximum|max|lowest|worst|shortest|smallest|fastest|minimum|min) (<F>)",
        g -> extreme(q, g.get(1), g.get(3)) + " and " + extreme(q, g.get(2), g.get(3)));
    q.rewrite(
        "(?:(?:what|how (?:much|long|big|large|slow|fast|many <E>)|length|duration|size|cost|price|latency|<F>|<M>)(?: (?:do|does|did|is|was|of|in|for|were|there|are))*) (longest|shortest|biggest|largest|smallest|priciest|most expensive|costliest|cheapest|least expensive|slowest|fastest) (?:single |ever |individual )?(<E>)(?: (?:last|lasted|cost|take|took|run|have|had|hold|contain|ever|on record|<M>|<F>))*",
        g -> {
          Optional<Fact> fact = Superlatives.factOf(model, entity(q, g.get(2)), g.get(1));
          boolean low = g.get(1).matches("shortest|smallest|cheapest|least expensive|fastest");
          return fact.isPresent()
              ? measure(
                  q,
                  g.get(0),
                  figures.aggregate(
                      fact.get(),
                      low
                          ? new OfAggregation("lowest", "min(%s)")
                          : new OfAggregation("highest", "max(%s)")))
              : g.get(0);
        });
    // The unit says that the figure is wanted, not the row.
    q.rewrite(
        "(longest|shortest|biggest|largest|smallest|priciest|most expensive|costliest|cheapest|least expensive|slowest|fastest) (?:single |ever )?(<E>)(?: ,)?(?: measured| expressed)?(?: in (<F>)(?= $)|(?= <I>)|(?= (?:per|by) <D>))",
        g -> {
          Optional<Fact> fact = Superlatives.factOf(model, entity(q, g.get(2)), g.get(1));
          boolean unit =
              g.get(3).isEmpty()
                  || q.item(g.get(3)).surface().matches("credits?|pixels?|words?|requests?");
          return fact.isPresent() && unit && !q.has("(?:which|who|list|top|bottom|<N>)")
              ? measure(
                  q,
                  g.get(0),
                  figures.aggregate(
                      fact.get(),
                      g.get(1).matches("shortest|smallest|cheapest|least expensive|fastest")
                          ? new OfAggregation("lowest", "min(%s)")
                          : new OfAggregation("highest", "max(%s)")))
              : g.get(0);
        });
    q.rewrite(
        "(?:what (?:did|does|do|was|is) |how much (?:did|does|do|was|is) )?(longest|shortest|biggest|largest|smallest|priciest|most expensive|costliest|cheapest|least expensive) (?:single |ever )?(<F>)(?= |$)",
        g ->
            fact(q, g.get(2)).entity().equals("session") && !q.has("(?:which|who|top|bottom)")
                ? measure(
                    q,
                    g.get(0),
                    figures.aggregate(
                        fact(q, g.get(2)),
                        g.get(1).matches("shortest|smallest|cheapest|least expensive")
                            ? new OfAggregation("lowest", "min(%s)")
                            : new OfAggregation("highest", "max(%s)")))
                : g.get(0));
    q.rewrite(
        "(best|worst|highest|longest|largest|biggest|slowest|lowest|shortest|smallest|fastest|greatest|cheapest) (?:single |ever )?(<F>|<M>)(?: (?:score|value|rate))? (?:of|in|for|among|seen in|across|by|from|on|over)(?: (?:any|all|one|a|an|single|individual|every|our))* (<E>)(?= ?$| [.?,])",
        g -> {
          if (q.has("(?:which|who|what (?:<D>|<E>)|top|bottom|rank|by|per|each)")) {
            return g.get(0);
          }
          Optional<Fact> fact =
              q.item(g.get(2))
                  .as(Meaning.OfFact.class)
                  .map(Meaning.OfFact::fact)
                  .filter(found -> found.entity().equals(entity(q, g.get(3)).name()));
          return fact.isPresent() ? extreme(q, g.get(1), g.get(2)) : g.get(0);
        });
    q.rewrite(
        "(?:(most|highest|largest|biggest|longest|greatest)|least|lowest|smallest|shortest|fewest) (<F>)(?: (?:that|which))? (?:an?|any|one|single|individual|1|<N>)(?: (?:single|individual|one|1|<N>))* (<E>)(?: (?:has|have|had|ever|was|were|been|cost|took|take|taken|charged|used|spent|needed|seen|lasted|reached|<F>))*(?= ?$| [,?.]| in| on| by| per)",
        g -> {
          boolean session = entity(q, g.get(3)).name().equals("session");
          Fact said = fact(q, g.get(2));
          Fact fact = session && said.name().equals("cost") ? model.fact("session_cost") : said;
          return fact.entity().equals(entity(q, g.get(3)).name())
              ? measure(
                  q,
                  g.get(0),
                  figures.aggregate(
                      fact,
                      g.get(1).isEmpty()
                          ? new OfAggregation("lowest", "min(%s)")
                          : new OfAggregation("highest", "max(%s)")))
              : g.get(0);
        });
    q.rewrite(
        "(?:(most|highest)|least|lowest) (?:(?:we|anyone|anybody|user|people|someone|<E>) )?(?:have |has |had )?(?:ever )?(?:charged|paid|spent|<F>|<S>)(?: (?:for|on))(?: (?:single|one|individual|<N>))*(?: (<E>))?",
        g -> {
          boolean session = !g.get(2).isEmpty() && entity(q, g.get(2)).name().equals("session");
          return g.get(2).isEmpty()
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.aggregate(
                      model.fact(session ? "session_cost" : "cost"),
                      g.get(1).isEmpty()
                          ? new OfAggregation("lowest", "min(%s)")
                          : new OfAggregation("highest", "max(%s)")));
        });
  }

  private String extreme(Tagged q, String word, String factTag) {
    Fact fact = fact(q, factTag);
    boolean most =
        word.matches("best|worst")
            ? word.equals("worst") == fact.higherIsWorse()
            : word.matches("highest|longest|largest|biggest|slowest|maximum|max");
    return measure(
        q,
        word + " " + q.item(factTag).surface(),
        figures.aggregate(
            fact,
            most
                ? new OfAggregation("highest", "max(%s)")
                : new OfAggregation("lowest", "min(%s)")));
  }
}
