package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import java.util.Locale;
import java.util.Optional;

/**
 * One of a user's or session's rows set against another: "whose second session had a lower friction
 * than their first", "a second session within 7 days of the first", "hours from the first session
 * to the second".
 */
final class Journeys extends Ordinals {
  Journeys(SemanticModel model) {
    super(model);
  }

  void journeys(Tagged q) {
    compared(q);
    within(q);
    between(q);
  }

  /** "whose second session had a lower friction score than their first". */
  private void compared(Tagged q) {
    String than =
        " than(?: (?:in|on|of|that|with|for|during|the|their|its|very|did|had|was))* (first|second|third|last|previous|initial)(?: (?:<E>|one|<N>))?(?= |$)";
    String before =
        "(?:(?:who|that|which|have|has|had|whose|where) )*(?:the |their |its )?"
            + NTH
            + " (<E>)"
            + HAS;
    String more =
        "(higher|lower|more|less|fewer|longer|shorter|larger|smaller|bigger|greater|worse|better)";
    q.rewrite(
        before + " " + more + " (<F>|<M>|<E>)(?: (?:score|value|rate|level))?" + than,
        g -> comparedRows(q, g.get(0), g.get(2), g.get(1), g.get(5), g.get(3), g.get(4)));
    q.rewrite(
        before
            + " (slower|faster|quicker|cheaper|costlier|pricier|more expensive|less expensive|longer|shorter|bigger|larger|smaller)"
            + than,
        g -> comparedRows(q, g.get(0), g.get(2), g.get(1), g.get(4), g.get(3), ""));
    q.rewrite(
        "(?:(?:who|that|which) )?(?:have|has|had|with|saw|made) (?:an? )?"
            + more.replace(
                "(higher",
                "(slower|faster|quicker|cheaper|costlier|pricier|more expensive|less expensive|higher")
            + "( (?:<F>|<M>|<E>))?(?: (?:in|on|during|for|with))?(?: (?:the|their|its|very))* "
            + NTH
            + " (<E>)"
            + than,
        g -> comparedRows(q, g.get(0), g.get(4), g.get(3), g.get(5), g.get(1), g.get(2)));
    q.rewrite(
        "(?:(?:who|that|which|have|has|had) )*(spent|spend|paid|pay|waited|made|submitted|ran) "
            + more
            + "(?: (<F>|<E>))?(?: (?:in|on|during|for|with))?(?: (?:the|their|its|very))* "
            + NTH
            + " (<E>)"
            + than,
        g ->
            comparedRows(
                q,
                g.get(0),
                g.get(5),
                g.get(4),
                g.get(6),
                g.get(2),
                g.get(1).matches("spent|spend|paid|pay") ? "" : g.get(3)));
  }

  private String comparedRows(
      Tagged q, String surface, String rowsTag, String nth, String mth, String word, String tag) {
    Entity rows = entity(q, rowsTag);
    Optional<Fact> fact = tag.isEmpty() ? adjectiveOf(rows, word) : factOf(q, rows, tag);
    if (fact.isEmpty() || !fact.get().entity().equals(rows.name())) {
      return surface;
    }
    OrderedRows ordered = new OrderedRows(ownerOf(q, rows), rows);
    boolean better = word.matches("better|worse");
    boolean more =
        better
            ? fact.get().higherIsWorse() == word.equals("worse")
            : comparisonOf(word + " than") == Filter.Comparison.MORE && !word.startsWith("less");
    int from = OrderedRows.place(nth);
    int to = mth.equals("previous") ? from - 1 : OrderedRows.place(mth);
    String words = "the " + nth + " with " + word + " " + fact.get().label() + " than the " + mth;
    String left = ordered.nth(fact.get().expression(), from);
    String right = ordered.nth(fact.get().expression(), to);
    String test =
        q.tag(
            surface,
            new OfCondition(
                ordered.owner().name(),
                ordered.owners("%s %s %s".formatted(left, more ? ">" : "<", right), words)));
    // Of those that have no second row nothing can be said.
    return q.has(SHARE)
        ? test
            + " "
            + q.tag(
                "several",
                new OfCondition(
                    ordered.owner().name(),
                    ordered.owners(
                        "count(*) >= " + Math.max(2, Math.max(from, to)), "with several")))
        : test;
  }

  private Optional<Fact> factOf(Tagged q, Entity rows, String tag) {
    Item item = q.item(tag);
    if (item.as(OfEntity.class).isPresent()) {
      return rows.name().equals("session") && entity(q, tag).name().matches("generation|prompt")
          ? Optional.of(model.fact("session_size"))
          : Optional.empty();
    }
    Optional<Fact> named =
        item.as(OfFact.class)
            .map(OfFact::fact)
            .or(
                () ->
                    model.facts().stream()
                        .filter(
                            fact ->
                                measureOf(q, tag)
                                    .expression()
                                    .equals("avg(" + fact.expression() + ")"))
                        .findFirst());
    return rows.name().equals("session")
        ? named.map(
            fact ->
                switch (fact.name()) {
                  case "cost" -> model.fact("session_cost");
                  case "latency" -> model.fact("session_latency");
                  default -> fact;
                })
        : named;
  }

  private Optional<Fact> adjectiveOf(Entity rows, String word) {
    String superlative =
        word.matches("slower|faster|quicker|longer|shorter")
            ? "longest"
            : word.matches("bigger|larger|smaller") ? "largest" : "cheapest";
    return Superlatives.factOf(
        model, rows, word.matches("slower|faster|quicker") ? "slowest" : superlative);
  }

  /** "started a second session within 7 days of the start of their first". */
  private void within(Tagged q) {
    String moment =
        "(?: (?:the|their|its|start|end|starting|ending|of|from|after|very|date|time))*";
    q.rewrite(
        "(?:(?:who|that|which|have|has|had|whose|start|started|begin|began|came|come|comes|back|return|returned|returning|make|made|submit|submitted|for|with|a|an|the|their|its|another|was|were) )*"
            + "(second|next|another|third|2nd) (<E>)(?: (?:started|starts|was|came|followed|started again|begins|began|happened))*"
            + " within (?:the )?(<N>)(?: (<D>|days?|hours?|weeks?|minutes?))?(?:(?: (?:of|after|from|following))"
            + moment
            + " (?:first|initial|previous|1st)(?: (?:<E>|one|<N>))?(?: (?:started|start|starts|ended|began))?)?(?= |$)",
        g -> {
          Entity rows = entity(q, g.get(2));
          Meaning.OfNumber number = number(q, g.get(3));
          String unit = number.unit().isEmpty() ? word(q, g.get(4)) : number.unit();
          if (!rows.name().matches("session|generation")
              || !unit.matches("(?:day|hour|week|minute)s?")) {
            return g.get(0);
          }
          OrderedRows ordered = new OrderedRows(model.entity("user"), rows);
          int to = g.get(1).matches("third") ? 3 : 2;
          boolean fromEnd =
              g.get(0).matches(".* (?:end|ending|ended) .*") && rows.name().equals("session");
          String condition =
              "%s <= %s + INTERVAL %s %s"
                  .formatted(
                      ordered.nth(ordered.time(), to),
                      ordered.nth(fromEnd ? "s.session_end" : ordered.time(), 1),
                      number.value().toPlainString(),
                      Words.singular(unit).toUpperCase(Locale.ROOT));
          return q.tag(
                  g.get(0),
                  new OfCondition(
                      "user",
                      ordered.owners(condition, "back within " + number.value() + " " + unit)))
              + (q.has(SHARE) ? " " + q.tag("active", active()) : "");
        });
  }

  /** "hours from the start of a user's first session to the start of their second". */
  private void between(Tagged q) {
    String point =
        "(?: (?:the|their|its|a|an|each|every|any|user|'s|<E> 's|start|end|beginning|of|very))*";
    q.rewrite(
        "(?:(?:how (?:long|many|much)|time|number of|<D>|hours?|days?|minutes?|pass|passes|is|are|it|does|do|take|takes|gap|interval|span|in) )*(?:between|from)("
            + point
            + ") (first|second|third) (<E>)(?: (?:start|end))?(?: (?:and|to|until|till))("
            + point
            + ") (second|third|fourth|next|last)(?: (?:<E>|one|<N>))?(?: (?:start|of <E>))?(?= |$)",
        g -> {
          Entity rows = entity(q, g.get(3));
          if (!rows.name().matches("session|generation")
              || (g.get(2).equals("first") && g.get(5).equals("last"))) {
            return g.get(0);
          }
          OrderedRows ordered = new OrderedRows(model.entity("user"), rows);
          int from = OrderedRows.place(g.get(2));
          int to = g.get(5).equals("next") ? from + 1 : OrderedRows.place(g.get(5));
          boolean end = (" " + g.get(1) + " ").contains(" end ") && rows.name().equals("session");
          boolean days = q.surfacesMatch(".*\\bdays?\\b.*") && !q.surfacesMatch(".*\\bhours?\\b.*");
          String start = ordered.nth(end ? "s.session_end" : ordered.time(), from);
          String expression =
              "epoch(%s - %s) / %s"
                  .formatted(ordered.nth(ordered.time(), to), start, days ? "86400.0" : "3600.0");
          return q.tag(
              g.get(0),
              new OfFact(
                  ordered.fact(
                      (days ? "days" : "hours") + "_to_" + g.get(5) + "_" + rows.name(),
                      "Time from the " + g.get(2) + " to the " + g.get(5) + " " + rows.label(),
                      ordered.ofOwner(expression),
                      days ? Unit.DAYS : Unit.HOURS,
                      false)));
        });
  }

  private static String word(Tagged q, String said) {
    return said.contains(":") ? q.item(said).surface() : said;
  }
}
