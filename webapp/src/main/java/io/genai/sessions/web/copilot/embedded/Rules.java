package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rewrites a tagged question bottom-up: comparisons, aggregated facts, conditions, rates, counts
 * and thresholds become single tags, whichever way they were put into words.
 */
final class Rules {
  private static final String SHARE = "(share|fraction|proportion|percent|percentage|portion|part)";
  private static final String LINK =
      "(?: (?:that|which|who|whose|were|was|are|is|get|got|gets|being|be|been|end|ended|ends|ending"
          + "|in|with|had|have|has|having|come|came|comes|from|on|at|made|making|using|use|uses|used|hit|hits|go|went|goes"
          + "|by|via|marked|flagged|as|classified|to|of|ran|run|into|into a|a|an|showing|for|belong|belongs|falls|fell|fall|under"
          + "|submitted|spent|spend|made by|paid|through|actually|status|their|they|it|came from|set))*";

  private final SemanticModel model;
  private final Figures figures;

  Rules(SemanticModel model) {
    this.model = model;
    this.figures = new Figures(model);
  }

  void apply(Tagged q) {
    everyRequest(q);
    owners(q);
    determiners(q);
    conditionedSize(q);
    gaps(q);
    correlations(q);
    sequences(q);
    activity(q);
    bounds(q);
    comparatives(q);
    aggregations(q);
    negations(q);
    comparisons(q);
    factTests(q);
    shares(q);
    counts(q);
    thresholds(q);
    own(q);
  }

  /** "sessions where every request failed". */
  private void everyRequest(Tagged q) {
    q.rewrite(
        "(?:where|in which|with|whose|that had|that have)(?: (?:all|every|each|only|single|their|the|of))+ <E>(?: (?:have|has|were|was|are|is|end in|ended in|get|got))* (<S>|<V>)",
        g -> everyRequest(q, g, !g.get(0).matches(".*(where|with|whose) (the|their) .*")));
    q.rewrite("(?:with|where|having) (?:only )(<S>|<V>)(?: <E>)?", g -> everyRequest(q, g, true));
  }

  private String everyRequest(Tagged q, List<String> g, boolean every) {
    String condition = condition(q, g.get(1)).filter().condition();
    if (every && condition.equals(model.segment("failed").condition())) {
      return q.tag(
          g.get(0),
          new OfCondition(
              "session", new Filter("s.success_rate = 0", "in which every request failed")));
    }
    return every && condition.equals("g.status = 'success'")
        ? q.tag(g.get(0), new OfCondition("session", Filter.of(model.segment("flawless"))))
        : g.get(0);
  }

  /** "the average active user" is a user, not a count of them. */
  private void owners(Tagged q) {
    q.rewrite(
        "(average|mean|typical|each|every|per|median|an?) (<M>)",
        g ->
            measureOf(q, g.get(2)).name().equals("active_users")
                ? g.get(1) + " " + q.tag("user", new OfEntity(model.entity("user")))
                : g.get(0));
  }

  /** "failed requests per session": the size of a session, of some requests only. */
  private void conditionedSize(Tagged q) {
    q.rewrite(
        "(?:average |mean |typical )?(?:number of |count of )?((?:<S> |<V> )+)(<M>)",
        g -> {
          if (!measureOf(q, g.get(2)).name().equals("generations_per_session")) {
            return g.get(0);
          }
          Measure count =
              figures.countWhere(
                  model.entity("generation"), conditionOf(q, g.get(1)).orElseThrow());
          return measure(q, g.get(0), figures.per(count, model.entity("session")));
        });
  }

  /** "between the end of one session and the start of the next" is a fact of sessions. */
  private void gaps(Tagged q) {
    String next =
        "(?:same|that|user|<E>|<D>|<N>|next|following|one|start|beginning|of|previous|another|later|subsequent)";
    q.rewrite(
        "(?:how (?:much |many )?(?:long|<D>|time|hour)|time|hour|<D>|gap|pause|break|interval|<F>)?(?: (?:do|does|is|are|it|take|pass|passe|elapse|go by|there|lie|<A>|usually|average|on average|user|<E>|wait|stay away|in|on|of|long))*? (?:between|from)(?: (?:end|finish|close|of|one|<N>))* <E> and(?: "
            + next
            + ")+",
        g -> {
          boolean sessions = mentions(g.get(0), q, "session");
          String average = g.get(0).matches(".*(average|<A>).*") ? "" : "";
          return average
              + factTag(q, sessions ? "hours_between_sessions" : "seconds_between_generations")
              + (g.get(0).contains("average") ? " average" : "");
        });
  }

  private static boolean mentions(String words, Tagged q, String entity) {
    return entityIs(q, words, entity);
  }

  private static void determiners(Tagged q) {
    q.rewrite("(?:the|our|their|its|my|all|'s|please|pl|pls|'|a|an|any|entire|whole|own)", "");
    q.rewrite(
        "(?:out )?(?:in|of|over|from|across) (?:warehouse|dataset|data|database|everything|entire period|whole period|period)",
        "");
    q.rewrite("(?:so far|to date|of time|ever|altogether|at moment|right now|currently)", "");
    q.rewrite("(?:response|answer)(?= <F>)", "");
    q.rewrite("(<M>|<F>) (?:score|value|level|figure)", g -> g.get(1));
    q.rewrite("did not", "not");
    q.rewrite(
        "(?:who|that|which)? ?(?:are|were|is|was|be|do|does|has|have|had|been|will|can) not",
        "not");
  }

  private void correlations(Tagged q) {
    String corr =
        "(?:corr|correlation|correlate|correlated|correlates|relationship|association|pearson|related|link)";
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
  }

  private String correlation(Tagged q, List<String> g) {
    Fact left = fact(q, g.get(1));
    Fact right = fact(q, g.get(2));
    return measure(q, g.get(0), figures.correlation(left, right));
  }

  private static String bare(String tag) {
    return tag.substring(tag.lastIndexOf(' ') + 1);
  }

  private Fact fact(Tagged q, String tag) {
    return q.item(bare(tag)).as(OfFact.class).orElseThrow().fact();
  }

  /** First, last and next requests and sessions. */
  private void sequences(Tagged q) {
    String generation = "((?:<S> |<V> )?<E>)";
    q.rewrite(
        "(?:whose|where|in which|with|when)(?: very)? (first|last|final) <E>(?: (?:was|were|is|has|ended|ending|in|being|a|an|as|be))* (?:not )?(<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          boolean negated = g.get(0).contains(" not ");
          if (!condition.filter().condition().matches("g\\.status .*")
              || mentions(q, "user") && !mentions(q, "session")) {
            return g.get(0);
          }
          String column = g.get(1).equals("first") ? "req.first_status" : "req.last_status";
          Filter filter =
              new Filter(
                  condition.filter().condition().replace("g.status", column),
                  "the " + g.get(1) + " request: " + condition.filter().words());
          return q.tag(g.get(0), new OfCondition("session", negated ? Filter.not(filter) : filter));
        });
    q.rewrite(
        "(?:who )?(?:(?:came|come|comes|return|returned|returns|returning)(?: back)?(?: (?:for|to|with|have|at least))*(?: a)? (?:second|another|more than one|2nd|one more) <E>|(?:came|come|comes|returned|return) back|returning)",
        g ->
            q.tag(
                    g.get(0),
                    new OfCondition(
                        "user",
                        new Filter(
                            "u.user_id IN (SELECT s.user_id FROM fct_sessions AS s GROUP BY ALL HAVING count(*) >= 2)",
                            "with a second session")))
                + (q.has("(?:.* )?" + SHARE + "(?: .*)?")
                    ? " "
                        + q.tag(
                            "active",
                            new OfCondition(
                                "user",
                                new Filter(
                                    "u.user_id IN (SELECT user_id FROM fct_generations)",
                                    "with a generation")))
                    : ""));
    q.rewrite(
        "(?:(?:and|then|<E>|,) )*(?:<E> )?(?:try|trie|tried|retry|retries|attempt|attempted|go|goes)(?: it)? again(?: (?:in|within|during) (?:same |that )?<E>)?",
        g ->
            q.tag(
                g.get(0),
                new OfCondition(
                    "generation",
                    new Filter(
                        "seq.next_status IS NOT NULL",
                        "followed by another request in the session"))));
    q.rewrite(
        "(?:very )?(next|following|previous|preceding)(?: (?:<E>|one|attempt|try|<S>))?(?: (?:in (?:same )?<E>|is|was|also|then|end in|ended in|were|does|be|to be|to|will))* (<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          if (!condition.filter().condition().matches("g\\.status .*")) {
            return g.get(0);
          }
          String column =
              g.get(1).matches("next|following") ? "seq.next_status" : "seq.previous_status";
          return q.tag(
              g.get(0),
              new OfCondition(
                  "generation",
                  new Filter(
                      condition.filter().condition().replace("g.status", column),
                      "the " + g.get(1) + " request: " + condition.filter().words())));
        });
    q.rewrite(
        "(?:each |every |<E> |whose )*(?:very )?(first|second|third|last|final|latest|1st)(?: ever)? "
            + generation
            + "(?: (?:of|in|by|from|for) (?:each|every|per)? ?(<E>))?",
        g -> place(q, g));
  }

  private String place(Tagged q, List<String> g) {
    if (q.has("(?:.* )?(?:when|date|timestamp)(?: .*)?")) {
      return g.get(0);
    }
    Optional<OfEntity> entity = q.item(bare(g.get(2))).as(OfEntity.class);
    String name = entity.map(e -> e.entity().name()).orElse("");
    boolean inSession = g.get(0).matches(".*<?(?:session).*");
    for (String word : Words.split(g.get(0))) {
      if (word.contains(":") && !word.equals(bare(g.get(2)))) {
        inSession |=
            q.item(word)
                .as(OfEntity.class)
                .filter(e -> e.entity().name().equals("session"))
                .isPresent();
      }
    }
    String owner = inSession ? "session" : "user";
    boolean last = g.get(1).matches("last|final|latest");
    String number =
        switch (g.get(1)) {
          case "second" -> "2";
          case "third" -> "3";
          default -> "1";
        };
    Filter filter;
    if (name.equals("generation") || name.equals("prompt")) {
      filter =
          new Filter(
              last ? "seq.is_last_of_" + owner : "seq.nth_of_" + owner + " = " + number,
              "the " + g.get(1) + " of each " + owner);
    } else if (name.equals("session")) {
      filter =
          new Filter(
              last ? "visit.is_last_of_user" : "visit.nth_of_user = " + number,
              "the " + g.get(1) + " of each user");
    } else {
      return g.get(0);
    }
    String entityName = name.equals("session") ? "session" : "generation";
    return q.tag(g.get(1), new OfCondition(entityName, filter)) + " " + g.get(2);
  }

  /** Users who did or did not do something at all. */
  private void activity(Tagged q) {
    String did =
        "(?:generated|generate|made|make|created|create|produced|submitted|run|ran|requested)";
    String any =
        "(?: (?:at least|even|single|one|N:[0-9]+|[0-9]+|anything|something|thing|image|<E>|nothing))+";
    Filter active =
        new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation");
    q.rewrite(
        "(?:who |that |have |has |had )*(?:never|not)(?: ever| actually)? "
            + did
            + "(?:"
            + any
            + ")?",
        g -> q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "(?:with (?:no|zero)|without(?: single)?|(?:has|have|had|having|with) no) (?:activity|<E>)(?: at all)?",
        g ->
            g.get(0).contains("E:") && !entityIs(q, g.get(0), "generation")
                ? g.get(0)
                : q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "inactive(?= <E>)", g -> q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "(?:who |that |have |has |had |did )*(?:actually |ever )*" + did + any,
        g -> q.tag(g.get(0), new OfCondition("user", active)));
  }

  private static boolean entityIs(Tagged q, String words, String name) {
    for (String word : Words.split(words)) {
      if (word.contains(":")
          && q.item(word)
              .as(OfEntity.class)
              .filter(e -> e.entity().name().equals(name))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** "twice the overall error rate", "the average", "two standard deviations above the mean". */
  private void bounds(Tagged q) {
    String more =
        "(more than|over|above|greater than|higher than|exceed|exceeding|exceeds|less than|below|under|lower than|worse than|better than|at least)";
    String times =
        "(?:(twice|double|triple|half|<N> (?:time|x)|<N>x|<N>) )?(?:(?:that|of|what|as) )*";
    q.rewrite(
        more
            + " (<N>) (?:standard deviation|stddev|sigma|std dev)s?(?: (?:above|over|from|below|of))? (?:average|mean|overall|<A>)?(?: (?:session )?(<F>|<M>|<E> <F>))?",
        g ->
            (g.get(3).isEmpty() ? "" : bare(g.get(3)) + " ")
                + comparison(
                    q,
                    g.get(0),
                    comparisonOf(g.get(1)),
                    new Bound.Outlier(number(q, g.get(2)).value())));
    q.rewrite("(?:<M>|<F>) outlier(?: ,)?(?: (?:that is|meaning|with))?(?: ,)?", "");
    q.rewrite(
        more
            + " "
            + times
            + "average (?:active )?<E> (?:of|in|on|from) (?:same |that |own )?<D>(?: (?:<F>|spend|do|make|has|pay|generate))?",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1)), new Bound.OwnGroup(factor(q, g.get(2)))));
    q.rewrite(
        more
            + " "
            + times
            + "(?:average|mean|overall|typical) (?:of|for|in) (?:same|that|own|each) <D>",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1)), new Bound.OwnGroup(factor(q, g.get(2)))));
    q.rewrite(
        more
            + " "
            + times
            + "(?:overall|global|general|total|average|mean|company wide|sitewide)(?: (?:overall|global|average|mean))*(?: (?:<M>|<F>|rate|value|level|active <E>|<E>(?: <F>)?))?",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(factor(q, g.get(2)))));
    q.rewrite(
        "(above|below|over|under) average(?= |$)",
        g -> comparison(q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(BigDecimal.ONE)));
    q.rewrite(
        "(higher|lower|worse|better|more|less|greater) than (?:average|mean|overall|typical)",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1) + " than"), new Bound.Overall(BigDecimal.ONE)));
  }

  private static BigDecimal factor(Tagged q, String words) {
    if (words.isEmpty()) {
      return BigDecimal.ONE;
    }
    return switch (words) {
      case "twice", "double" -> BigDecimal.valueOf(2);
      case "triple" -> BigDecimal.valueOf(3);
      case "half" -> new BigDecimal("0.5");
      default -> number(q, Words.split(words)[0].replace("x", "")).value();
    };
  }

  private static OfNumber number(Tagged q, String tag) {
    return q.item(tag).as(OfNumber.class).orElseThrow();
  }

  private static Comparison comparisonOf(String words) {
    if (words.matches(".*(less|below|under|lower|fewer|shorter|faster|cheaper|quicker).*")) {
      return Comparison.LESS;
    }
    if (words.matches("at least|min.*|no (less|fewer).*|from")) {
      return Comparison.AT_LEAST;
    }
    if (words.matches("at most|up to|no more.*|max.*|not more.*")) {
      return Comparison.AT_MOST;
    }
    return Comparison.MORE;
  }

  private static String comparison(Tagged q, String surface, Comparison comparison, Bound bound) {
    return q.tag(surface, new OfComparison(comparison, bound));
  }

  /** "slower than 5 s" is about latency, "cheaper than 3" about cost. */
  private void comparatives(Tagged q) {
    String than = " than";
    comparative(q, "(?:slower|faster|quicker)" + than, "latency");
    comparative(q, "(?:cheaper|pricier|costlier|more expensive|less expensive)" + than, "cost");
    comparative(q, "wordier" + than, "word_count");
    q.rewrite(
        "(?:longer|shorter|lasting more|lasting longer|lasted longer|lasting less|lasted more)"
            + than
            + "(?= <N>)",
        g -> {
          String what = "session_duration";
          if (q.has("<E>.*")) {
            what =
                q.text().contains("prompt") || mentions(q, "prompt") && !mentions(q, "session")
                    ? "word_count"
                    : mentions(q, "session") ? "session_duration" : "latency";
          }
          return factTag(q, what)
              + " "
              + (g.get(0).matches("(?:shorter|.*less).*") ? "less than " : "more than ");
        });
    q.rewrite(
        "(?:take|took|taking|takes|taken|run|ran|last|lasted|lasting|wait|waited)(?: (?:for|a))?(?= (?:more|longer|less|at least|at most|over|under) ?(?:than)? ?<N>)",
        g ->
            factTag(
                    q,
                    g.get(0).startsWith("last") && mentions(q, "session")
                        ? "session_duration"
                        : "latency")
                + " ");
    q.rewrite("longer than(?= <N>)", "more than");
    q.rewrite(
        "(?:cost|costing|spent|spend|spending|paid|burned|burning)(?= (?:more than|over|at least|less than|under|above|below|at most|up to|exactly) <N>)",
        g -> factTag(q, mentions(q, "session") ? "session_cost" : "cost"));
  }

  private void comparative(Tagged q, String words, String fact) {
    q.rewrite(
        words + "(?= <N>)",
        g ->
            factTag(q, fact)
                + (comparisonOf(g.get(0)) == Comparison.LESS || g.get(0).startsWith("less")
                    ? " less than"
                    : " more than"));
  }

  static boolean mentions(Tagged q, String entity) {
    return q.remaining().values().stream()
        .flatMap(item -> item.all(OfEntity.class))
        .anyMatch(found -> found.entity().name().equals(entity));
  }

  private String factTag(Tagged q, String fact) {
    return q.tag(fact, new OfFact(model.fact(fact)));
  }

  private static void aggregation(Tagged q, String words, String name, String format) {
    q.rewrite(words, g -> q.tag(g.get(0), new OfAggregation(name, format)));
  }

  private void aggregations(Tagged q) {
    q.rewrite(
        "(?:p ?([0-9]{2})|([0-9]{2}) ?(?:th|nd|rd|st)?(?:-| )percentile|percentile ([0-9]{2})|N:([0-9]+) ?(?:th|nd|rd|st)? percentile|p N:([0-9]+))",
        g -> {
          String quantile = g.get(1) + g.get(2) + g.get(3);
          if (quantile.isEmpty()) {
            quantile = number(q, "N:" + g.get(4) + g.get(5)).value().toPlainString();
          }
          return q.tag(
              g.get(0), new OfAggregation("p" + quantile, "quantile_cont(%s, 0." + quantile + ")"));
        });
    aggregation(
        q,
        "(?:on average|in average|average|avg|mean|typical|typically|averaged)",
        "average",
        "avg(%s)");
    aggregation(q, "(?:median|middle)", "median", "median(%s)");
    aggregation(q, "(?:maximum|max|peak)", "highest", "max(%s)");
    aggregation(q, "(?:minimum|min)", "lowest", "min(%s)");
    aggregation(q, "(?:standard deviation|stddev|std dev|std)(?: of)?", "stddev", "stddev(%s)");
    aggregation(q, "variance(?: of)?", "variance", "var_samp(%s)");
    aggregation(q, "(?:total|sum)(?: (?:number )?of)?(?= <F>)", "total", "sum(%s)");
    q.rewrite("<A> (?:of )?(?:<A> )(?=<F>)", g -> Words.split(g.get(0))[0]);
    q.rewrite(
        "(<A>)(?: ,)? (<A>)(?: ,)? and (<A>) (?:of )?(<F>)",
        g ->
            aggregated(q, g.get(1), g.get(4))
                + " , "
                + aggregated(q, g.get(2), g.get(4))
                + " and "
                + aggregated(q, g.get(3), g.get(4)));
    q.rewrite(
        "(<A>) , (<A>) and (<A>) (?:of )?(<F>)",
        g ->
            aggregated(q, g.get(1), g.get(4))
                + " , "
                + aggregated(q, g.get(2), g.get(4))
                + " and "
                + aggregated(q, g.get(3), g.get(4)));
    q.rewrite(
        "(<A>) (?:total )?(<F>) (?:per|by|of|for)(?: (?:each|active|every|single))* (<E>)",
        g -> factPerOwner(q, g));
    q.rewrite(
        "(<A>) and (<A>) (?:of )?(<F>)",
        g -> aggregated(q, g.get(1), g.get(3)) + " and " + aggregated(q, g.get(2), g.get(3)));
    q.rewrite(
        "(<A>) , (<A>) and (<A>) (?:of )?(<F>)",
        g ->
            aggregated(q, g.get(1), g.get(4))
                + " , "
                + aggregated(q, g.get(2), g.get(4))
                + " and "
                + aggregated(q, g.get(3), g.get(4)));
    q.rewrite(
        "(<A>) , (<A>) , (?:and )?(<A>) (?:of )?(<F>)",
        g ->
            aggregated(q, g.get(1), g.get(4))
                + " , "
                + aggregated(q, g.get(2), g.get(4))
                + " and "
                + aggregated(q, g.get(3), g.get(4)));
    q.rewrite(
        "(<F>) (?:do|does|did) (?:<E> )?(?:use|have|choose|set|pick|get|see|wait|experience|spend|show|reach|pay|face) (<A>)",
        g -> aggregated(q, g.get(2), g.get(1)));
    // An average that the model names ("average cost per session") stays what the model says.
    q.rewrite(
        "(<A>) (?:of )?(?:number of |level of |value of |amount of )?(<F>)",
        g -> aggregated(q, g.get(1), g.get(2)));
    q.rewrite(
        "(<A>) (?:of )?(?:number of )?((?:<S> |<V> )*)(<E>) (?:per|in|for|by|within|of|make by|made by)(?: (?:each|every|single|given|one|active))* (<E>)",
        g -> rolledUp(q, g));
    q.rewrite(
        "(?:number of |how many )?((?:<S> |<V> )*)(<E>) (?:do|does|per|in|make up)(?: (?:<A>|each|every|single|one|active))* (<A>)(?: active)? (<E>)(?: (?:make|have|do|submit|run|generate|contain|hold|has))?",
        g -> rolledUp(q, List.of(g.get(0), g.get(3), g.get(1), g.get(2), g.get(4))));
    q.rewrite(
        "(?:how many|number of) ((?:<S> |<V> )*)(<E>) (?:do|does|are there)? ?(?:in )?(?:<A> )(?:active )?(<E>)(?: (?:make|have|do|submit|run|generate|contain|has|hit))?",
        g -> rolledUp(q, List.of(g.get(0), "average", g.get(1), g.get(2), g.get(3))));
    q.rewrite(
        "(?:how much|what) (?:do|does) (?:<A> )(?:active )?(<E>) (?:spend|cost|pay)",
        g -> spendPer(q, g.get(0), g.get(1)));
    q.rewrite(
        "(<A>) (?:user )?(?:spend|spending|cost|<M>) (?:of|per|by)(?: (?:active|each))? (<E>)",
        g -> spendPer(q, g.get(0), g.get(2)));
    q.rewrite("(<F>)(?: ,| on| in|\\()*( <A>)(?: \\))?", g -> aggregated(q, g.get(2), g.get(1)));
    q.rewrite("(<M>)(?: ,)? (<A>)", g -> g.get(1));
    q.rewrite("(<A>) (?:number of )?((?:<S> |<V> )*)(<E>)(?= per| each| in)", g -> g.get(0));
    q.rewrite("(?:<F>|<M>) per (<E>)", g -> perOwn(q, g));
    q.rewrite(
        "(<E>) per(?: active)? (<E>)",
        g -> rolledUp(q, List.of(g.get(0), "average", "", g.get(1), g.get(2))));
    q.rewrite(
        "(?:highest|largest|longest|biggest|slowest|greatest|worst|most expensive|best) (?:single |individual |recorded |possible )?(<F>)(?=(?: (?:in|we|that|recorded|observed|<T>|by|per|for|,|\\.|\\?|seen|<D>)| $))",
        g -> superlativeFact(q, g.get(0), g.get(1), "highest", "max(%s)"));
    q.rewrite(
        "(?:lowest|smallest|shortest|fastest|cheapest|least) (?:single |individual |recorded |possible )?(<F>)(?=(?: (?:in|we|that|recorded|observed|<T>|by|per|for|,|\\.|\\?|seen|<D>)| $))",
        g -> superlativeFact(q, g.get(0), g.get(1), "lowest", "min(%s)"));
  }

  private String superlativeFact(Tagged q, String surface, String tag, String name, String format) {
    if (q.has("(?:which|who|top|bottom|rank|ranked|<D> with|<E> with)")) {
      return surface;
    }
    return measure(q, surface, figures.aggregate(fact(q, tag), new OfAggregation(name, format)));
  }

  private String aggregated(Tagged q, String aggregationTag, String factTag) {
    OfAggregation aggregation = q.item(aggregationTag).as(OfAggregation.class).orElseThrow();
    Item item = q.item(factTag);
    Fact fact = item.as(OfFact.class).orElseThrow().fact();
    Optional<Measure> named = item.as(OfMeasure.class).map(OfMeasure::measure);
    String expression = aggregation.format().formatted(fact.expression());
    Measure measure =
        named
            .filter(m -> m.expression().equals(expression))
            .orElseGet(() -> figures.aggregate(fact, aggregation));
    return measure(q, aggregation.name() + " " + item.surface(), measure);
  }

  /** "average number of failed requests in a session". */
  private String rolledUp(Tagged q, List<String> g) {
    Entity rows = entity(q, g.get(3));
    Entity owner = entity(q, g.get(4));
    if (rows.name().equals(owner.name()) || owner.name().equals("generation")) {
      return g.get(0);
    }
    if (rows.name().equals("user")
        || owner.name().equals("prompt")
        || rows.name().equals("prompt") && owner.name().equals("prompt")) {
      return g.get(0);
    }
    if (g.get(1).startsWith("A:")
        && !q.item(g.get(1)).as(OfAggregation.class).orElseThrow().name().equals("average")) {
      return perOwner(q, g, rows, owner);
    }
    Optional<Filter> condition = conditionOf(q, g.get(2));
    if (rows.name().equals("prompt")) {
      rows = model.entity("generation");
    }
    if (condition.isEmpty() && rows.name().equals("generation") && owner.name().equals("session")) {
      return measure(q, g.get(0), model.measure("generations_per_session"));
    }
    Measure total =
        condition.isPresent() ? figures.countWhere(rows, condition.get()) : figures.count(rows);
    return measure(q, g.get(0), figures.per(total, owner));
  }

  /** "median number of requests per user": the median of each user's count. */
  private String perOwner(Tagged q, List<String> g, Entity rows, Entity owner) {
    OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
    if (rows.name().equals("generation") && owner.name().equals("session") && g.get(2).isBlank()) {
      return measure(q, g.get(0), figures.aggregate(model.fact("session_size"), aggregation));
    }
    String key = owner.key();
    String table = rows.name().equals("session") ? "fct_sessions AS s" : "fct_generations AS g";
    String alias = rows.name().equals("session") ? "s" : "g";
    String where =
        conditionOf(q, g.get(2)).map(f -> " FILTER (WHERE " + f.condition() + ")").orElse("");
    String count =
        "(SELECT count(*)"
            + where
            + " FROM "
            + table
            + " WHERE "
            + alias
            + "."
            + key
            + " = "
            + owner.alias()
            + "."
            + key
            + ")";
    return measure(
        q,
        g.get(0),
        Figures.measure(
            aggregation.name() + "_" + rows.name() + "s_per_" + owner.name(),
            aggregation.name() + " number of " + rows.plural() + " per " + owner.name(),
            owner.name(),
            aggregation.format().formatted("nullif(" + count + ", 0)"),
            io.genai.sessions.warehouse.semantic.Unit.COUNT,
            io.genai.sessions.warehouse.semantic.Format.DECIMAL,
            false));
  }

  /** "median credits per user": each user's sum first, then the median of them. */
  private String factPerOwner(Tagged q, List<String> g) {
    Fact fact = fact(q, g.get(2));
    Entity owner = entity(q, g.get(3));
    OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
    if (!fact.name().matches("cost|retries|session_cost|session_duration|session_size")
        || owner.name().equals(fact.entity())
        || owner.name().matches("prompt|generation")) {
      return g.get(0);
    }
    Measure sum = figures.aggregate(fact, new OfAggregation("total", "sum(%s)"));
    if (aggregation.name().equals("average")) {
      return measure(
          q,
          g.get(0),
          fact.name().equals("cost") && owner.name().equals("user")
              ? model.measure("cost_per_user")
              : figures.per(sum, owner));
    }
    if (fact.name().equals("cost") && owner.name().equals("session")) {
      return measure(q, g.get(0), figures.aggregate(model.fact("session_cost"), aggregation));
    }
    Entity rows = model.entity(fact.entity());
    String total =
        "(SELECT sum(%s) FROM %s AS %s WHERE %s.%s = %s.%s)"
            .formatted(
                fact.expression(),
                rows.relation(),
                rows.alias(),
                rows.alias(),
                owner.key(),
                owner.alias(),
                owner.key());
    return measure(
        q,
        g.get(0),
        Figures.measure(
            aggregation.name() + "_" + fact.name() + "_per_" + owner.name(),
            aggregation.name() + " " + fact.label() + " per " + owner.name(),
            owner.name(),
            aggregation.format().formatted(total),
            fact.unit(),
            fact.format(),
            fact.higherIsWorse()));
  }

  private String spendPer(Tagged q, String surface, String owner) {
    for (String word : Words.split(surface)) {
      if (word.matches("[A-Z]*M[A-Z]*:[0-9]+") && !measureOf(q, word).name().equals("total_cost")) {
        return surface;
      }
    }
    Entity entity = entity(q, owner);
    return switch (entity.name()) {
      case "session" -> measure(q, surface, model.measure("cost_per_session"));
      case "user" -> measure(q, surface, model.measure("cost_per_user"));
      default -> measure(q, surface, model.measure("cost_per_generation"));
    };
  }

  /** "average cost per request" is the average cost; "credits per user" is rolled up. */
  private String perOwn(Tagged q, List<String> g) {
    String tag = Words.split(g.get(0))[0];
    Item item = q.item(tag);
    Entity owner = entity(q, g.get(1));
    Optional<Measure> measure = item.as(OfMeasure.class).map(OfMeasure::measure);
    if (measure.isEmpty()
        || owner.name().equals(measure.get().entity())
            && !measure.get().expression().startsWith("sum")
            && !measure.get().expression().startsWith("count")) {
      Optional<Fact> fact = item.as(OfFact.class).map(OfFact::fact);
      if (fact.isPresent() && fact.get().entity().equals(owner.name())
          || fact.isPresent() && !fact.get().additive()) {
        return measure(
            q, g.get(0), figures.aggregate(fact.get(), new OfAggregation("average", "avg(%s)")));
      }
      return measure.isPresent() ? tag : g.get(0);
    }
    if (q.has("(?:top|bottom|rank|highest|most|list|which|each|every)")) {
      return g.get(0);
    }
    boolean additive =
        measure.get().expression().startsWith("sum(")
            || measure.get().expression().startsWith("count(");
    return additive && !owner.name().equals("prompt")
        ? measure.get().name().equals("total_cost") && owner.name().equals("session")
            ? measure(q, g.get(0), model.measure("cost_per_session"))
            : measure(q, g.get(0), figures.per(measure.get(), owner))
        : g.get(0);
  }

  private static Entity entity(Tagged q, String tag) {
    return q.item(tag).as(OfEntity.class).orElseThrow().entity();
  }

  static String measure(Tagged q, String surface, Measure measure) {
    return q.tag(surface, new OfMeasure(measure));
  }

  private void negations(Tagged q) {
    q.rewrite("<V> (?:or|and) not(?= |$)", g -> g.get(0));
    q.rewrite(
        "(?:not|non|other than|except(?: for)?|excluding|exclude|ignoring|ignore|without|apart from|besides|never|rather than)(?: (?:in|on|from|using|end|with|by|of|those|one))* (<V>|<S>)( <E>)?",
        g -> {
          Filter condition = conditionOf(q, g.get(1)).orElseThrow();
          OfCondition meaning = condition(q, g.get(1));
          boolean existential = g.get(0).startsWith("never") || g.get(0).startsWith("without");
          if (existential && mentions(q, "user") && !meaning.entity().equals("user")) {
            return q.tag(g.get(0), new OfCondition("user", none("user", "u", meaning)));
          }
          if (existential && mentions(q, "session") && meaning.entity().equals("generation")) {
            return q.tag(g.get(0), new OfCondition("session", none("session", "s", meaning)));
          }
          return q.tag(g.get(0), new OfCondition(meaning.entity(), negated(q, g.get(1), condition)))
              + " "
              + (g.get(0).contains("excluding")
                      || g.get(0).contains("ignoring")
                      || g.get(0).contains("except")
                  ? ""
                  : g.get(2));
        });
  }

  private static Filter none(String name, String alias, OfCondition meaning) {
    String key = name + "_id";
    String table =
        meaning.entity().equals("session") ? "fct_sessions AS s" : "fct_generations AS g";
    String join =
        meaning.entity().equals("prompt")
            ? " JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id"
            : "";
    String from = meaning.entity().equals("session") ? "s" : "g";
    return new Filter(
        "%s.%s NOT IN (SELECT %s.%s FROM %s%s WHERE %s)"
            .formatted(alias, key, from, key, table, join, meaning.filter().condition()),
        "never " + meaning.filter().words());
  }

  private Filter negated(Tagged q, String tag, Filter condition) {
    Optional<OfValue> value = q.item(tag).as(OfValue.class);
    if (value.isPresent() && q.item(tag).as(OfCondition.class).isEmpty()) {
      Dimension dimension = value.get().dimension();
      return Filter.compare(dimension, Comparison.NOT_EQUAL, value.get().value());
    }
    return Filter.not(condition);
  }

  /** All conditions among the tags, one of each kind joined by AND, values of a dimension by OR. */
  Optional<Filter> conditionOf(Tagged q, String tags) {
    List<Filter> filters = new ArrayList<>();
    for (String tag : Words.split(tags.strip())) {
      if (tag.matches("[A-Z]*[VS][A-Z]*:[0-9]+")) {
        filters.add(condition(q, tag).filter());
      }
    }
    if (filters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        filters.size() == 1
            ? filters.get(0)
            : new Filter(
                String.join(" AND ", filters.stream().map(Filter::condition).toList()),
                String.join(" and ", filters.stream().map(Filter::words).toList())));
  }

  static OfCondition condition(Tagged q, String tag) {
    Item item = q.item(tag);
    return item.as(OfCondition.class)
        .orElseGet(
            () -> {
              OfValue value = item.as(OfValue.class).orElseThrow();
              return new OfCondition(
                  value.dimension().entity(), Filter.equal(value.dimension(), value.value()));
            });
  }

  private void comparisons(Tagged q) {
    String more =
        "(more than|over|above|greater than|higher than|larger than|bigger than|exceed|exceeding|exceeded|beyond|upwards of|in excess of|north of)";
    String less = "(less than|fewer than|below|under|lower than|smaller than|short of)";
    String atLeast = "(at least|no less than|no fewer than|minimum of|not less than|minimum)";
    String atMost = "(at most|up to|no more than|not more than|maximum of|within)";
    q.rewrite(
        "between (<N>) and (<N>)",
        g -> {
          OfNumber from = number(q, g.get(1));
          OfNumber until = number(q, g.get(2));
          return comparison(
              q,
              g.get(0),
              Comparison.EQUAL,
              new Bound.Range(from.value(), until.value(), until.unit()));
        });
    q.rewrite(
        "(<N>) (?:or more|or higher|or above|or over|or greater|and above|and over|and up|or longer|and more|plus)",
        g -> bound(q, g, Comparison.AT_LEAST));
    q.rewrite(
        "(<N>) (?:or less|or fewer|or lower|or below|or under|and below|or shorter)",
        g -> bound(q, g, Comparison.AT_MOST));
    q.rewrite(atLeast + " (<N>)", g -> bound(q, List.of(g.get(0), g.get(2)), Comparison.AT_LEAST));
    q.rewrite(atMost + " (<N>)", g -> bound(q, List.of(g.get(0), g.get(2)), Comparison.AT_MOST));
    q.rewrite(more + " (<N>)", g -> bound(q, List.of(g.get(0), g.get(2)), Comparison.MORE));
    q.rewrite(less + " (<N>)", g -> bound(q, List.of(g.get(0), g.get(2)), Comparison.LESS));
    q.rewrite(
        "(?:exactly|equal to|equals|of exactly|precisely) (<N>)",
        g -> bound(q, g, Comparison.EQUAL));
    q.rewrite(
        "(?:more than|over) half(?: of)?",
        g ->
            comparison(
                q, g.get(0), Comparison.MORE, new Bound.Fixed(new BigDecimal("0.5"), "percent")));
    q.rewrite(
        "(?:less than|under) half(?: of)?",
        g ->
            comparison(
                q, g.get(0), Comparison.LESS, new Bound.Fixed(new BigDecimal("0.5"), "percent")));
  }

  private static String bound(Tagged q, List<String> g, Comparison comparison) {
    OfNumber number = number(q, g.get(1));
    return comparison(q, g.get(0), comparison, new Bound.Fixed(number.value(), number.unit()));
  }

  /** Facts of single rows that are compared with a number: "friction above 2", "50 steps". */
  private void factTests(Tagged q) {
    String is =
        "(?: (?:score|value|level|of|is|was|are|were|rating|that|length|count|setting|at))*";
    q.rewrite(
        "(<F>)" + is + " (<C>)(?: (<F>))?",
        g -> {
          boolean unit =
              !g.get(3).isEmpty() && fact(q, g.get(3)).unit() == fact(q, g.get(1)).unit();
          return test(q, g.get(0), g.get(1), g.get(2)) + (unit ? "" : " " + g.get(3));
        });
    q.rewrite("(<C>) (?:of )?(<F>)", g -> test(q, g.get(0), g.get(2), g.get(1)));
    q.rewrite(
        "(<F>)(?: (?:score|of|is|value|level|exactly|setting|at|equal to))* (<N>)",
        g -> {
          OfNumber number = number(q, g.get(2));
          String c =
              comparison(
                  q, g.get(0), Comparison.EQUAL, new Bound.Fixed(number.value(), number.unit()));
          return test(q, g.get(0), g.get(1), c);
        });
    q.rewrite(
        "(<N>) (<F>)",
        g -> {
          Fact fact = fact(q, g.get(2));
          if (!fact.name().matches("steps|word_count|retries|width|height|pixels")
              || q.has("(?:top|bottom|first) " + g.get(1))) {
            return g.get(0);
          }
          OfNumber number = number(q, g.get(1));
          String c =
              comparison(
                  q, g.get(0), Comparison.EQUAL, new Bound.Fixed(number.value(), number.unit()));
          return test(q, g.get(0), g.get(2), c);
        });
  }

  private String test(Tagged q, String surface, String factTag, String comparisonTag) {
    Item item = q.item(factTag);
    Fact fact = item.as(OfFact.class).orElseThrow().fact();
    OfComparison comparison = q.item(comparisonTag).as(OfComparison.class).orElseThrow();
    OfAggregation average = new OfAggregation("average", "avg(%s)");
    Measure measure =
        item.as(OfMeasure.class)
            .map(OfMeasure::measure)
            .orElseGet(
                () ->
                    fact.name().equals("cost")
                        ? model.measure("total_cost")
                        : figures.aggregate(fact, average));
    List<Meaning> meanings = new ArrayList<>();
    meanings.add(new OfThreshold(measure, comparison, Optional.empty()));
    rowTest(fact, comparison)
        .ifPresent(filter -> meanings.add(new OfCondition(fact.entity(), filter)));
    return q.tag(surface, meanings);
  }

  private Optional<Filter> rowTest(Fact fact, OfComparison comparison) {
    Bound bound = comparison.bound();
    if (bound instanceof Bound.Fixed number) {
      BigDecimal value = Thresholds.inUnitOf(fact.unit(), number.value(), number.unit());
      return Optional.of(Filter.compare(fact, comparison.comparison(), value));
    }
    if (bound instanceof Bound.Range range) {
      return Optional.of(
          new Filter(
              fact.expression()
                  + " BETWEEN "
                  + Thresholds.inUnitOf(fact.unit(), range.from(), range.unit()).toPlainString()
                  + " AND "
                  + Thresholds.inUnitOf(fact.unit(), range.until(), range.unit()).toPlainString(),
              fact.label() + " is between " + range.from() + " and " + range.until()));
    }
    String table = "SELECT %s FROM " + tableOf(fact.entity());
    String sign = comparison.comparison().sign();
    if (bound instanceof Bound.Outlier outlier) {
      boolean above = comparison.comparison() != Comparison.LESS;
      return Optional.of(
          new Filter(
              fact.expression()
                  + " "
                  + sign
                  + " ("
                  + table.formatted(
                      "avg(%1$s) %2$s %3$s * stddev(%1$s)"
                          .formatted(
                              fact.expression(),
                              above ? "+" : "-",
                              outlier.factor().toPlainString()))
                  + ")",
              fact.label()
                  + " is "
                  + comparison.comparison().words()
                  + " the mean by "
                  + outlier.factor()
                  + " standard deviations"));
    }
    if (bound instanceof Bound.Overall overall) {
      String factor =
          overall.factor().compareTo(BigDecimal.ONE) == 0
              ? ""
              : overall.factor().toPlainString() + " * ";
      return Optional.of(
          new Filter(
              fact.expression()
                  + " "
                  + sign
                  + " "
                  + factor
                  + "("
                  + table.formatted("avg(" + fact.expression() + ")")
                  + ")",
              fact.label()
                  + " is "
                  + comparison.comparison().words()
                  + " "
                  + overall.factor()
                  + " × the average"));
    }
    return Optional.empty();
  }

  private String tableOf(String entity) {
    Entity found = model.entity(entity);
    return found.relation() + " AS " + found.alias();
  }

  /** Shares and rates of rows that meet a condition. */
  private void shares(Tagged q) {
    q.rewrite(
        SHARE + " of (<E>)" + LINK + " (<C>) ((?:<S> |<V> )*)(<E>)",
        g -> {
          Entity entity = entity(q, g.get(2));
          Entity rows = entity(q, g.get(5));
          OfComparison comparison = q.item(g.get(3)).as(OfComparison.class).orElseThrow();
          if (!(comparison.bound() instanceof Bound.Fixed number)
              || !entity.name().matches("user|session")) {
            return g.get(0);
          }
          Optional<Filter> condition = conditionOf(q, g.get(4));
          String table =
              rows.name().equals("session") ? "fct_sessions AS s" : "fct_generations AS g";
          String alias = rows.name().equals("session") ? "s" : "g";
          String where = condition.map(f -> " WHERE " + f.condition()).orElse("");
          String test = comparison.comparison().sign() + " " + number.value().toPlainString();
          Filter filter =
              entity.name().equals("session") && condition.isEmpty()
                  ? new Filter(
                      "s.total_generations " + test,
                      "at "
                          + comparison.comparison().words()
                          + " "
                          + number.value()
                          + " "
                          + rows.plural())
                  : new Filter(
                      "%s.%s IN (SELECT %s.%s FROM %s%s GROUP BY ALL HAVING count(*) %s)"
                          .formatted(
                              entity.alias(),
                              entity.key(),
                              alias,
                              entity.key(),
                              table,
                              where,
                              test),
                      comparison.comparison().words() + " " + number.value() + " " + rows.plural());
          String active =
              entity.name().equals("user")
                  ? " "
                      + q.tag(
                          "active",
                          new OfCondition(
                              "user",
                              new Filter(
                                  "u.user_id IN (SELECT user_id FROM fct_generations)",
                                  "with a generation")))
                  : "";
          return measure(q, g.get(0), figures.share(entity, filter, g.get(1).startsWith("percent")))
              + active;
        });
    String conditions = "((?:(?:not )?(?:<S>|<V>)(?: (?:or|and|,) )?)+)";
    q.rewrite(
        SHARE + " of ((?:<S> |<V> )*)(<E>)" + LINK + " " + conditions,
        g -> {
          Filter condition = anyOf(q, g.get(4));
          String kept = g.get(2);
          return measure(
                  q,
                  g.get(0),
                  figures.share(entity(q, g.get(3)), condition, g.get(1).startsWith("percent")))
              + " "
              + kept;
        });
    q.rewrite(
        SHARE + " of (<M>)" + LINK + " " + conditions,
        g -> {
          Measure whole = q.item(g.get(2)).as(OfMeasure.class).orElseThrow().measure();
          return whole.expression().matches("(sum|count)\\(.*\\)")
              ? measure(
                  q,
                  g.get(0),
                  figures.part(whole, anyOf(q, g.get(3)), g.get(1).startsWith("percent")))
              : g.get(0);
        });
    q.rewrite(
        SHARE + " of ((?:<S> |<V> )+)(<E>)(?= |$)",
        g ->
            measure(
                q,
                g.get(0),
                figures.share(
                    entity(q, g.get(3)),
                    conditionOf(q, g.get(2)).orElseThrow(),
                    g.get(1).startsWith("percent"))));
    q.rewrite(
        SHARE + " (?:of )?(<S>|<V>)(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return condition.entity().equals("time")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.share(
                      model.entity(condition.entity()),
                      condition.filter(),
                      g.get(1).startsWith("percent")));
        });
    q.rewrite(
        "(<S>|<V>) (?:<E> )?(rate|share|percentage|percent|ratio|fraction|proportion)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          boolean percent = g.get(2).startsWith("percent");
          String entityTag = Words.split(g.get(0)).length == 3 ? Words.split(g.get(0))[1] : "";
          Entity entity = entityTag.isEmpty() ? null : entity(q, entityTag);
          return condition.entity().equals("time")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.share(
                      entity == null ? model.entity(condition.entity()) : entity,
                      condition.filter(),
                      percent));
        });
    q.rewrite(
        "(?:rate|frequency|likelihood|probability|chance) (?:of|that|at which) (?:<E> )?(?:"
            + LINK.strip()
            + ")? ?(<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          return measure(
              q,
              g.get(0),
              figures.share(model.entity(condition.entity()), condition.filter(), false));
        });
    q.rewrite(
        "how (?:often|frequently|likely)(?: (?:do|does|is|are|to|it|that))*( <E>| <V> <E>| <V>)?"
            + LINK
            + " (<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return measure(
                  q,
                  g.get(0),
                  figures.share(model.entity(condition.entity()), condition.filter(), false))
              + " "
              + g.get(1).replaceAll("[A-Z]*E[A-Z]*:[0-9]+", "");
        });
  }

  private Filter anyOf(Tagged q, String tags) {
    Map<String, List<Filter>> byDimension = new java.util.LinkedHashMap<>();
    boolean not = false;
    for (String tag : Words.split(tags.strip())) {
      if (tag.equals("not")) {
        not = true;
      } else if (tag.contains(":")) {
        OfCondition condition = condition(q, tag);
        String key = q.item(tag).as(OfValue.class).map(v -> v.dimension().name()).orElse(tag);
        Filter filter = not ? Filter.not(condition.filter()) : condition.filter();
        byDimension.computeIfAbsent(key, k -> new ArrayList<>()).add(filter);
        not = false;
      }
    }
    List<Filter> all = byDimension.values().stream().map(Filter::any).toList();
    return all.size() == 1
        ? all.get(0)
        : new Filter(
            String.join(" AND ", all.stream().map(Filter::condition).toList()),
            String.join(" and ", all.stream().map(Filter::words).toList()));
  }

  private void counts(Tagged q) {
    String how =
        "(?:how many|number of|count of|total number of|amount of|count|volume of|numbers of|# of|tally of|total count of|number)";
    q.rewrite(
        how
            + " (?:different|distinct|unique)(?: kind of| type of)? (<D>|<E>|<F>)(?: (?:text|value))?",
        g -> distinct(q, g));
    q.rewrite(
        "(?<!by |per |each |with |of |for |every |across )(<E>)( and|,| ,) (?:<A> )?(<M>)",
        g -> Rules.measure(q, g.get(1), figures.count(entity(q, g.get(1)))) + " and " + g.get(3));
    q.rewrite(
        "(<M>)( and|,| ,| and number of) (<E>)(?= (?:by|per|for|in|across|each|split|on|over|<T>|from|,)| $)",
        g -> g.get(1) + " and " + Rules.measure(q, g.get(3), figures.count(entity(q, g.get(3)))));
    q.rewrite(
        how + " (?:active )(<E>)",
        g ->
            entity(q, g.get(1)).name().equals("user")
                ? measure(q, g.get(0), model.measure("active_users"))
                : g.get(0));
    q.rewrite("(?:different|distinct|unique|active) (<E>)(?: text)?", g -> distinct(q, g));
    q.rewrite(
        how + " ((?:<S> |<V> )*)(<E>)",
        g -> {
          Optional<Filter> condition = conditionOf(q, g.get(1));
          return countTag(q, g.get(0), entity(q, g.get(2)), condition.isPresent() ? g.get(1) : "");
        });
    q.rewrite(how + " (<M>)", g -> g.get(1));
    q.rewrite(
        how + " (<V>|<S>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          return condition.entity().equals("time")
              ? g.get(0)
              : countTag(q, g.get(0), model.entity(condition.entity()), g.get(1));
        });
    q.rewrite(
        "(?:how many|number of|count of) (<F>)",
        g -> {
          Fact fact = fact(q, g.get(1));
          return fact.additive()
              ? measure(q, g.get(0), figures.aggregate(fact, new OfAggregation("total", "sum(%s)")))
              : g.get(1);
        });
    q.rewrite("how (?:much|many)(?: (?:do|does|did|is|was|have|we))* (<F>|<M>)", g -> g.get(1));
  }

  private String countTag(Tagged q, String surface, Entity entity, String conditions) {
    return measure(q, surface, figures.count(entity)) + " " + conditions;
  }

  private String distinct(Tagged q, List<String> g) {
    Item item = q.item(g.get(1));
    Optional<Entity> entity = item.as(OfEntity.class).map(OfEntity::entity);
    if (entity.isPresent() && entity.get().name().equals("user")) {
      return measure(q, g.get(0), model.measure("active_users"));
    }
    if (entity.isPresent() && entity.get().name().equals("prompt")) {
      return measure(q, g.get(0), model.measure("distinct_prompt_texts"));
    }
    if (entity.isPresent()) {
      return measure(q, g.get(0), figures.count(entity.get()));
    }
    Optional<Dimension> dimension = item.as(OfDimension.class).map(OfDimension::dimension);
    if (dimension.isEmpty() && item.as(OfFact.class).isPresent()) {
      Fact fact = item.as(OfFact.class).get().fact();
      return measure(
          q,
          g.get(0),
          figures.of(
              "different_" + fact.name(),
              "different " + fact.label(),
              fact.entity(),
              "count(DISTINCT " + fact.expression() + ")",
              io.genai.sessions.warehouse.semantic.Format.INTEGER));
    }
    Dimension found = dimension.orElseThrow();
    String grain = found.isTime() ? "generation" : found.entity();
    return measure(
        q,
        g.get(0),
        figures.of(
            "different_" + found.name(),
            "different values of " + found.label(),
            grain,
            "count(DISTINCT " + found.expression().replace("{time}", "g.timestamp") + ")",
            io.genai.sessions.warehouse.semantic.Format.INTEGER));
  }

  /** Conditions on figures of groups: "error rate above 21 %", "at least 15 requests". */
  private void thresholds(Tagged q) {
    String is = "(?: (?:of|is|was|are|were|that|at|rate|has been|being))*";
    q.rewrite(
        "(<M>)" + is + " (<C>)", g -> threshold(q, g.get(0), measureOf(q, g.get(1)), g.get(2)));
    q.rewrite(
        "(<C>) (?:of )?(?:them |those |their |its )?(?:<E> )?(?:<M> )?(?:that |which |were |was |are |is |being |end |ended |ending )*(?:in )?(<S>|<V>)(?= |$)",
        g -> {
          OfComparison comparison = q.item(g.get(1)).as(OfComparison.class).orElseThrow();
          OfCondition condition = condition(q, g.get(2));
          boolean share =
              comparison.bound() instanceof Bound.Fixed number && number.unit().equals("percent");
          if (!share || condition.entity().equals("time")) {
            return g.get(0);
          }
          Measure rate = figures.share(model.entity(condition.entity()), condition.filter(), false);
          return threshold(q, g.get(0), rate, g.get(1));
        });
    q.rewrite(
        "(<C>) ((?:<S> |<V> )*)(<E>)",
        g -> {
          Optional<Filter> condition = conditionOf(q, g.get(2));
          Entity entity = entity(q, g.get(3));
          Measure count =
              condition.isPresent()
                  ? figures.countWhere(entity, condition.get())
                  : figures.count(entity);
          return threshold(q, g.get(0), count, g.get(1));
        });
    q.rewrite(
        "(<C>) (?:different |distinct |unique )?(<D>)",
        g -> {
          Dimension dimension = q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension();
          if (dimension.isTime() || q.item(g.get(2)).as(OfFact.class).isPresent()) {
            return g.get(0);
          }
          Measure different =
              figures.of(
                  "different_" + dimension.name(),
                  "different values of " + dimension.label(),
                  dimension.entity().equals("prompt") ? "generation" : dimension.entity(),
                  "count(DISTINCT " + dimension.expression() + ")",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER);
          return threshold(q, g.get(0), different, g.get(1));
        });
    q.rewrite("(<C>) (?:of )?(<M>)", g -> threshold(q, g.get(0), measureOf(q, g.get(2)), g.get(1)));
    q.rewrite(
        "(<C>) (<S>|<V>)(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return condition.entity().equals("time")
              ? g.get(0)
              : threshold(
                  q,
                  g.get(0),
                  figures.countWhere(model.entity(condition.entity()), condition.filter()),
                  g.get(1));
        });
    q.rewrite("(?:with|has|have|had|having) (<V>|<S>)? ?(<N>) (<E>)", g -> g.get(0));
    // "fail at more than twice the overall error rate"
    q.rewrite(
        "(<S>) (?:at )?(<C>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          return condition.entity().equals("time")
              ? g.get(0)
              : threshold(
                  q,
                  g.get(0),
                  figures.share(model.entity(condition.entity()), condition.filter(), false),
                  g.get(2));
        });
  }

  /** Says whose figure it is: "users with at least five generations". */
  private static void own(Tagged q) {
    q.rewrite(
        "(<E>)(?: (?:with|who|that|have|having|making|had|has|of|did|do|made|make|each|whose|which|spend|spending|submit|submitted))* (<H>)",
        g -> {
          OfThreshold threshold = q.item(g.get(2)).as(OfThreshold.class).orElseThrow();
          Entity owner = entity(q, g.get(1));
          if (owner.name().equals(threshold.measure().entity())
              || !owner.name().matches("user|session")) {
            return g.get(0);
          }
          return g.get(1)
              + " "
              + q.tag(
                  q.item(g.get(2)).surface(),
                  new OfThreshold(threshold.measure(), threshold.comparison(), Optional.of(owner)));
        });
  }

  private static Measure measureOf(Tagged q, String tag) {
    return q.item(tag).as(OfMeasure.class).orElseThrow().measure();
  }

  private static String threshold(Tagged q, String surface, Measure measure, String comparison) {
    return q.tag(
        surface,
        new OfThreshold(
            measure, q.item(comparison).as(OfComparison.class).orElseThrow(), Optional.empty()));
  }

  static boolean isPeriod(Item item) {
    return item.as(OfPeriod.class).isPresent();
  }
}
