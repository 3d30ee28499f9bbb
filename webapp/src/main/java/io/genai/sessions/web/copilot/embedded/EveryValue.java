package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import java.util.List;

/** Users and sessions that have all values of a dimension, or one only. */
final class EveryValue extends Phase {
  EveryValue(SemanticModel model) {
    super(model);
  }

  /** "stuck to a single model version": no other value was used. */
  void singleValue(Tagged q) {
    q.rewrite(
        "(?:(?:who|that|which|have|has|had|ever|only|just) )*(?:stuck|stick|sticks|stayed|stays|stay|kept|keep|keeps|loyal|remained|used|use|tried|uses)(?: (?:to|with|only|ever|just|exactly))*(?: (?:an?|the))? (?:single|same|just 1|exactly 1|only 1|1|<N>)(?: (?:single|same))? (<D>)(?: (?:only|throughout|all the time))?",
        g -> {
          List<String> number = q.find("(N:[0-9]+) (?:single |same )?" + g.get(1));
          boolean one =
              !g.get(0).contains("N:")
                  || (!number.isEmpty()
                      && number(q, number.get(1)).value().compareTo(java.math.BigDecimal.ONE) == 0);
          boolean said = g.get(0).matches(".*(?:single|same|only|just|exactly).*");
          return one && said && mentions(q, "user") && !q.has(SHARE + " of (?:<M>) .*" + g.get(1))
              ? "with exactly "
                  + q.tag("1", new Meaning.OfNumber(java.math.BigDecimal.ONE, ""))
                  + " "
                  + g.get(1)
              : g.get(0);
        });
  }

  /** "sessions with one model version vs several": two kinds of owners, told apart by a count. */
  void oneOrSeveral(Tagged q) {
    String using =
        "(?: (?:that|which|who|with|used|use|using|had|have|has|tried|ran|run|on|in|contain|containing|stuck to|only|just|exactly|a|single))*";
    q.rewrite(
        "(<E>)"
            + using
            + " (?:one|<N>|single|one single)(?: single| kind of)? (<D>)(?: <E>)?(?: ,)? (?:vs|versus|and|or|with|compared to|compared with|against|than)(?: (?:those|<E>|the ones))?"
            + using
            + " (?:several|multiple|more than (?:one|<N>)|more|two or more|<N> or more|different ones|many)(?: different)?(?: <D>)?(?= ?$| [.,?(])",
        g -> {
          Dimension dimension =
              q.item(g.get(2)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          String owner = entity(q, g.get(1)).name();
          if (!owner.matches("user|session") || !dimension.entity().matches("generation|prompt")) {
            return g.get(0);
          }
          String from =
              dimension.entity().equals("prompt")
                  ? "fct_generations AS g JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id"
                  : "fct_generations AS g";
          OfCondition several =
              new OfCondition(
                  owner,
                  new Filter(
                      "%1$s.%2$s_id IN (SELECT g.%2$s_id FROM %3$s GROUP BY ALL HAVING count(DISTINCT %4$s) > 1)"
                          .formatted(owner.substring(0, 1), owner, from, dimension.expression()),
                      "with several: " + dimension.label()));
          return g.get(1)
              + " by "
              + q.tag(g.get(0), new Meaning.OfDimension(Bands.condition(several)));
        });
  }

  /** "users who tried every model version": as many different values as there are. */
  void everyValue(Tagged q) {
    q.rewrite(
        "(?:(?:who|that|which|have|has|had|ever) )*(?:tried|try|used|use|using|generated with|worked with|touched|seen|see|covered|cover|came in on|experienced|with|run|ran|made images with)(?: (?:images?|requests?|<E>|in|with|on|of))*(?: (?:every|all|each of))(?: (?:single|one|of|the|our|available|different|<N>))* (<D>)(?: (?:we|that|there|which)(?: (?:have|is|are|has|exist|offer|ever|had|exists))*)?",
        g -> {
          Dimension dimension =
              q.item(g.get(1)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          String owner = mentions(q, "session") && !mentions(q, "user") ? "session" : "user";
          if (dimension.isTime() || !(mentions(q, "user") || mentions(q, "session"))) {
            return g.get(0);
          }
          String from =
              dimension.entity().equals("prompt")
                  ? "fct_generations AS g JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id"
                  : "fct_generations AS g";
          String count = "count(DISTINCT " + dimension.expression() + ")";
          return dimension.entity().matches("prompt|generation")
              ? q.tag(
                  g.get(0),
                  new OfCondition(
                      owner,
                      new Filter(
                          "%s.%s_id IN (SELECT g.%s_id FROM %s GROUP BY ALL HAVING %s = (SELECT %s FROM %s))"
                              .formatted(
                                  owner.substring(0, 1), owner, owner, from, count, count, from),
                          "with every " + dimension.label().toLowerCase(java.util.Locale.ROOT))))
              : g.get(0);
        });
  }
}
