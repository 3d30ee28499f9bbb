package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;

/**
 * How long something takes or lasts, counted in rows: "how many requests until the first success",
 * "failed attempts before the first successful one", "the longest run of failures in a session".
 */
final class Milestones extends Phase {
  private static final String EACH =
      "(?: (?:the|their|its|a|an|any|each|every|one|single|same|individual|user|of|in|within|by|for|per|on average|does|do|did|it|take|takes|took|is|are|was|were|needed|need|needs|make|makes|made|submit|submits|have|has|had|go|goes|through|<A>|<E>|typically|usually|average|mean|median))*";

  Milestones(SemanticModel model) {
    super(model);
  }

  void milestones(Tagged q) {
    untilFirst(q);
    timeUntilFirst(q);
    longestRun(q);
  }

  private void timeUntilFirst(Tagged q) {
    q.rewrite(
        "(?:(?:how (?:long|many|much)|number of|time|<D>|hours?|days?|calendar|pass|passes|is|are|it|does|do|take|takes|took|gap|span|in|there|lie|<E>) )*(?:between|from|after|since)"
            + EACH
            + " (?:sign up|signing up|signup|registration|registering|joining|sign ups)(?: date)?(?: (?:and|to|until|till|before|do|does|they|it|take|takes))+"
            + EACH
            + " first(?: ever)? (<S>|<V>)(?: (?:<E>|one|<N>))?(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          if (!condition.entity().equals("generation")
              || condition.filter().condition().contains("seq.")) {
            return g.get(0);
          }
          OrderedRows ordered = new OrderedRows(model.entity("user"), model.entity("generation"));
          return q.tag(
              g.get(0),
              new OfFact(
                  ordered.fact(
                      "days_to_first",
                      "Days from sign-up to the first: " + condition.filter().words(),
                      "date_diff('day', u.signup_date::TIMESTAMP, "
                          + ordered.ofOwner(
                              "min("
                                  + ordered.time()
                                  + ") FILTER ("
                                  + condition.filter().condition()
                                  + ")")
                          + ")",
                      Unit.DAYS,
                      true)));
        });
  }

  private void untilFirst(Tagged q) {
    boolean any =
        q.rewrite(
            "(how many|number of|count of)(?: (failed|unsuccessful|<S>))? (<E>)("
                + EACH
                + ") (?:to get|to see|to reach|to have|until|till|before|to|up to|ahead of)(?: (?:they|it|the|their|its|a|an|any|each|every|'s|user|<E>|get|gets|got|see|sees|have|has|had|reach|reaches|including|very))* first(?: ever)? (<S>|<V>)(?: (?:<E>|one|<N>))?(?: \\( [^()]* \\))?",
            g -> {
              Entity rows = entity(q, g.get(3));
              OfCondition condition = condition(q, g.get(5));
              boolean kind =
                  g.get(2).isEmpty()
                      || (g.get(0).matches(".* (?:before|ahead of) .*")
                          && condition.filter().condition().equals("g.status = 'success'")
                          && (!g.get(2).contains(":")
                              || condition(q, g.get(2))
                                  .filter()
                                  .condition()
                                  .equals(model.segment("failed").condition())));
              if (!kind
                  || !rows.name().matches("generation|session")
                  || !condition.entity().equals(rows.name())
                  || condition.filter().condition().contains("seq.")) {
                return g.get(0);
              }
              Entity owner =
                  model.entity(
                      rows.name().equals("generation")
                              && mentions(q, "session")
                              && !mentions(q, "user")
                          ? "session"
                          : "user");
              boolean without =
                  (g.get(0).matches(".* (?:before|ahead of) .*") && !g.get(0).contains("including"))
                      || g.get(0)
                          .matches(
                              ".*\\( [^()]*(?:not counting|not included|excluding|without)[^()]* \\).*");
              OrderedRows ordered = new OrderedRows(owner, rows);
              String place = ordered.placeOfFirst(condition.filter().condition());
              Fact fact =
                  ordered.fact(
                      "place_of_first",
                      rows.plural() + " until the first: " + condition.filter().words(),
                      without ? "(" + place + " - 1)" : place,
                      Unit.COUNT,
                      true);
              String average =
                  g.get(4).matches(".*(?:on average|average|mean|typically|usually).*")
                      ? "average "
                      : g.get(4).contains("median") ? "median " : "";
              for (String tag : Words.split(g.get(4))) {
                average = tag.matches("A:[0-9]+") ? tag + " " : average;
              }
              return average + q.tag(g.get(0), new OfFact(fact));
            });
    if (any) {
      without(q);
    }
  }

  /** Who never got there is left out anyway: there is no figure for them. */
  private static void without(Tagged q) {
    q.rewrite(
        "(?:[,.;?:] )?(?:(?:leave|leaving|<S>) out|excluding|exclude|ignoring|ignore|without|not counting|only|for|among|of)(?: (?:the|those|all|only|our))*(?: (?:<E>|those))? (?:who|that|which|with|without)(?: (?:never|not|have|has|had|did|do|no|at least|ever|got|get|gets|one|a|any|succeeded|succeed|it|there|<N>|<E>))+(?: (?:<S>|<V>))?(?: (?:<E>|one|<N>))?(?= |$)",
        "");
  }

  private void longestRun(Tagged q) {
    String run = "(?:run|streak|series|sequence|stretch|string|chain|spell)s?";
    q.rewrite(
        "(?:(?:what|how long|how many|was|is|the) )*(longest|biggest|largest|maximum|max)(?: (?:uninterrupted|unbroken|consecutive|single))* "
            + run
            + " (?:of )?(?:(?:consecutive|back to back|successive|uninterrupted|straight|subsequent) )*(<S>|<V>)(?: <E>)?(?: (?:in a row|one after another|back to back|in succession))?(?: (?:in|within|of|by|for|from|that|inside|during|had|has|seen)((?: (?:the|a|an|any|one|single|each|every|same|individual|per|<N>))*) (<E>))?",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          String said =
              g.get(4).isEmpty()
                  ? mentions(q, "session") ? "session" : "user"
                  : entity(q, g.get(4)).name();
          if (!condition.entity().equals("generation")
              || !said.matches("user|session")
              || condition.filter().condition().matches("(?s).*\\b(?:seq|req)\\..*")) {
            return g.get(0);
          }
          OrderedRows ordered = new OrderedRows(model.entity(said), model.entity("generation"));
          Filter filter = condition.filter();
          Fact fact =
              ordered.fact(
                  "longest_run",
                  "Longest run, " + filter.words(),
                  ordered.longestRun(filter.condition()),
                  Unit.COUNT,
                  true);
          String tag = q.tag(g.get(0), new OfFact(fact));
          boolean ranked = q.has("(?:which|who|top|bottom|<A>|average|mean|median|typical)");
          boolean each = g.get(3).matches(".*(?:each|every|per).*");
          return each && !q.has("(?:average|mean|median|<A>|typical).*" + tag)
              ? tag + " per " + g.get(4)
              : ranked
                  ? (q.has("(?:which|who|top)") ? "most " : "") + tag
                  : measure(
                      q,
                      g.get(0),
                      figures.aggregate(fact, new Meaning.OfAggregation("longest", "max(%s)")));
        });
  }
}
