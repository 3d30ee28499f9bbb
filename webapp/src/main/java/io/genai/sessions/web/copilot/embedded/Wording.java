package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.SemanticModel;

/**
 * Brings the same thing said in different words into one form, and drops what says how to list a
 * result rather than what is asked. Other rules then meet fewer forms.
 */
final class Wording extends Phase {
  private final Entity user;

  Wording(SemanticModel model) {
    super(model);
    user = model.entity("user");
  }

  /** Of what is spoken, before the words are dropped that say so. */
  void scopes(Tagged q) {
    q.rewrite(
        "(twice|double|triple|half|time|than|x|above|below|over|under|exceeds?|exceeding|beats?) (?:the )?(?:that|those|rate|figure|one|average|mean)(?: rate| figure)? (?:of|for|across|over) all(?: the| our)? <E>(?: (?:together|combined|overall|taken together))*",
        g -> g.get(1) + " the overall average");
    q.rewrite(
        "(more than|over|at least|less than|fewer than|under) (twice|double|triple|half|<N> (?:time|x)) (?:as many|as much) ((?:(?:<S>|<V>) )*(?:<E>|<F>|<M>)) as",
        g -> "number of " + g.get(3) + " " + g.get(1) + " " + g.get(2));
    q.rewrite(
        "(?:across|over|for|of|in|from|among|on|with) all(?: of)?(?: the| our)? (<E>)",
        g -> "of " + g.get(1));
    // "of all users, what share …" is "what share of users …"
    q.rewrite(
        "(?:of|among|out of)(?: all)?(?: the| our| those)? (<E>)((?: (?!,)\\S+)* <T>(?: (?!,)\\S+)*) , (?:what|which|how (?:big|large) a?)? ?(?:the )?"
            + SHARE
            + "(?: of (?:them|those|these))? (was|were|came|returned|generated|has been|have been)(?= )",
        g -> g.get(3) + " of " + g.get(1) + " " + g.get(2) + " who " + g.get(4));
    q.rewrite(
        "(?:of|among|out of)(?: all)?(?: the| our)? ((?:(?:<S>|<V>) )*<E>)((?: (?!,)\\S+)*) , (?:what|which|how (?:big|large) a?)? ?(?:the )?"
            + SHARE,
        g -> g.get(3) + " of " + g.get(1) + " " + g.get(2));
    q.rewrite(
        "(?:of|among|out of)(?: all)?(?: the| our)? (<S>|<V>)((?: (?!,)\\S+)*) , (?:what|which|how (?:big|large) a?)? ?(?:the )?"
            + SHARE,
        g ->
            condition(q, g.get(1)).entity().equals("time")
                ? g.get(0)
                : g.get(3)
                    + " of "
                    + g.get(1)
                    + " "
                    + q.tag(
                        "rows", new Meaning.OfEntity(model.entity(condition(q, g.get(1)).entity())))
                    + " "
                    + g.get(2));
    q.rewrite(
        "(?:for |in |by )?(?:each|every) (<D>) , (?:what|which) " + SHARE,
        g -> "for each " + g.get(1) + " " + g.get(2));
    q.rewrite(
        "(?:, |and |but )?(?:with )?((?:<V>|<S>)(?: <E>)?) (?:excluded|left out|left aside|ignored|omitted|set aside|removed|disregarded|not counted)",
        g -> "excluding " + g.get(1));
    q.rewrite(
        "(?:with|having|had|has|have|contain|containing|contains)(?: only| just| exactly)?(?: an?| one| <N>)? single (<E>)",
        g ->
            "with exactly "
                + q.tag("1", new Meaning.OfNumber(java.math.BigDecimal.ONE, ""))
                + " "
                + g.get(1));
    q.rewrite(
        "(<F>)(?: (?:have|did|do|we|they|has|been|was|were))* (?:added up|summed up|summed|in total|in all|all told|all together|combined)",
        g -> q.has("<N> " + g.get(1)) ? g.get(1) : "total " + g.get(1));
    q.rewrite("(?:in total|in all|all told|all in all|added up)", "");
    q.rewrite(
        "((?:<M>|<F>|<A>).*) ,? ?(?:\\( )?in (<F>)(?: \\))?(?= (?:by|per|for|,|\\.|on|over|split|and|of)| $)",
        g -> q.item(g.get(2)).surface().equals("credits") ? g.get(1) : g.get(0));
    q.rewrite(
        "(<V>|<S>)",
        g ->
            q.item(g.get(1))
                    .surface()
                    .matches(".* (?:users?|customers?|subscribers?|accounts?)|freeloaders?")
                ? g.get(1) + " " + q.tag("users", new Meaning.OfEntity(user))
                : g.get(0));
  }

  /** Shares and counts that were asked for in a roundabout way. */
  void amounts(Tagged q) {
    String parts =
        "(?: (?:fall|falls|fell|is|are|was|were|goes|go|went|come|comes|came|belong|belongs|made|make|up|end|ended|on|to|in|into|under|of|from|by|with|due|caused|spent|used|each|every|different|various|has|have|account|contribute|does|do))*";
    q.rewrite(
        SHARE
            + " of (?:the |all |our )?(<M>|<F>|<E>) (?:of|in|for|from|by|on|with)((?: (?:each|every))) (<D>)((?: (?!<)[a-z]+){1,5}) ((?:<S>|<V>)(?: <E>)?)(?= |$)",
        g ->
            g.get(1)
                + " of "
                + g.get(2)
                + " "
                + g.get(5)
                + " "
                + g.get(6)
                + " for each "
                + g.get(4));
    String nouns = "((?:(?:<S>|<V>) )*)(<E>|<S>|<M>)";
    q.rewrite(
        "(?:for|in|within|per|by|of)(?: (?:each|every))? (<D>)(?: ,)? (?:(?:what|which|how big an?|the) )*"
            + SHARE
            + " of (?:(?:its|their|the|all|those|his|that|<D> 's) )*"
            + nouns
            + parts
            + " (?:each|every|the different|the various|each of the) (<D>)(?: (?:make|makes|account|contribute|represent|represents|has|have|take|takes)(?: (?:up|for))?)?(?= |$)",
        g -> shareWithin(q, g.get(0), g.get(2), g.get(3), g.get(4), g.get(5), g.get(1)));
    q.rewrite(
        "(?:for|in|within|per) (?:each|every) (<D>)(?: ,)?(?: how)?(?: (?:is|are|do|does))* (?:(?:its|their|the|all) )*"
            + nouns
            + "(?: (?:is|are|was|were|get|do|does))* (?:spread|split|distributed|divided|distribute|spread out|broken down)(?: (?:over|across|among|between|by|into|the|different|various|its|on))* (<D>)(?=.*\\b(share|percent|percentage|proportion|fraction)s?)",
        g -> shareWithin(q, g.get(0), g.get(5), g.get(2), g.get(3), g.get(4), g.get(1)));
    if (q.has("(?:share|percentage|percent)s? (?:within|of) (?:the |each |that )?<D>")
        && q.has(SHARE + " of .* " + SHARE)) {
      q.rewrite(
          "(?:, |: |\\? |; )?(?:share|percentage|percent)s? (?:within|of) (?:the |each |that )?<D>(?= ?$| [.,?])",
          "");
    }
    q.rewrite("\\( only <D> (?:on which|in which|when|where|with) [^()]* \\)", "");
    q.rewrite("total(?= ?$)", "");
    q.rewrite(
        "how much of (?:our |the |all |all our |all the )?(<M>|<F>|<E>)(?=(?: [a-z]+| <E>)* (?:<S>|<V>))",
        g ->
            (q.has("(?:as|in) (?:an? )?(?:percentage|percent)") ? "percentage of " : "share of ")
                + g.get(1));
    // "credits wasted on requests that failed": the rows are those that the condition is on.
    q.rewrite(
        "("
            + SHARE
            + " of (?:(?:the|all|our) )?(?:<M>|<F>)"
            + LINK
            + ") (<E>)(?: (?:that|which|who|have|has|had|were|was|are|is|do|did))+ (<S>|<V>)",
        g ->
            condition(q, g.get(4)).entity().equals(entity(q, g.get(3)).name())
                ? g.get(1) + " " + g.get(4)
                : g.get(0));
    q.rewrite(
        "(percentage of (?:.*)) ,? ?(?:as|in) (?:an? )?(?:percentage|percent)(?= |$)",
        g -> g.get(1));
    q.rewrite(
        SHARE + " of (?:all )?(<M>)",
        g ->
            measureOf(q, g.get(2)).name().equals("active_users")
                ? g.get(1) + " of " + q.tag("active users", new Meaning.OfEntity(user))
                : g.get(0));
    q.rewrite(
        "(<V>)(?: in)? (<D>)",
        g ->
            q.item(g.get(1))
                    .all(Meaning.OfValue.class)
                    .anyMatch(
                        v ->
                            q.item(g.get(2))
                                .as(Meaning.OfDimension.class)
                                .filter(d -> d.dimension().equals(v.dimension()))
                                .isPresent())
                ? g.get(1)
                : g.get(0));
    q.rewrite("(<D>) (<V>)", g -> ofItsDimension(q, g.get(1), g.get(2)) ? g.get(2) : g.get(0));
    q.rewrite(
        "(?:for|among|within|from|by|of) (<V>|<S>) (<E>)(?= (?:,|by|per|in|on|each|with|for)| $)",
        g ->
            entity(q, g.get(2)).equals(user)
                    && q.has(
                        "(?:<M>|<F>|<E>).*"
                            + g.get(1)
                            + " "
                            + g.get(2)
                            + "|"
                            + g.get(1)
                            + " "
                            + g.get(2)
                            + " .*(?:<M>|<F>|<E>)")
                ? "for " + g.get(1)
                : g.get(0));
    q.rewrite(
        "how many of (?:our |the |all |all our |all the )?(<E>)", g -> "how many " + g.get(1));
    q.rewrite(
        "(?:of|among)(?: all)?(?: the| our)? (<E>)((?: (?!,)\\S+)*) , how many",
        g -> "how many " + g.get(1) + " " + g.get(2));
    q.rewrite("at least once", "");
    q.rewrite(
        SHARE
            + " of (<E>)(.*?)(?: of (?:them|those|these|<E>))? (?:ended|end|ends|end up|ended up|fall|fell|falls|went|go|are|is|was|were|has|have) (?:in |into |up in |by )?each (<D>)",
        g -> g.get(1) + " of each " + g.get(4) + " for " + g.get(2) + " " + g.get(3));
  }

  private static boolean ofItsDimension(Tagged q, String dimension, String value) {
    return q.item(value).as(Meaning.OfMeasure.class).isEmpty()
        && q.item(value)
            .all(Meaning.OfValue.class)
            .anyMatch(
                v ->
                    q.item(dimension)
                        .as(Meaning.OfDimension.class)
                        .filter(d -> d.dimension().equals(v.dimension()))
                        .isPresent());
  }

  /**
   * "for each model, what share of its failures falls on each type": parts of each model's whole.
   */
  private static String shareWithin(
      Tagged q,
      String surface,
      String share,
      String conditions,
      String noun,
      String by,
      String within) {
    Item item = q.item(noun);
    Dimension outer = q.item(within).as(Meaning.OfDimension.class).orElseThrow().dimension();
    Dimension inner = q.item(by).as(Meaning.OfDimension.class).orElseThrow().dimension();
    boolean condition = item.as(Meaning.OfCondition.class).isPresent();
    if (outer.equals(inner) || (condition && condition(q, noun).entity().equals("time"))) {
      return surface;
    }
    String figure = condition ? "" : noun + " ";
    return share.replaceFirst("s$", "")
        + " of "
        + figure
        + "by each "
        + by
        + " for each "
        + within
        + " "
        + conditions
        + (condition ? " " + q.tag(item.surface(), condition(q, noun)) : "");
  }

  /** A question that only leads to the figure which is then asked for. */
  void asked(Tagged q) {
    q.rewrite(
        "(<F>) (spread|range)(?= ?$| (?:by|per|across|for|of|in) )",
        g -> g.get(2) + " of " + g.get(1));
    // "retries by lighting" adds them up; only "requests with retries" is a condition.
    q.rewrite(
        "(?<!need )(?<!needs )(?<!needed )(?<!no )(?<!without )(?<!any )(?<!had )(?<!have )(?<!has )(?<!with )(?<!after )(?<!of )(?<!more )(?<!that )(?<!while )(<S>)",
        g ->
            q.item(g.get(1)).surface().equals("retries")
                    && q.item(g.get(1)).as(Meaning.OfFact.class).isPresent()
                ? q.tag(
                    "retries",
                    q.item(g.get(1)).meanings().stream()
                        .filter(meaning -> !(meaning instanceof Meaning.OfCondition))
                        .toList())
                : g.get(0));
    q.rewrite(
        "(?:, )?(?:which|who)(?: (?:of the two|of them|one|ones|group|kind|<N>))*(?: (?:is|are|was|were|get|gets|cost|last|take|run))* (?:longer|shorter|slower|faster|cheaper|pricier|more expensive|bigger|larger|smaller|better|worse)(?: on average)?(?= [,?])",
        g -> q.has("(?:vs|versus|and|or)") && q.has("(?:<M>|<F>)") ? "" : g.get(0));
    q.rewrite(
        "(spread|range) between (?:the )?(?:best|worst|highest|lowest|largest|smallest|fastest|slowest|max|min|maximum|minimum) and (?:the )?(?:best|worst|highest|lowest|largest|smallest|fastest|slowest|max|min|maximum|minimum) (<F>)(?! (?:across|by|among|of) )",
        g -> g.get(1) + " of " + g.get(2));
    q.rewrite(
        "on average ,? ?how many ((?:(?:<S>|<V>) )*<E>)(?: (?:are|there|is|do|does|we|see|have|get))* (?:in|per|within)(?: (?:a|an|each|every|one|single))* (<E>)",
        g -> "average number of " + g.get(1) + " per " + g.get(2));
    q.rewrite(
        "(<D>) (<D>)",
        g -> {
          Dimension date = q.item(g.get(1)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          Dimension grain =
              q.item(g.get(2)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          return grain.isTime() && date.type() == Dimension.Type.DATE && !date.isTime()
              ? g.get(1)
              : g.get(0);
        });
    q.rewrite(
        "(?:biggest|top|heaviest|largest|highest|number one) spender (?:of|in|for|per|from|on|within)(?: (?:each|every|the))* (<D>)(?: ,)?(?:(?: and| with)?(?: the)? (?:<F>|<M>)(?: (?:they|he|she|it|that|user|have|has|spent|paid|used|in it|there|then|in that <D>))*)?",
        g ->
            "which "
                + q.tag("user", new Meaning.OfEntity(user))
                + " spent most in each "
                + g.get(1));
    q.rewrite(
        "peak (<D>)(?= (?:of|for|per|in|by|on)(?: (?:each|every|the))* <D>)",
        g ->
            q.item(g.get(1)).as(Meaning.OfDimension.class).orElseThrow().dimension().isTime()
                ? "busiest " + g.get(1)
                : g.get(0));
    q.rewrite("behind (?:each|it|them|those)(?: one| of them)?", "");
    q.rewrite(
        "between (?:(?:any|the|<N>|an?|each|every|one|same) )*(?:(<E>) 's )?(?:consecutive|successive|adjacent|neighbouring|back to back) (<E>)",
        g ->
            "between "
                + g.get(2)
                + " and next"
                + (g.get(1).isEmpty() ? "" : " of same " + g.get(1)));
    q.rewrite(
        "(?:, )?(?:that|which)(?: (?:any|each|every|a|an|one|single))* <E> (?:takes?|took|makes?|made|has|had|leaves?|left)(?= between <E> and next)",
        "");
    q.rewrite(
        "\\( (?:from )?(?:the )?end (?:of|to)(?: (?:the|one|<N>|<E>|to|of))* start(?: of)?(?: (?:the|next|following|one|other|<E>))* \\)",
        "");
    q.rewrite(
        "\\( (?:<S>|<D>|<V>|<M>)(?: (?:is|as|counts as|means))* <N>(?: ,| and) (?:<S>|<D>|<V>|<M>|otherwise|stayed|else|not)(?: (?:is|as|counts as|means))* <N> \\)",
        "");
    q.rewrite("(<I>)(?: ,)? (between <E> and next)", g -> g.get(2) + " " + g.get(1));
    q.rewrite(
        "(?:how many |number of )?(<S>|<V>) (<E>) (?:as|in)(?: an?)? "
            + SHARE
            + " of(?: (?:all|the|total|their|our|its))* (<E>)",
        g ->
            entity(q, g.get(2)).equals(entity(q, g.get(4)))
                ? g.get(3) + " of " + g.get(4) + " that are " + g.get(1)
                : g.get(0));
    q.rewrite(
        "(<D>) (?:of|is|being|set to) (<V>)",
        g ->
            q.item(g.get(2))
                    .all(Meaning.OfValue.class)
                    .anyMatch(
                        v ->
                            q.item(g.get(1))
                                .as(Meaning.OfDimension.class)
                                .filter(d -> d.dimension().equals(v.dimension()))
                                .isPresent())
                ? g.get(2)
                : g.get(0));
    q.rewrite(
        "(<D>) 's (<E>)(?= (?:has|have|had|are|were|make|made|get|got|spend|spent|show|see) )",
        g -> entity(q, g.get(2)).equals(user) ? g.get(1) : g.get(0));
    q.rewrite("such(?= (?:<E>|<S> <E>|<V> <E>))", "");
    q.rewrite(
        "how many (<E>)(?: (?:get|gets|got|are|were|is|was|be|end up|have to be|need to be))+ (<S>|<V>) (?:per|in|in each|within)(?: (?:a|an|each|every|one|single))* (<E>)( on average)?",
        g ->
            (g.get(4).isEmpty() ? "how many " : "average number of ")
                + g.get(2)
                + " "
                + g.get(1)
                + " per "
                + g.get(3));
    if (q.has("(?:smooth|smoothed|moving|rolling|trailing)")) {
      q.rewrite(
          "(?:average|mean) (?:over|of) (?:the )?(?:last |past |previous )?(<N>) (?:active |calendar )?(<D>)",
          g -> "moving average last " + g.get(1) + " " + g.get(2));
    }
    q.rewrite(
        "(<S>|<V>|<M>)(?: <E>)? (?:per|in|out of)(?: every)? (<N>) (<E>)",
        g -> {
          boolean hundred = number(q, g.get(2)).value().intValue() == 100;
          Item item = q.item(g.get(1));
          return hundred
                  && (item.as(Meaning.OfCondition.class).isPresent()
                      || item.as(Meaning.OfValue.class).isPresent())
              ? "percentage of " + g.get(3) + " that are " + g.get(1)
              : g.get(0);
        });
  }

  /** Words that stand before a noun and add nothing to it. */
  void determiners(Tagged q) {
    q.rewrite("(?:the|our|their|its|my|all|'s|please|pl|pls|'|a|an|any|entire|whole|own)", "");
    q.rewrite(
        "(?:out )?(?:in|of|over|from|across) (?:warehouse|dataset|data|database|catalogue|catalog|collection|everything|entire period|whole period|period)",
        "");
    q.rewrite("(?:so far|to date|of time|ever|altogether|at moment|right now|currently)", "");
    q.rewrite("(?:response|answer)(?= <F>)", "");
    q.rewrite("(<M>|<F>) (?:score|value|level|figure)", g -> g.get(1));
    q.rewrite(
        "(<E>) (<M>)",
        g ->
            measureOf(q, g.get(2)).entity().equals(entity(q, g.get(1)).name())
                    && q.item(g.get(1)).surface().equals(Words.singular(q.item(g.get(1)).surface()))
                ? g.get(2)
                : g.get(0));
    q.rewrite("(?:only|just)(?= (?:<E>|(?:<S>|<V>) <E>|for|in|on|with|count|counting|<T>))", "");
    q.rewrite("(<E>|<S>|<V>|<T>) only", g -> g.get(1));
    q.rewrite(", (?:only|just)(?: for| in| on)?(?= (?:<V>|<S>))", ",");
    q.rewrite(
        "(?<!not )(?:count|counting|consider|considering|look at|looking at|taking)(?= (?:<E>|<S>|<V>|<T>))",
        "for");
    q.rewrite("(moving|rolling|trailing) (?:average|mean)(?: of)?", g -> g.get(1));
    q.rewrite("(?:is|was|were|are) there (?:any )?difference (?:in|of|between)", "compare");
    q.rewrite("did not", "not");
    q.rewrite(
        "(?:who|that|which)? ?(?:are|were|is|was|be|do|does|has|have|had|been|will|can) not",
        "not");
  }
}
