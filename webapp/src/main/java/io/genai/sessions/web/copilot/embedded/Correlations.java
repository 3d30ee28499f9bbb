package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.util.List;
import java.util.Map;

/** How two facts go together. */
final class Correlations extends Phase {
  Correlations(SemanticModel model) {
    super(model);
  }

  /** "a session's average latency": of each session, not of its requests. */
  void scopes(Tagged q) {
    if (q.has("(?:corr|correlation|correlate|correlated|correlates|pearson)")) {
      q.rewrite(
          "(<E>) (?:'s )?(?:average |mean |total )?(<M>|<F>)",
          g -> entity(q, g.get(1)).name().equals("session") ? ofSession(q, g.get(2)) : g.get(0));
    }
  }

  void correlations(Tagged q) {
    if (q.has("(?:corr|correlation|correlate|correlated|correlates|pearson)") && q.has("<F>")) {
      q.rewrite(
          "(<S>)",
          g ->
              q.item(g.get(1)).as(Meaning.OfFact.class).isEmpty()
                      && q.item(g.get(1)).as(Meaning.OfMeasure.class).isPresent()
                  ? q.tag(q.item(g.get(1)).surface(), new Meaning.OfFact(zeroOrOne(q, g.get(1))))
                  : g.get(0));
    }
    if (q.has(
        "(?:corr|correlation|correlate|correlated|correlates|relationship|association|related|pearson)")) {
      q.rewrite(
          "(?:how many|number of)(?: <S>| <V>)? (<E>)(?: (?:it|they|(?:a|per|in a|in)? ?<E>) ?(?:has|have|contain|contains|had|hold|holds)?)?",
          g ->
              entity(q, g.get(1)).name().equals("generation") && !g.get(0).contains("S:")
                  ? factTag(q, "session_size")
                  : g.get(0));
      q.rewrite("<E> 's (<F>)", g -> g.get(1));
      q.rewrite("<E> (<F>)", g -> g.get(1));
    }
    String corr =
        "(?:corr|correlation|correlate|correlated|correlates|relationship|association|pearson|related|link)";
    q.rewrite(
        corr + "(?: (?:of|between))?(?: (?:the two|the|<N>|both|them|two|these))+",
        g -> {
          List<String> both = q.find("(<F>).* (<F>).* " + g.get(0));
          if (both.isEmpty()) {
            return g.get(0);
          }
          String found = correlation(q, List.of(g.get(0), both.get(1), both.get(2)));
          q.rewrite(both.get(1) + "|" + both.get(2), "");
          return found;
        });
    q.rewrite(
        "(?:how )?(?:strongly |closely |tightly |much |well )?(?:do|does) (<F>)(?: <I>)? (?:go|goes|move|moves|vary|varies) (?:together )?with (<F>)(?=.* "
            + corr
            + ")",
        g -> correlation(q, g));
    String of = "(?:(?: coefficient)?(?: (?:of|between|for|is|are|there))*)";
    String fact = "((?:average )?<F>)";
    String scope = "(?: (?:score|value|of request|of prompt|per <E>|of <E>))?";
    q.rewrite(
        corr + of + " " + fact + scope + " (?:and|with|to|vs|versus|against|,|on) " + fact,
        g -> correlation(q, g));
    q.rewrite(
        "(?:how )?(?:strongly |closely |much |well )?(?:does|do|is|are) "
            + fact
            + scope
            + " "
            + corr
            + "(?: (?:with|to|and))* "
            + fact,
        g -> correlation(q, g));
    q.rewrite(
        fact
            + scope
            + " (?:and|vs|versus) "
            + fact
            + scope
            + "(?: ,)? "
            + corr
            + "(?: coefficient)?",
        g -> correlation(q, g));
    q.rewrite(fact + " " + corr + "(?: (?:with|to))? " + fact, g -> correlation(q, g));
    apart(q, corr);
    if (q.remaining().values().stream()
        .flatMap(item -> item.all(Meaning.OfMeasure.class))
        .anyMatch(found -> found.measure().expression().startsWith("corr("))) {
      q.rewrite("(?:[,:?] )?(?:and )?(?:what is )?" + corr + "(?: coefficient)?(?= ?$| [,?])", "");
    }
  }

  /** A condition as a figure: 1 where it holds, 0 where it does not. */
  private static Fact zeroOrOne(Tagged q, String tag) {
    Meaning.OfCondition condition = condition(q, tag);
    return new Fact(
        q.item(tag).surface(),
        q.item(tag).surface(),
        List.of(),
        condition.entity(),
        "(" + condition.filter().condition() + ")::INT",
        io.genai.sessions.warehouse.semantic.Unit.SCORE,
        io.genai.sessions.warehouse.semantic.Format.DECIMAL,
        false,
        false,
        false,
        List.of(),
        List.of(),
        "1 where " + condition.filter().words() + ", else 0",
        new io.genai.sessions.warehouse.semantic.SourceLine("question", 1));
  }

  /** A correlation is asked for, and two facts were named, wherever they stand. */
  private void apart(Tagged q, String corr) {
    List<String> facts =
        q.remaining().entrySet().stream()
            .filter(entry -> entry.getValue().as(Meaning.OfFact.class).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    List<Fact> different = facts.stream().map(tag -> fact(q, tag)).distinct().toList();
    if (!q.has("(?:corr|correlation|correlate|correlated|pearson)") || different.size() != 2) {
      return;
    }
    String second =
        facts.stream().filter(t -> !fact(q, t).equals(different.get(0))).findFirst().get();
    String found = correlation(q, List.of("correlation", facts.get(0), second));
    facts.forEach(
        tag -> q.rewrite("(?:higher |lower |more |longer |larger |better |average )?" + tag, ""));
    q.rewrite(
        corr + "(?: coefficient)?(?: (?:of|between|for|the|two|<N>))*",
        g -> q.has(found) ? "" : found);
    q.rewrite(
        "(?:do|does|is|are)(?: (?:go|goes|give|gives|mean|get|come|better|higher|with|make|for))+",
        "");
  }

  /** "a session's cost" is not a request's. */
  private String ofSession(Tagged q, String tag) {
    Item item = q.item(tag);
    String expression =
        item.as(Meaning.OfFact.class).isPresent()
            ? fact(q, tag).expression()
            : measureOf(q, tag).expression();
    return expression.contains(model.fact("cost").expression())
        ? factTag(q, "session_cost")
        : expression.contains(model.fact("latency").expression())
            ? factTag(q, "session_latency")
            : tag;
  }

  String correlation(Tagged q, List<String> g) {
    Fact left = ofSession(fact(q, g.get(1)), fact(q, g.get(2)));
    Fact right = ofSession(fact(q, g.get(2)), fact(q, g.get(1)));
    return measure(q, g.get(0), figures.correlation(left, right));
  }

  /** Beside a session's friction, "its cost" is the session's. */
  private Fact ofSession(Fact fact, Fact other) {
    return other.entity().equals("session")
        ? switch (fact.name()) {
          case "cost" -> model.fact("session_cost");
          case "latency" -> model.fact("session_latency");
          default -> fact;
        }
        : fact;
  }
}
