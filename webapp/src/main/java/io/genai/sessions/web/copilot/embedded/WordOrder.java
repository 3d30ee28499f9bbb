package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what was said in another order into the order that the other rules read. */
final class WordOrder extends Phase {
  private static final String MORE =
      "(higher|greater|larger|longer|bigger|more|worse|better|slower|lower|fewer|less|shorter|smaller|faster)";

  /** Words between a figure and the period that it is of. */
  private static final String PERIODS =
      "(?: (?:from|between|in|during|over|and|its|their|the))* (<T>)(?: (?:to|and|vs|versus|compared to|compared with|until))+(?: (?:in|of))? (<T>)";

  WordOrder(SemanticModel model) {
    super(model);
  }

  /** What a group has most of, and ranks within groups; before anything else is read. */
  void rankings(Tagged q) {
    // "other days", "other prompts": the rest, not the value of that name.
    q.rewrite(
        "(the |all |and |vs |against |than |or |any |on |of )*(<V>)(?= (?:<D>|<E>))",
        g ->
            !g.get(1).isEmpty() && q.item(g.get(2)).surface().equals("other")
                ? g.get(0).replace(g.get(2), "other")
                : g.get(0));
    q.rewrite(
        "(between|from|after|since) (<M>)(?= (?:and|to|until|before) )",
        g ->
            q.item(g.get(2)).surface().matches("sign ?ups?|registrations?")
                ? g.get(1) + " sign up"
                : g.get(0));
    q.rewrite(
        "from (most|highest|largest|biggest|best|worst|fewest|lowest|least|smallest|longest|shortest) to (?:most|highest|largest|biggest|best|worst|fewest|lowest|least|smallest|longest|shortest) (<M>|<F>)",
        g -> "by " + g.get(2) + " , " + g.get(1) + " first");
    String each = "(?:for|in|within|per|by|of|on|at|from|among) (?:each|every) (<D>)";
    String who =
        "(?: (?:that|which|is|are|was|were|do|does|did|gets?|got|has|have|been|the|its|their|they|it|people|users|user|<E>|most|there|appear|occur|show))*?";
    q.rewrite(
        SHARE
            + " of (?:the |our |all )*(<E>|<M>) (?:of|in|on|from) (?:each|every) (<D>) ((?:has|have|had|is|are|was|were|made|did|never|ever|generated) .*)",
        g ->
            user(q, g.get(2))
                .map(
                    noun -> g.get(1) + " of " + noun + " who " + g.get(4) + " for each " + g.get(3))
                .orElse(g.get(0)));
    String most =
        " (?:(?:(?:used|requested|chosen|picked|asked for|generated|tried|seen|use|request|choose|pick|favour|prefer|generate)(?: the)?) (most|least)|(most|least))(?: (?:often|frequently|commonly|used|requested|popular|common|chosen|picked))*";
    String howMany =
        "(?:(?: ,)?(?: and| with)(?: (?:how (?:many|often)(?: times?)?(?: that is)?|(?:the|its|their)? ?(?:number|count)(?: of (?:<E>|times?))?)))?(?= ?$| [.?])";
    q.rewrite(
        each
            + "(?: ,| :)?(?: (?:what|which|show|give|list|is|the|name|find))* (<D>)"
            + who
            + most
            + howMany,
        g -> favourite(q, g.get(3) + g.get(4), g.get(2), g.get(1)));
    q.rewrite(
        "(?:which|what) (<D>)(?: (?:do|does|did|is|are))? (?:each|every) (<D>)"
            + who
            + most
            + howMany,
        g -> favourite(q, g.get(3) + g.get(4), g.get(1), g.get(2)));
    q.rewrite(
        "(rank|ranked|ranking)(?: of)?(?: the)? (<E>|<D>) (within|inside|in|for|per)(?: (?:each|every|their|its|the))* (<D>) by (?:their |its )?(<M>|<F>)",
        g -> g.get(1) + " " + g.get(2) + " by " + g.get(5) + " " + g.get(3) + " each " + g.get(4));
  }

  /** "how many styles does a user try, on average", "the median of users' credits". */
  void averages(Tagged q) {
    q.rewrite(
        "(what|how much) (?:do|does|did) (?:they|those|these|each) (<F>)",
        g ->
            mentions(q, "session")
                    && !mentions(q, "user")
                    && fact(q, g.get(2)).name().equals("cost")
                ? factTag(q, "session_cost")
                : g.get(0));
    q.rewrite(
        "how many ((?:different |distinct |unique )?(?:<S> |<V> )*(?:<D>|<E>|<F>)) (?:do|does|did|has|have)(?: (?:an?|each|every|one|single|the|average|typical|active|<N>))* (<E>|<M>)(?: [a-z]+){0,3}(?: ,)? on average",
        g ->
            user(q, g.get(2))
                .map(owner -> "average number of " + g.get(1) + " per " + owner)
                .orElse(g.get(0)));
    q.rewrite(
        "how (?:many|much) ((?:<S> |<V> )*(?:<E>|<F>|<M>)) (?:per|a|each|every) (<D>)(?: (?:do|does|did|are|is|we|us|<E>|there|get|got|burn|burned|spend|make|made|have|run|see|there|was|were))* on average",
        g -> "average number of " + g.get(1) + " per " + g.get(2));
    q.rewrite(
        SHARE
            + " of ((?:<S> |<V> )*<E>)(?= (?:made|make|have|had|submitted|ran|spent|used|sent|generated|did|created|saw) )",
        g -> g.get(1) + " of " + g.get(2) + " who ");
    q.rewrite(
        "(median|average|mean|maximum|minimum|highest|lowest) (?:of )?(?:all |the |our |active )*(<E>|<M>) 's (?:total |overall |own |individual )*(<F>|<M>)(?= ?$| [.,?(]| by | per | for )",
        g ->
            user(q, g.get(2))
                .map(owner -> g.get(1) + " " + g.get(3) + " per " + owner)
                .orElse(g.get(0)));
  }

  /** The noun for the rows of a user or session, also where it was taken for a count of users. */
  private Optional<String> user(Tagged q, String tag) {
    if (q.item(tag).as(OfEntity.class).isPresent()) {
      return Optional.of(tag).filter(noun -> entity(q, noun).name().matches("user|session"));
    }
    return measureOf(q, tag).name().matches("users|active_users")
        ? Optional.of(q.tag("user", new OfEntity(model.entity("user"))))
        : Optional.empty();
  }

  private static String favourite(Tagged q, String word, String inner, String outer) {
    Dimension of = q.item(inner).as(OfDimension.class).orElseThrow().dimension();
    Dimension each = q.item(outer).as(OfDimension.class).orElseThrow().dimension();
    return of.equals(each)
        ? "for each " + outer + " " + word + " used " + inner
        : word + " used " + inner + " for each " + outer;
  }

  /** "a higher error rate than average" is "error rate above average". */
  void comparatives(Tagged q) {
    String of = "(?:(?:average|mean|median|total|typical|number of|rate of) )*";
    q.rewrite(
        "(?:an? )?(above|below) average (<M>)",
        g -> g.get(2) + " " + more(g.get(1)) + " overall average");
    String sides = "((?:<M>|<A> <F>|(?:average|mean|median) <F>))";
    String both = "(?: (?:on|in|by|for|both|term|of|when it come to))+ ";
    q.rewrite(
        "(?:(?:that|which) (?:are|is|do|does|were|was) )?(worse|better|higher|lower|above|below)(?: than)?(?: (?:overall|average|mean|total))+(?: <E>)?"
            + both
            + sides
            + "(?:(?: ,)? and(?: (?:on|in|by|for))? "
            + sides
            + ")?",
        g ->
            "with "
                + g.get(2)
                + " "
                + more(q, g.get(1), bare(g.get(2)))
                + " overall average"
                + (g.get(3).isEmpty()
                    ? ""
                    : " and "
                        + g.get(3)
                        + " "
                        + more(q, g.get(1), bare(g.get(3)))
                        + " overall average"));
    q.rewrite(
        "(<E>|<M>) (above|over|below|under|beyond|past) (p ?[0-9]{2}|[0-9]{2}(?:th|st|nd|rd) percentile|median|average|mean) (?:of|in|for|by) ((?:total )?(?:<M>|<F>))(?= ?$| [.,?])",
        g -> g.get(1) + " with " + g.get(4) + " " + g.get(2) + " " + g.get(3));
    q.rewrite(
        "(<E>)(?: (?:that|which|are|is|was|were|last|lasted|lasting|took|take|taking|run|ran))* (longer|shorter|slower|faster|costlier|pricier|more expensive|cheaper|bigger|larger|smaller) than(?= (?:average|mean|median|usual|typical|p ?[0-9]{2}|twice|[0-9]{2}th percentile|<M>))",
        g ->
            Superlatives.factOf(model, entity(q, g.get(1)), superlative(g.get(2)))
                .map(
                    fact ->
                        g.get(1)
                            + " with "
                            + factTag(q, fact.name())
                            + (g.get(2).matches("shorter|faster|cheaper|smaller")
                                ? " less than "
                                : " more than "))
                .orElse(g.get(0)));
    // "more than the p95 latency": the quantile of the figure that it is held against.
    q.rewrite(
        "(<F>) (more|less) than (<M>)",
        g ->
            statistic(measureOf(q, g.get(3)), fact(q, g.get(1)))
                .map(kind -> g.get(1) + " " + g.get(2) + " than " + kind)
                .orElse(g.get(0)));
    String than =
        " than(?: (?:<D>|daily|weekly|hourly|monthly)(?= (?:average|mean)))?(?= (?:overall|average|mean|usual|typical|normal|twice|double|half|p ?[0-9]{2}|median|<N>))";
    q.rewrite(
        "(?:an? )?" + MORE + " ((?:<S> |<V> )*)(<E>)" + than,
        g -> count(q, g.get(2), g.get(3)) + " " + more(g.get(1)) + " ");
    q.rewrite(
        "(?:an? )?" + MORE + " (" + of + "(?:<M>|<F>))" + than,
        g -> g.get(2) + " " + more(q, g.get(1), bare(g.get(2))) + " ");
  }

  /** What the measure is of the fact's values, in words. */
  private static Optional<String> statistic(Measure measure, Fact fact) {
    Matcher quantile =
        Pattern.compile("quantile_cont\\(\\Q" + fact.expression() + "\\E, 0\\.([0-9]{2})\\)")
            .matcher(measure.expression());
    if (quantile.matches()) {
      return Optional.of("p" + quantile.group(1));
    }
    return measure.expression().equals("avg(" + fact.expression() + ")")
        ? Optional.of("average")
        : measure.expression().equals("quantile_cont(" + fact.expression() + ", 0.5)")
            ? Optional.of("median")
            : Optional.empty();
  }

  private String count(Tagged q, String conditions, String noun) {
    Entity rows = entity(q, noun);
    Measure count =
        conditionOf(q, conditions)
            .map(condition -> figures.countWhere(rows, condition))
            .orElseGet(
                () ->
                    rows.name().equals("user")
                        ? model.measure("active_users")
                        : figures.count(rows));
    return measure(q, q.item(noun).surface(), count);
  }

  /** "which region grew most in requests from August to September": the largest change. */
  void changes(Tagged q) {
    String figure = "((?:number of |average |mean |total )*(?:<M>|<E>|<F>))";
    q.rewrite(
        "(?:(?:has|have|had|saw|did|do|does) )?(grew|grow|grown|increased|increase|rose|rise|improved|improve|worsened|worsen|dropped|drop|fell|fall|declined|decline|shrank|decreased|decrease|changed|change)(?: (?:the|by the))? (most|least|fastest)(?: (?:in|by|in term of|on))+ "
            + figure
            + PERIODS,
        g -> change(q, g.get(0), g.get(1), g.get(2), g.get(3), g.get(4), g.get(5)));
    q.rewrite(
        "(?:(?:has|have|had|saw|see|show|with) )?(?:the )?(?:biggest|largest|greatest|highest|steepest|sharpest|strongest|(smallest)) (increase|growth|rise|jump|gain|improvement|worsening|drop|decrease|decline|fall|reduction|change)(?: (?:in|of))(?: the)? "
            + figure
            + PERIODS,
        g ->
            change(
                q,
                g.get(0),
                g.get(2),
                g.get(1).isEmpty() ? "most" : "least",
                g.get(3),
                g.get(4),
                g.get(5)));
    q.rewrite(
        "(<D>)(?: 's)? "
            + figure
            + " (grew|increased|rose|improved|worsened|dropped|fell|declined|changed)(?: the)? (most|least)"
            + PERIODS,
        g ->
            g.get(1) + " " + change(q, g.get(0), g.get(3), g.get(4), g.get(2), g.get(5), g.get(6)));
  }

  private String change(
      Tagged q, String surface, String verb, String most, String words, String from, String to) {
    String tag = bare(words);
    boolean counted = q.item(tag).as(OfEntity.class).isPresent();
    if (!counted && q.item(tag).as(OfMeasure.class).isEmpty()) {
      return surface;
    }
    Measure measure = counted ? figures.count(entity(q, tag)) : measureOf(q, tag);
    boolean up =
        verb.matches("improve.*|worsen.*")
            ? measure.higherIsWorse() == verb.startsWith("worsen")
            : !verb.matches("drop.*|f[ae]ll|decli.*|shrank|decrease.*|reduction");
    return "with "
        + (up == !most.equals("least") ? "highest" : "lowest")
        + " change in "
        + (counted ? measure(q, tag, measure) : tag)
        + " from "
        + from
        + " to "
        + to;
  }

  private static String superlative(String word) {
    return switch (word) {
      case "longer" -> "longest";
      case "shorter" -> "shortest";
      case "slower" -> "slowest";
      case "faster" -> "fastest";
      case "bigger", "larger" -> "largest";
      case "smaller" -> "smallest";
      default -> "priciest";
    };
  }

  private static String more(String word) {
    return word.matches("lower|below|fewer|less|shorter|smaller|faster")
        ? "less than"
        : "more than";
  }

  private String more(Tagged q, String word, String figure) {
    if (!word.matches("better|worse")) {
      return more(word);
    }
    boolean higherIsWorse =
        q.item(figure).as(OfMeasure.class).isPresent()
            ? measureOf(q, figure).higherIsWorse()
            : fact(q, figure).higherIsWorse();
    return higherIsWorse == word.equals("worse") ? "more than" : "less than";
  }
}
