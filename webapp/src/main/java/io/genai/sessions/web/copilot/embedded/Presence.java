package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import java.util.List;
import java.util.Optional;

/** What users and sessions have at all, at least once, or only. */
final class Presence extends Phase {
  Presence(SemanticModel model) {
    super(model);
  }

  /** "sessions that contain at least one timeout", set against those that contain none. */
  void existentials(Tagged q) {
    if (!q.has("(?:none|without|no|not|vs|versus|compare|compared|against)")) {
      return;
    }
    q.rewrite(
        "(<E>)(?: (?:that|which|who|with|contain|containing|had|has|have|having|hit|saw|include|including|experienced|experience|see|ran into|suffered|met|got))+ (?:at least (<N>) |any |an? |one or more |some |<N> )?(<V>|<S>)(?: <E>)?(?=(?: ,)? (?:vs|versus|and|compared|against|or) .*(?:without|none|no|not|those|rest))",
        g -> {
          OfCondition condition = condition(q, g.get(3));
          String owner = entity(q, g.get(1)).name();
          boolean one = g.get(2).isEmpty() || number(q, g.get(2)).value().intValue() == 1;
          return one
                  && owner.matches("user|session")
                  && condition.entity().equals("generation")
                  && !condition.filter().condition().contains("seq.")
              ? g.get(1) + " " + q.tag(g.get(0), new OfCondition(owner, some(owner, condition)))
              : g.get(0);
        });
  }

  /** "users who only used sd-1.4": every request of theirs meets the condition. */
  void exclusives(Tagged q) {
    q.rewrite(
        "(<E>)(?: (?:that|which|who|have|has|had|ever))* (?:only|exclusively|solely|nothing but|always)(?: (?:ever|used|use|generated|made|make|run|ran|tried|worked|with|on|in|had|have|has|contain|contained|a))* (<V>|<S>)(?: <E>)?",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          String owner = entity(q, g.get(1)).name();
          return owner.matches("user|session") && condition.entity().equals("generation")
              ? g.get(1)
                  + " "
                  + q.tag(
                      g.get(0),
                      new OfCondition(
                          owner,
                          new Filter(
                              "%s.%s_id IN (SELECT g.%s_id FROM fct_generations AS g GROUP BY ALL HAVING bool_and(%s))"
                                  .formatted(
                                      owner.substring(0, 1),
                                      owner,
                                      owner,
                                      condition.filter().condition()),
                              "with nothing but: " + condition.filter().words())))
              : g.get(0);
        });
  }

  /** "users who used both sd-1.4 and sd-2.0": some requests of either. */
  void both(Tagged q) {
    q.rewrite(
        "(<E>|<M>)((?: (?!both )[a-z]+)*) both (<V>|<S>)(?: <E>)? and (<V>|<S>)(?: <E>)?",
        g -> {
          Optional<String> owner =
              q.item(g.get(1))
                  .as(Meaning.OfEntity.class)
                  .map(e -> e.entity().name())
                  .or(
                      () ->
                          q.item(g.get(1))
                              .as(Meaning.OfMeasure.class)
                              .map(
                                  m ->
                                      m.measure()
                                          .name()
                                          .replaceFirst("s$", "")
                                          .replace("active_", "")));
          OfCondition left = condition(q, g.get(3));
          OfCondition right = condition(q, g.get(4));
          return owner.filter(o -> o.matches("user|session")).isPresent()
                  && left.entity().equals("generation")
                  && right.entity().equals("generation")
              ? g.get(1)
                  + " "
                  + q.tag(g.get(3), new OfCondition(owner.get(), some(owner.get(), left)))
                  + " "
                  + q.tag(g.get(4), new OfCondition(owner.get(), some(owner.get(), right)))
              : g.get(0);
        });
  }

  /** "users who spent more in August than in July": each user's two figures are compared. */
  void moreThanBefore(Tagged q) {
    q.rewrite(
        "(<E>)(?: (?:who|that|have|has|had))* (spent|made|generated|submitted|sent|ran|requested|created|used|had) (more|fewer|less)(?: (<F>|<E>))?(?: (?:in|on|during|between|from))? (<T>) than(?: (?:they|did|in|on|during|between|from))* (<T>)(?: \\( [^()]* \\))?",
        g -> {
          boolean credits =
              g.get(2).equals("spent") || (!g.get(4).isEmpty() && isCost(q, g.get(4)));
          boolean rows = !g.get(4).isEmpty() && entityIs(q, g.get(4), "generation");
          if (!entityIs(q, g.get(1), "user") || credits == rows) {
            return g.get(0);
          }
          String figure = credits ? "sum(g.cost_credits)" : "count(*)";
          String sign = g.get(3).equals("more") ? ">" : "<";
          String condition =
              "u.user_id IN (SELECT g.user_id FROM fct_generations AS g GROUP BY ALL HAVING %s %s %s)"
                  .formatted(within(q, figure, g.get(5)), sign, within(q, figure, g.get(6)));
          return g.get(1)
              + " "
              + q.tag(
                  g.get(0),
                  new OfCondition(
                      "user",
                      new Filter(
                          condition, "with " + g.get(3) + " in one period than in another")));
        });
  }

  private boolean isCost(Tagged q, String tag) {
    return q.item(tag).as(Meaning.OfFact.class).isPresent() && fact(q, tag).name().equals("cost");
  }

  private static String within(Tagged q, String figure, String period) {
    return "coalesce(%s FILTER (WHERE %s), 0)"
        .formatted(
            figure,
            q.item(period)
                .as(Meaning.OfPeriod.class)
                .orElseThrow()
                .filter()
                .condition()
                .replace("{time}", "g.timestamp"));
  }

  /** "active in August but not in September", "in both months". */
  void visits(Tagged q) {
    if (q.surfacesMatch(".*\\b(?:signed up|joined|registered|sign up)\\b.*")) {
      q.rewrite(
          "(?:(?:who|that|and|were|was|are|have|has|had|been|still|again|also) )*active(?: again| still)? (<T>)",
          g -> q.tag(g.get(0), new OfCondition("user", activeIn(q, g.get(1)))));
    }
    String active =
        "(?: (?:who|that|were|was|are|have|has|had|been|did|also|again|both|active|generated|made|make|generate"
            + "|requested|came|come|back|visited|used|it|us|<E>|something|anything|at least one|in|on|during|from))*";
    q.rewrite(
        "(<E>|<M>)"
            + active
            + " (<T>)(?: ,)? ((?:, )?(?:but not|and not|but never|but did not|and also|and again|as well as|and|then|but also|who were|who was|who are|who came back|that were|who returned|who generated)|(?:, )?(?:was |were |are |also )*(?:active again|also active|again active)|(?:, )?(?:and |then |also |again )*(?:came back|come back|returned|return|were back|came again))"
            + active
            + " (<T>)(?: again| as well| too| instead)?",
        g -> {
          boolean users =
              q.item(g.get(1))
                      .as(Meaning.OfEntity.class)
                      .filter(e -> e.entity().name().equals("user"))
                      .isPresent()
                  || q.item(g.get(1))
                      .as(Meaning.OfMeasure.class)
                      .filter(m -> m.measure().name().matches("users|active_users"))
                      .isPresent();
          boolean plain =
              g.get(3).equals("and") && !g.get(0).matches(".*(both|also|again|back|return).*");
          if (!users || plain || q.has("(?:vs|versus|compare|compared)")) {
            return g.get(0);
          }
          Filter first = activeIn(q, g.get(2));
          Filter second = activeIn(q, g.get(4));
          List<String> share = q.find(SHARE + " of " + g.get(1));
          if (!share.isEmpty()) {
            boolean not = g.get(3).matches(".*(not|never).*");
            String rate =
                measure(
                    q,
                    g.get(4),
                    figures.share(
                        model.entity("user"),
                        not ? Filter.not(second) : second,
                        share.get(1).startsWith("percent")));
            return "X " + rate + " " + q.tag(g.get(2), new OfCondition("user", first));
          }
          return g.get(1)
              + " "
              + q.tag(g.get(2), new OfCondition("user", first))
              + " "
              + q.tag(
                  g.get(4),
                  new OfCondition(
                      "user", g.get(3).matches(".*(not|never).*") ? Filter.not(second) : second));
        });
    q.rewrite(
        SHARE
            + " of (<E>)(?: (?:who|that|was|were|are|have|been|had))* (?:active|generated|came back|made (?:<E>|something))(?: (?:something|anything|in))* (<T>)",
        g ->
            q.item(g.get(2))
                    .as(Meaning.OfEntity.class)
                    .filter(e -> e.entity().name().equals("user"))
                    .isPresent()
                ? measure(
                    q,
                    g.get(0),
                    figures.share(
                        model.entity("user"),
                        activeIn(q, g.get(3)),
                        g.get(1).startsWith("percent")))
                : g.get(0));
    q.rewrite("(?:what |which )?" + SHARE + " of X", "");
  }

  static Filter activeIn(Tagged q, String tag) {
    Filter time = q.item(tag).as(Meaning.OfPeriod.class).orElseThrow().filter();
    return new Filter(
        "u.user_id IN (SELECT g.user_id FROM fct_generations AS g WHERE "
            + time.condition().replace("{time}", "g.timestamp")
            + ")",
        "active " + time.words());
  }

  static Filter some(String owner, OfCondition meaning) {
    return new Filter(
        "%s.%s_id IN (SELECT g.%s_id FROM fct_generations AS g WHERE %s)"
            .formatted(owner.substring(0, 1), owner, owner, meaning.filter().condition()),
        "with at least one: " + meaning.filter().words());
  }
}
