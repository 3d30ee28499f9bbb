package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;

/** Requests in a row, and users who came back on another day. */
final class Streaks extends Phase {
  private static final String ROW =
      "(?:in a row|in row|one after another|one after the other|back to back|in succession|running|straight)";

  Streaks(SemanticModel model) {
    super(model);
  }

  void streaks(Tagged q) {
    longAfter(q);
    q.rewrite(
        "(?:an? )?(?:run|streak|series|sequence|stretch|string)s? of ((?:at least |more than )?)(<N>)((?: or more)?) (<S>|<V>)(?: <E>)?(?: in a row)?(?:(?: (?:with)?in)(?: (?:same|one|single|a|any|1|<N>))* (<E>))?",
        g ->
            inARow(
                q,
                g.get(0),
                number(q, g.get(2)).value().intValue() + (g.get(1).equals("more than") ? 1 : 0),
                g.get(4)));
    String several =
        "(?:at least |with |had |hit |saw |have |or more |a run of )*(<N>)(?: or more)?";
    q.rewrite(
        several
            + " (?:(?:consecutive|successive|straight|back to back) (<S>|<V>)(?: <E>)?|(<S>|<V>)(?: <E>)? "
            + ROW
            + "|(?:<E> )?"
            + ROW
            + "(?: (?:that|which|were|was|are|all))* (<S>|<V>))(?: or more)?(?:(?: (?:with)?in)(?: (?:same|one|single|a|any|1|<N>))* (<E>))?",
        g ->
            inARow(
                q,
                g.get(0),
                number(q, g.get(1)).value().intValue(),
                g.get(2) + g.get(3) + g.get(4)));
    q.rewrite(
        "(?:(?:who|that|which|is|,|have|has|had|were|was|and|ever|<E>|then|came|come|back|returned|return|active|generated|generate|made|make|something|anything|again|seen|used|it|us) )*(?:on|in)(?: at least)? (?:a |an |any )?(?:later|different|another|second|further|more than one|other|separate)(?: (?:different|separate|distinct))? (<D>)(?: (?:than|after|from|to)(?: (?:their|the|that|first|one|very|of|<E>|<D>|<N>|day))+)?(?= |$)",
        g -> laterDay(q, g.get(0), g.get(1)));
  }

  /** "generated something again 7 or more days after their first request". */
  void longAfter(Tagged q) {
    q.rewrite(
        "(?:(?:who|that|have|has|had|were|was|ever|still|came|come|back|returned|active|generated|generate|made|something|anything|again|at least|more than|an?|any) )*(<N>)(?: (or more|or later))? ?(<D>|hours?|days?|weeks?)?(?: (?:or more|or later|later))?(?: later than| after) (?:their |the |his )?(?:very )?(?:first|sign up|signup|signing up)(?: (?:<E>|one|<N>))?",
        g -> {
          Meaning.OfNumber number = number(q, g.get(1));
          String unit =
              g.get(3).isEmpty()
                  ? number.unit()
                  : g.get(3).contains(":") ? q.item(g.get(3)).surface() : g.get(3);
          boolean first = g.get(0).contains("first") && !g.get(0).contains("sign");
          if (!unit.matches("hours?|days?|weeks?")
              || !first
              || !(mentions(q, "user") || usersMeasured(q))) {
            return g.get(0);
          }
          return q.tag(
              g.get(0),
              new OfCondition(
                  "user",
                  new Filter(
                      "u.user_id IN (SELECT user_id FROM fct_generations GROUP BY ALL HAVING max(timestamp) %s min(timestamp) + INTERVAL %s %s)"
                          .formatted(
                              g.get(0).contains("more than") ? ">" : ">=",
                              number.value().toPlainString(),
                              Words.singular(unit).toUpperCase(java.util.Locale.ROOT)),
                      "active " + number.value() + " " + unit + " after the first request")));
        });
  }

  private String inARow(Tagged q, String surface, int length, String tag) {
    OfCondition condition = condition(q, tag);
    boolean outcome = condition.entity().equals("generation");
    boolean sessions = mentions(q, "session");
    boolean users = mentions(q, "user") || usersMeasured(q);
    if (!outcome
        || length < 2
        || condition.filter().condition().matches(".*(?:seq|req)\\..*")
        || !(sessions || users)) {
      return surface;
    }
    String owner = users ? "user" : "session";
    String run =
        "OVER (PARTITION BY g.%s_id ORDER BY g.timestamp, g.generation_id ROWS BETWEEN %d PRECEDING AND CURRENT ROW)"
            .formatted(sessions ? "session" : "user", length - 1);
    return q.tag(
        surface,
        new OfCondition(
            owner,
            new Filter(
                "%1$s.%2$s_id IN (SELECT g.%2$s_id FROM fct_generations AS g QUALIFY count(*) FILTER (WHERE %3$s) %4$s >= %5$d)"
                    .formatted(
                        owner.substring(0, 1), owner, condition.filter().condition(), run, length),
                length + " in a row: " + condition.filter().words())));
  }

  private String laterDay(Tagged q, String surface, String tag) {
    var grain = q.item(tag).as(Meaning.OfDimension.class).orElseThrow().dimension();
    boolean back =
        surface.matches(".*\\b(?:back|returned|return|again|active|later|more than one)\\b.*");
    if (!grain.isTime()
        || grain.type() != io.genai.sessions.warehouse.semantic.Dimension.Type.TIMESTAMP
        || !back
        || !(mentions(q, "user") || usersMeasured(q))) {
      return surface;
    }
    return q.tag(
        surface,
        new OfCondition(
            "user",
            new Filter(
                "u.user_id IN (SELECT user_id FROM fct_generations GROUP BY ALL HAVING count(DISTINCT %s) > 1)"
                    .formatted(grain.expression().replace("{time}", "timestamp")),
                "active in more than one " + grain.label().toLowerCase(java.util.Locale.ROOT))));
  }

  private static boolean usersMeasured(Tagged q) {
    return q.remaining().values().stream()
        .flatMap(item -> item.all(Meaning.OfMeasure.class))
        .anyMatch(found -> found.measure().name().matches("users|active_users"));
  }
}
