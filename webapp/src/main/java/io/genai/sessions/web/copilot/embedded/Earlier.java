package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.math.BigDecimal;
import java.util.Optional;

/** Days, weeks or months whose figure is held against the one before: "spend at least doubled". */
final class Earlier extends Phase {
  private static final String BEFORE =
      "(?: (?:compared|with|to|vs|versus|against|over|from|than|as|that|those|what|it|was|of|on|in|were|did|we|had|have|see|saw|the|its|relative))*"
          + " (?:(?:the |its )?(?:previous|prior|preceding) (?:<D>|one|<N>)|(?:the )?<D> (?:before|earlier)(?: it| that)?)(?: in(?: the)? data)?(?: (?:that|which|with|having)(?: (?:had|has|have|any|data|activity|recorded|<E>))+)?(?= ?$| [.,?(])";
  private static final String FIGURE =
      "((?:(?:number of|average|mean|total) )*(?:<S> |<V> )*(?:<M>|<F>|<E>))";
  private static final String IS = "(?: (?:was|were|is|are|did|have|has|had|got))*";

  Earlier(SemanticModel model) {
    super(model);
  }

  void earlier(Tagged q) {
    if (!q.has(
        "(?:which|what|how many|list|find|name|show)(?: (?:are|were|the|all))* <D>|<D> (?:on|in|with|when|where|during) .*")) {
      return;
    }
    String times = "(at least |more than |over )?";
    q.rewrite(
        FIGURE
            + IS
            + " "
            + times
            + "(double|doubled|twice|triple|tripled|half|halved|<N> time)(?: (?:of|as many|as much|as high))?"
            + BEFORE,
        g -> threshold(q, g.get(0), g.get(1), multiple(q, g.get(2), g.get(3))));
    q.rewrite(
        FIGURE
            + IS
            + " (rise|rose|risen|jump|jumped|grow|grew|grown|increase|increased|climb|climbed|fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|shrink|shrank)(?: by)? (at least |more than |over )?(<N>)(?: or more)?"
            + BEFORE,
        g ->
            number(q, g.get(4)).unit().equals("percent")
                ? threshold(
                    q, g.get(0), g.get(1), relative(q, g.get(0), g.get(2), g.get(3), g.get(4)))
                : g.get(0));
    q.rewrite(
        FIGURE
            + IS
            + " (higher|lower|larger|smaller|more|less|greater|rose|grew|increased|went up|up|fell|dropped|declined|decreased|went down|down)"
            + BEFORE,
        g -> threshold(q, g.get(0), g.get(1), change(g.get(2))));
    q.rewrite(
        "(higher|lower|more|less|fewer|greater|larger|smaller) " + FIGURE + BEFORE,
        g -> threshold(q, g.get(0), g.get(2), change(g.get(1))));
  }

  private static Multiple multiple(Tagged q, String atLeast, String times) {
    BigDecimal factor =
        switch (times) {
          case "double", "doubled", "twice" -> BigDecimal.valueOf(2);
          case "triple", "tripled" -> BigDecimal.valueOf(3);
          case "half", "halved" -> new BigDecimal("0.5");
          default -> number(q, Words.split(times)[0]).value();
        };
    boolean more = atLeast.matches("(?:more than|over) ?");
    boolean half = factor.compareTo(BigDecimal.ONE) < 0;
    return new Multiple(
        half ? Comparison.AT_MOST : more ? Comparison.MORE : Comparison.AT_LEAST, factor);
  }

  /** "jumped by more than 20 %": more than 1.2 times the figure before. */
  private static Multiple relative(
      Tagged q, String surface, String verb, String more, String share) {
    BigDecimal part = number(q, share).value();
    boolean down = verb.matches("f[ae]ll.*|drop.*|declin.*|decreas.*|shr.*");
    boolean least = more.equals("at least") || surface.contains(" or more");
    return down
        ? new Multiple(least ? Comparison.AT_MOST : Comparison.LESS, BigDecimal.ONE.subtract(part))
        : new Multiple(least ? Comparison.AT_LEAST : Comparison.MORE, BigDecimal.ONE.add(part));
  }

  private static Multiple change(String word) {
    return new Multiple(
        word.matches("lower|smaller|less|fewer|fell|dropped|declined|decreased|went down|down")
            ? Comparison.LESS
            : Comparison.MORE,
        BigDecimal.ONE);
  }

  /** A comparison with a multiple of the figure before. */
  private record Multiple(Comparison comparison, BigDecimal factor) {}

  private String threshold(Tagged q, String surface, String words, Multiple comparison) {
    return figure(q, words)
        .map(
            measure ->
                threshold(
                    q,
                    surface,
                    measure,
                    comparison(
                        q,
                        surface,
                        comparison.comparison(),
                        new Bound.Previous(comparison.factor()))))
        .orElse(surface);
  }

  /** A figure that was named, or the count of rows that meet the conditions before their noun. */
  private Optional<Measure> figure(Tagged q, String words) {
    String tag = bare(words);
    Optional<Filter> condition = conditionOf(q, words);
    if (q.item(tag).as(OfEntity.class).isEmpty()) {
      return condition.isPresent()
          ? Optional.empty()
          : q.item(tag).as(OfMeasure.class).map(OfMeasure::measure);
    }
    Entity rows = entity(q, tag);
    return Optional.of(
        condition.isPresent()
            ? figures.countWhere(rows, condition.get())
            : rows.name().equals("user") ? model.measure("active_users") : figures.count(rows));
  }
}
