package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Numbers and multiples that figures are compared with. */
final class Comparisons extends Phase {
  Comparisons(SemanticModel model) {
    super(model);
  }

  /** "twice the overall error rate", "the average", "two standard deviations above the mean". */
  void bounds(Tagged q) {
    String more =
        "(more than|over|above|greater than|higher than|exceed|exceeding|exceeds|less than|below|under|lower than|worse than|better than|at least)";
    String times =
        "(?:(twice|double|triple|half|<N> (?:time|x)|<N>x|<N>) )?(?:(?:that|of|what|as) )*";
    q.rewrite(
        "(?:pay|pays|paid|spend|spends|spent|cost|costs|<F>) "
            + more
            + " "
            + times
            + "(?:overall |global |general )(<M>)",
        g ->
            threshold(
                q,
                g.get(0),
                measureOf(q, g.get(3)),
                comparison(
                    q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(factor(q, g.get(2))))));
    q.rewrite(
        more
            + " (?:p ?([0-9]{2})|([0-9]{2})(?:th|st|nd|rd)? percentile|(median))(?: (?:of )?(?:(?:number of|total) )?(?:<F>|<M>|<E>|spend))?(?: (?:per|of|among|across|over)(?: (?:active|all|each|every))* (?:<E>|<M>))?",
        g -> {
          String part = g.get(4).isEmpty() ? g.get(2) + g.get(3) : "50";
          // The same statistic on both sides: the group's is held against that of everything.
          String statistic =
              part.equals("50") ? "median" : "p ?" + part + "|" + part + "th percentile";
          if (q.surfacesMatch(
                  "(?:.*[ ])?(?:"
                      + statistic
                      + ") .*(?:more|over|above|greater|higher|exceed\\w*|less|below|under|lower|worse|better|at least|beat\\w*) .*")
              || q.remaining().values().stream()
                  .flatMap(i -> i.all(Meaning.OfMeasure.class))
                  .anyMatch(
                      m ->
                          m.measure()
                              .expression()
                              .matches(
                                  part.equals("50")
                                      ? "median\\(.*"
                                      : "quantile_cont\\(.*, 0\\." + part + "\\)"))) {
            return comparison(
                q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(BigDecimal.ONE));
          }
          return comparison(
              q, g.get(0), comparisonOf(g.get(1)), new Bound.Quantile(new BigDecimal("0." + part)));
        });
    q.rewrite(
        "(?:pay|pays|paid|spend|spends|spent|spending)(?: (?:<F>|<M>))? (<C>)",
        g ->
            q.item(g.get(1)).as(OfComparison.class).orElseThrow().bound() instanceof Bound.Quantile
                ? threshold(q, g.get(0), model.measure("total_cost"), g.get(1))
                : g.get(0));
    q.rewrite(
        more
            + " (<N>) (?:standard deviation|stddev|sigma|std dev)s?(?: (?:above|over|from|below|of))?(?: (?:average|mean|overall|<A>))?(?: (?:session )?(<F>|<M>|<E> <F>))?(?:(?: <D>)? (?:number|count|total|value|volume))?",
        g ->
            (g.get(3).isEmpty() ? "" : factBehind(q, bare(g.get(3))) + " ")
                + comparison(
                    q,
                    g.get(0),
                    comparisonOf(g.get(1)),
                    new Bound.Outlier(number(q, g.get(2)).value())));
    q.rewrite(
        "(beat|exceed|exceeds|top|above|over|below|under|trail)((?: (?:overall|global|general|total|average|mean|typical|usual|<M>|<F>|<D>|<E>|'s|rate|value|one|count|number|of))+) by (?:more than |over |at least )?(<N>)",
        g -> {
          if (!number(q, g.get(3)).unit().equals("percent")) {
            return g.get(0);
          }
          boolean less = g.get(1).matches("below|under|trail");
          BigDecimal share = number(q, g.get(3)).value();
          String figure =
              Stream.of(Words.split(g.get(2)))
                  .filter(w -> w.matches("[A-Z]*[MFE][A-Z]*:[0-9]+"))
                  .reduce("", (first, last) -> last);
          boolean said = q.has("(?:<M>|<F>)(?: \\S+){0,4} " + g.get(1));
          return (figure.isEmpty() || said
                  ? ""
                  : "number of ".repeat(figure.startsWith("E") ? 1 : 0) + figure + " ")
              + comparison(
                  q,
                  g.get(0),
                  less ? Comparison.LESS : Comparison.MORE,
                  new Bound.Overall(
                      less ? BigDecimal.ONE.subtract(share) : BigDecimal.ONE.add(share)));
        });
    q.rewrite(
        "(?:both )?(higher|lower|worse|better|larger|smaller|greater|longer|shorter) (<M>|<A> <F>|<F>) and (higher|lower|worse|better|larger|smaller|greater|longer|shorter) (<M>|<A> <F>|<F>) than (?:(?:overall|average|all|everything|everyone|whole|total|<E>|<M>|traffic|taken together|combined|together|taken|in general) ?)+(?= |$)",
        g ->
            g.get(2)
                + " "
                + comparison(
                    q,
                    g.get(0),
                    comparisonOf(g.get(1) + " than"),
                    new Bound.Overall(BigDecimal.ONE))
                + " and "
                + g.get(4)
                + " "
                + comparison(
                    q,
                    g.get(0),
                    comparisonOf(g.get(3) + " than"),
                    new Bound.Overall(BigDecimal.ONE)));
    q.rewrite("(?:<M>|<F>) outlier(?: ,)?(?: (?:that is|meaning|with))?(?: ,)?", "");
    q.rewrite(
        more
            + " "
            + times
            + "(?:average (?:(?:active )?<E>|<M>) (?:of|in|on|from) (?:same |that |own )?<D>(?: (?:<F>|spend|do|make|has|pay|generate))?"
            + "|(?:average|mean|overall|typical) (?:of|for|in) (?:same|that|own|each) <D>)",
        g ->
            isIdentifier(q, bare(g.get(0)))
                ? g.get(0)
                : comparison(
                    q, g.get(0), comparisonOf(g.get(1)), new Bound.OwnGroup(factor(q, g.get(2)))));
    q.rewrite(
        "((?:<F>|costs?|costing|spends?|spent|take|takes|took|lasts?|lasted) )?"
            + more
            + " "
            + times
            + "((?:average|mean|usual|typical|median) )?(<M>|<F>)(?: (?:of|for|in|among|across|over) <E>)? (?:of|for|in|from|on|within|at) (?:same |that |own |each |its |their )?(<D>)",
        g -> {
          Dimension dimension =
              q.item(g.get(6)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          String figure = factBehind(q, g.get(5));
          boolean median =
              g.get(4).equals("median") || q.item(g.get(5)).surface().startsWith("median ");
          boolean named = q.item(figure).as(OfFact.class).isPresent();
          boolean verb =
              !g.get(1).contains(":")
                  || q.item(g.get(1))
                      .surface()
                      .matches("costs?|spent|spends?|take|took|lasts?|lasted");
          if (dimension.isTime()
              || (dimension.identifier() && !g.get(0).contains(" same "))
              || (!named && !g.get(1).isEmpty())) {
            return g.get(0);
          }
          return (g.get(1).isEmpty() ? "" : (verb ? figure : g.get(1)) + " ")
              + comparison(
                  q,
                  g.get(0),
                  comparisonOf(g.get(2)),
                  new Bound.WithinDimension(
                      factor(q, g.get(3)), median ? "median" : "avg", dimension));
        });
    q.rewrite(
        more
            + " "
            + times
            + "(?:overall|global|general|total|average|mean|company wide|sitewide)(?: (?:overall|global|average|mean))*(?: (?:<M>|<F>|rate|value|level|active <E>|<E>(?: <F>)?))?",
        g -> {
          String last = bare(g.get(0));
          boolean named =
              last.matches("[A-Z]*[MF][A-Z]*:[0-9]+")
                  && !q.has("(?:<M>|<F>|<E>|<S>|<V>)(?: (?!and )[a-z]+)* " + g.get(0));
          return (named ? last + " " : "")
              + comparison(
                  q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(factor(q, g.get(2))));
        });
    q.rewrite(
        "(more|less)(?: often| frequently)? than (?:(?:we|they|it|user|people|everyone|everybody|<E>) )?(?:do |does |are |is )?(?:overall|average|on average|in general|usual|normal|average <E>|overall <M>)(?: (?:do|does))?(?= |$)",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1) + " than"), new Bound.Overall(BigDecimal.ONE)));
    q.rewrite(
        "(above|below|over|under) (<M>)(?= |$)",
        g ->
            q.item(g.get(2)).surface().matches("(?:average|mean) .*")
                ? threshold(
                    q,
                    g.get(0),
                    measureOf(q, g.get(2)),
                    comparison(
                        q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(BigDecimal.ONE)))
                : g.get(0));
    q.rewrite(
        "(above|below|over|under) average(?= |$)",
        g -> comparison(q, g.get(0), comparisonOf(g.get(1)), new Bound.Overall(BigDecimal.ONE)));
    q.rewrite(
        "(higher|lower|worse|better|more|less|greater) than (?:average|mean|overall|typical)",
        g ->
            comparison(
                q, g.get(0), comparisonOf(g.get(1) + " than"), new Bound.Overall(BigDecimal.ONE)));
    q.rewrite(
        "(?:with |have |has |having |show |had )?(exceed|exceeding|exceeds|surpass|surpasses|over|above|below|under) (?:an? )?(<M>|<F>) of (<N>)(?= |$)",
        g -> g.get(2) + (g.get(1).matches("below|under") ? " below " : " above ") + g.get(3));
    lie(q);
  }

  private static boolean isIdentifier(Tagged q, String tag) {
    return tag.contains(":")
        && q.item(tag)
            .as(Meaning.OfDimension.class)
            .filter(found -> found.dimension().identifier())
            .isPresent();
  }

  /** "whose friction lies above 2" says no more than "with friction above 2". */
  private static void lie(Tagged q) {
    q.rewrite(
        "(<F>|<M>) (?:lie|lies|lay|sit|sits|sat|stand|stands|stood|fall|falls|fell|come in|came in|amount to|amounted to|work out)(?: (?:at|to))?(?= <C>)",
        g -> g.get(1));
  }

  /** The fact whose mean a measure is, so that single rows can be held against it. */
  String factBehind(Tagged q, String tag) {
    if (q.item(tag).as(OfFact.class).isPresent()) {
      return tag;
    }
    String expression = measureOf(q, tag).expression();
    return model.facts().stream()
        .filter(fact -> expression.matches("(?:avg|median)\\(\\Q" + fact.expression() + "\\E\\)"))
        .findFirst()
        .map(fact -> factTag(q, fact.name()))
        .orElse(tag);
  }

  /** What does not meet the comparison. */
  static OfComparison opposite(OfComparison comparison) {
    Comparison other =
        switch (comparison.comparison()) {
          case LESS -> Comparison.AT_LEAST;
          case AT_MOST -> Comparison.MORE;
          case EQUAL -> Comparison.NOT_EQUAL;
          case NOT_EQUAL -> Comparison.EQUAL;
          case AT_LEAST -> Comparison.LESS;
          case MORE -> Comparison.AT_MOST;
        };
    return new OfComparison(other, comparison.bound());
  }

  static BigDecimal factor(Tagged q, String words) {
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

  void comparisons(Tagged q) {
    String more =
        "(more than|over|above|greater than|higher than|larger than|bigger than|exceed|exceeding|exceeded|beyond|upwards of|in excess of|north of)";
    String less = "(less than|fewer than|below|under|lower than|smaller than|short of)";
    String atLeast = "(at least|no less than|no fewer than|minimum of|not less than|minimum)";
    String atMost = "(at most|up to|no more than|not more than|maximum of|within(?! <N> <D>))";
    // "three sessions or more"
    q.rewrite(
        "(?:with |have had |have |had |has )?(<N>) (<E>|<F>|<D>) (or|and) (more|fewer|less|above|over|longer|higher)(?= |$)",
        g -> g.get(1) + " " + g.get(3) + " " + g.get(4) + " " + g.get(2));
    q.rewrite(
        "(?:only |just )?(?:either )?(<N>) or (<N>)(?= <E>| <F>| <D>)",
        g -> {
          OfNumber from = number(q, g.get(1));
          OfNumber until = number(q, g.get(2));
          return until.value().subtract(from.value()).compareTo(BigDecimal.ONE) == 0
              ? comparison(
                  q,
                  g.get(0),
                  Comparison.EQUAL,
                  new Bound.Range(from.value(), until.value(), until.unit()))
              : g.get(0);
        });
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
        "(?:only|just) (<N>)(?= (?:<E>|<F>|<D>|(?:<S>|<V>) <E>))",
        g -> bound(q, g, Comparison.EQUAL));
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
    verbs(q);
    lie(q);
  }

  /** "spent" with a comparison is about cost. */
  void verbs(Tagged q) {
    q.rewrite(
        "(?:cost|costs|costing|spent|spend|spends|spending|paid|pay|burned|burnt)(?= <C>)",
        g ->
            factTag(q, mentions(q, "session") && !mentions(q, "user") ? "session_cost" : "cost")
                + " ");
  }

  static String bound(Tagged q, List<String> g, Comparison comparison) {
    OfNumber number = number(q, g.get(1));
    return comparison(q, g.get(0), comparison, new Bound.Fixed(number.value(), number.unit()));
  }
}
