package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Turns of phrase that have a plainer form: "one request in five", "one and a half times", "nsfw
 * prompts as a percentage of all prompts", "how many more or fewer than in the week before", "do
 * dark images do better than cheerful ones? Average alignment for those two moods".
 */
final class Idioms extends Phase {
  private static final String MORE =
      "(?:more|less|fewer|higher|lower|better|worse|bigger|smaller|larger|longer|shorter|faster|slower|cheaper|pricier)";

  Idioms(SemanticModel model) {
    super(model);
  }

  void idioms(Tagged q) {
    ofThem(q);
    counts(q);
    groups(q);
    figures(q);
    numbers(q);
    partsOfFigures(q);
    shares(q);
    thoseTwo(q);
    changes(q);
    higher(q);
    ranked(q);
  }

  private void counts(Tagged q) {
    q.rewrite("(?<=^ )count(?: (?:the|our|all))* (<E>)", g -> "number of " + g.get(1));
    q.rewrite(
        "(?:what|which) (<D>)(?: (?:value|setting|option)s?)?(?: (?:do|does|did|is|are|was|were|get|got))*(?: <E>)? (?:use|used|pick|picked|choose|chosen|ask for|request|requested|prefer|tried|try|make|made)(?: (?:,|and))* how (?:often|frequently|many times)(?: (?:each|are they|is each|used|one|of them))*(?= ?$| [?.])",
        g -> {
          Dimension by = q.item(g.get(1)).as(OfDimension.class).orElseThrow().dimension();
          return "number of "
              + q.tag(
                  "rows",
                  new Meaning.OfEntity(model.entity(by.isTime() ? "generation" : by.entity())))
              + " by "
              + g.get(1);
        });
    q.rewrite(
        "(?:how many|number of) (<E>)(?: (?:do|does|did|are|is|we|you|they|it|there|get|see|handle|have|made|come in|<E>|handled|receive|run|per|serve))* (?:on|in|during|per)(?: (?:an?|the|our))* (?:typical|average|normal|usual) (<D>)(?= ?$| [.?,])",
        g ->
            q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension().isTime()
                ? "average number of " + g.get(1) + " per " + g.get(2)
                : g.get(0));
  }

  /** "how many users are there, and how many of them pay": a second figure, not a condition. */
  private void ofThem(Tagged q) {
    List<String> counted = q.find("(?:how many|number of)(?: (?:our|the|all))* (<E>)");
    if (counted.isEmpty()) {
      return;
    }
    q.rewrite(
        "(?:, )?and how many of (?:them|those|these)(?: (?:are|were|is|was|have|had|did|do|on|in|from|use|using|a|an))* (<S>|<V>)(?: <E>)?(?= ?$| [.?])",
        g ->
            condition(q, g.get(1)).entity().equals(entity(q, counted.get(1)).name())
                ? "and "
                    + measure(
                        q,
                        g.get(0),
                        figures.countWhere(
                            entity(q, counted.get(1)), condition(q, g.get(1)).filter()))
                : g.get(0));
  }

  private void groups(Tagged q) {
    q.rewrite(
        "(?:split|breakdown|division|mix) of (?:our |the |all )?(<E>) (?:between|into|in|among)(?= (?:<S>|<V>))",
        g -> "number of " + g.get(1) + " ,");
    q.rewrite(
        "which of(?: (?:the|our|all))* (<D>)(?= (?:has|had|is|was|gets|costs|takes|does|shows|sees|fails|<F>))",
        g ->
            "which "
                + q.tag(Words.singular(q.item(g.get(1)).surface()), q.item(g.get(1)).meanings()));
    q.rewrite("in (?:absolute|total) (?:term|number|figure)s?", "");
    q.rewrite(
        "(most|least) (common|frequent) (?:type of |kind of |reason for )?(<S>|<M>)(?= (?:of|for|in|on|per|by|among|with|from|to)|$| [?.,])",
        g ->
            q.item(g.get(3)).surface().matches("(?:.* )?(?:failures?|errors?)")
                ? g.get(1)
                    + " "
                    + g.get(2)
                    + " "
                    + q.tag("failure type", new OfDimension(model.dimension("failure_type")))
                : g.get(0));
  }

  /** Figures of one of those who have them: "of a pro user", "per failed request". */
  private void figures(Tagged q) {
    q.rewrite(
        "(average|mean|median|typical) number of (<E>) (?:for|of|per|by|from)(?: (?:an?|each|every|the|single))* ((?:(?:<V>|<S>) )+)(<E>)",
        g -> g.get(1) + " number of " + g.get(2) + " per " + g.get(4) + " " + g.get(3));
    q.rewrite(
        "(?:number of )?(<F>) per ((?:(?:<S>|<V>) )+)(<E>)",
        g ->
            fact(q, g.get(1)).entity().equals(entity(q, g.get(3)).name())
                ? "average " + g.get(1) + " of " + g.get(2) + " " + g.get(3)
                : g.get(0));
    q.rewrite(
        "(?:(?:what|the average of|the mean of|that of|the average for) )?(?:(?:that|the|this) )?(?:same|own) (<E>) 's (?:own |other )?(?:(average|mean|median|usual) )?(?:<E> )?(<F>|<M>)(?: (?:cost|take|took|use))?(?: (?:on average|on an average|usually|typically))?",
        g ->
            entity(q, g.get(1)).name().equals("user")
                ? (g.get(2).equals("median") ? "median " : "average ")
                    + g.get(3)
                    + " of same "
                    + q.tag("user", new OfDimension(model.dimension("user_id")))
                : g.get(0));
  }

  /**
   * "the model with the lowest p95 latency, and that latency": what is ranked by is shown anyway.
   */
  private static void ranked(Tagged q) {
    q.rewrite(
        "(?:, )?(?:and|with|plus|including) (?:that|this|its|the|their|his) (?:same |very )?(<F>|<M>|latency|rate|cost|score|value|number|figure|count|share|average|percentage|total|amount)(?: (?:itself|too|of it|of theirs|of each))?(?= ?$| [.?])",
        g ->
            q.has(
                        "(?:most|least|highest|lowest|best|worst|fewest|largest|smallest|slowest|fastest|cheapest|longest|shortest|biggest) .*"
                            + g.get(0))
                    && (!g.get(1).contains(":") || isSaidBefore(q, g.get(1)))
                ? ""
                : g.get(0));
  }

  private void numbers(Tagged q) {
    q.rewrite(
        "(<N>) (<E>) (?:in|out of)(?: every)? (<N>)(?= |$)",
        g -> {
          OfNumber part = number(q, g.get(1));
          OfNumber whole = number(q, g.get(3));
          boolean fraction =
              part.unit().isEmpty()
                  && whole.unit().isEmpty()
                  && part.value().compareTo(whole.value()) < 0;
          return fraction
              ? q.tag(
                      g.get(0),
                      new OfNumber(
                          part.value().divide(whole.value(), MathContext.DECIMAL64), "percent"))
                  + " of "
                  + g.get(2)
              : g.get(0);
        });
    q.rewrite(
        "(<N>) and a half(?= (?:time|x|<I>|<D>|hour|minute|second|day))",
        g -> {
          OfNumber number = number(q, g.get(1));
          return q.tag(
              g.get(0), new OfNumber(number.value().add(new BigDecimal("0.5")), number.unit()));
        });
  }

  private void shares(Tagged q) {
    q.rewrite(
        "(?<=^ )(?:number of |how many |the )?(<E>) ((?:with|without|that|who|which|whose|having|from|on|lasting|costing|of|where)(?: (?!by |per |as |,)\\S+)+?) ?,? as(?: an?)? "
            + SHARE
            + " of(?: (?:all|the|total|our|its|their))* (<E>)",
        g ->
            entity(q, g.get(1)).equals(entity(q, g.get(4)))
                ? g.get(3) + " of " + g.get(1) + " " + g.get(2)
                : g.get(0));
    q.rewrite(
        "(?:how many |number of |count of )?(<S>|<V>)(?: <E>)? (?:as|in)(?: an?)? "
            + SHARE
            + " of(?: (?:all|the|total|their|our|its))* (<E>)(?= |$)",
        g ->
            condition(q, g.get(1)).entity().equals("time")
                ? g.get(0)
                : g.get(2) + " of " + g.get(3) + " that are " + g.get(1));
    q.rewrite(
        "(how (?:much|many) of .*?|"
            + SHARE
            + " of .*?) ?,? (?:as|in)(?: an?)? "
            + SHARE
            + " of(?: (?:all|the|total|our|everything|overall|whole))*(?: (?:<M>|<F>|<E>|it|them|that))?(?= |$)",
        g -> g.get(1));
  }

  private void partsOfFigures(Tagged q) {
    q.rewrite(
        "(<M>) (?:of|from|for|on|by|in) ((?:<S>|<V>)(?: <E>)?) ?,? as(?: an?)? "
            + SHARE
            + " of(?: (?:all|the|our|overall|its|their|total))* (<M>)",
        g ->
            measureOf(q, g.get(1)).expression().equals(measureOf(q, g.get(4)).expression())
                ? g.get(3) + " of " + g.get(1) + " of " + g.get(2)
                : g.get(0));
  }

  /** Two values of a dimension, and then "for those two moods". */
  private void thoseTwo(Tagged q) {
    q.rewrite(
        "(?:for|of|in|by|on|with|between)? ?(?:each of )?(?:those|these|the two|both|the) (?:<N> )?(<D>)(?= ?$| [.?,])",
        g -> {
          boolean pair = !g.get(0).matches("(?:\\S+ )?the <D>") && told(q, g.get(1)) >= 2;
          return pair && g.get(0).matches(".*(?:those|these|two|both|N:[0-9]+).*")
              ? "by " + g.get(1)
              : g.get(0);
        });
    q.rewrite(
        "(?:do|does|did|is|are|was|were) (<V>|<S>)(?: <E>)?(?: (?:[a-z]+|<E>|<F>|<M>)){0,6}? "
            + MORE
            + "(?: (?:[a-z]+|<E>|<F>)){0,3}? than(?: (?:<E>|in|on|from|for|of|those|with))* (<V>|<S>)(?: (?:<E>|one|<N>))?(?= [?,:;])",
        g ->
            q.has("by <D>") && told(q, g.get(1), g.get(2))
                ? g.get(1) + " , " + g.get(2)
                : g.get(0));
  }

  /** "Is the error rate higher for long prompts?": beside those that are not. */
  private static void higher(Tagged q) {
    q.rewrite(
        "(?<=^ )(?:is|are|was|were|do|does|did) (?:the |our )?(<M>|<F>) "
            + MORE
            + "(?: (?:on average))? (?:for|in|on|with|among|at|of|when|during) ((?:<E> )?(?:[a-z]+ ){0,3}?(?:<S>|<V>)(?: <E>)?)(?= ?$| [?,])",
        g -> g.get(1) + " of " + g.get(2) + " vs other");
    String side = "(?:of |in |on |for |with |among |from |at |during )?";
    q.rewrite(
        "(?<=^ )(?:is|are|was|were|do|does|did) (?:the |our )?(<M>) "
            + side
            + "((?:<S>|<V>)(?: <E>)?) "
            + MORE
            + " than (?:that |those |it is |it )?"
            + side
            + "((?:<S>|<V>)(?: <E>)?)(?= ?$| [?])",
        g -> g.get(1) + " of " + g.get(2) + " vs " + g.get(3));
  }

  /** Whether a figure before is of the same column: "the lowest p95 latency, and that latency". */
  private static boolean isSaidBefore(Tagged q, String tag) {
    String expression = expression(q, tag);
    return q.remaining().keySet().stream()
        .filter(other -> other.matches("[A-Z]*[MF][A-Z]*:[0-9]+") && !other.equals(tag))
        .anyMatch(other -> expression(q, other).contains(expression));
  }

  private static String expression(Tagged q, String tag) {
    return q.item(tag).as(Meaning.OfFact.class).isPresent()
        ? q.item(tag).as(Meaning.OfFact.class).get().fact().expression()
        : measureOf(q, tag).expression();
  }

  private static boolean told(Tagged q, String left, String right) {
    return Contrasts.commonDimension(q, List.of(left, right)).isPresent();
  }

  private static long told(Tagged q, String tag) {
    Optional<OfDimension> dimension = q.item(tag).as(OfDimension.class);
    return q.remaining().values().stream()
        .flatMap(item -> item.all(OfValue.class))
        .filter(value -> value.dimension().equals(dimension.orElseThrow().dimension()))
        .distinct()
        .count();
  }

  private static void changes(Tagged q) {
    q.rewrite(
        "(?:, |and )?(?:by )?how (?:many|much) (?:<E> )?"
            + MORE
            + "(?: (?:or|and|/) "
            + MORE
            + ")?(?: <E>)?(?: (?:that|it|this|there|is|was|are|were))*(?: than| compared to| compared with| vs)(?: (?:in|on|for|during|the|that of))*(?: (?:previous|prior|preceding|last)| <D> (?:before|earlier))(?: (?:<D>|one))?(?: (?:of the data|with data|that has data|in the data))?",
        ", change from previous one");
  }
}
