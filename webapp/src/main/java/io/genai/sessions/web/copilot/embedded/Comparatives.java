package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import java.math.BigDecimal;
import java.util.List;

/** Adjectives that stand for a fact: slower, cheaper, wordier, taller. */
final class Comparatives extends Phase {
  Comparatives(SemanticModel model) {
    super(model);
  }

  /** "slower than 5 s" is about latency, "cheaper than 3" about cost. */
  void comparatives(Tagged q) {
    String than = " than";
    lengths(q);
    rivals(q);
    comparative(q, "(?:slower|faster|quicker)" + than, "latency");
    comparative(q, "(?:cheaper|pricier|costlier|more expensive|less expensive)" + than, "cost");
    comparative(q, "wordier" + than, "word_count");
    q.rewrite(
        "(<V>|<S>)(?: <E>)? (faster|slower|quicker|cheaper|more expensive|pricier|more reliable|less reliable)(?: on average)? than (<V>|<S>)",
        g -> {
          String name =
              g.get(2).matches("faster|slower|quicker")
                  ? "average_latency"
                  : g.get(2).endsWith("reliable") ? "error_rate" : "cost_per_generation";
          return measure(q, g.get(2), model.measure(name)) + " , " + g.get(1) + " vs " + g.get(3);
        });
    q.rewrite(
        "(?:exactly |precisely )?(<N>)(?: <F>)? (wide|high|tall)(?= |$)",
        g -> factTag(q, g.get(2).equals("wide") ? "width" : "height") + " exactly " + g.get(1));
    comparative(q, "(?:wider|narrower)" + than, "width");
    comparative(q, "taller" + than, "height");
    q.rewrite(
        "(?:of size |sized |exactly )*(?:N:[0-9]+ )?([0-9]{3,4}) ?(?:[x×]|by) ?([0-9]{3,4})(?: pixels?)?",
        g -> size(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(?:exactly )?(<N>) (?:by|x) (<N>)( (?:<F>|<V>))?",
        g -> {
          BigDecimal width = number(q, g.get(1)).value();
          BigDecimal height = number(q, g.get(2)).value();
          boolean unit = !g.get(3).isEmpty() && q.item(g.get(3)).surface().startsWith("pixel");
          return width.intValue() >= 100 && height.intValue() >= 100
              ? size(q, g.get(0), width.toPlainString(), height.toPlainString())
                  + (unit ? "" : " " + g.get(3))
              : g.get(0);
        });
    q.rewrite("([0-9]{3,4})x([0-9]{3,4})", g -> size(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(?:longer|shorter|lasting more|lasting longer|lasted longer|lasting less|lasted more)"
            + than
            + "(?= <N>)",
        g -> {
          String what = "session_duration";
          if (q.has("<E>.*")) {
            what =
                q.text().contains("prompt") || (mentions(q, "prompt") && !mentions(q, "session"))
                    ? "word_count"
                    : mentions(q, "session") ? "session_duration" : "latency";
          }
          return factTag(q, what)
              + " "
              + (g.get(0).matches("(?:shorter|.*less).*") ? "less than " : "more than ");
        });
    q.rewrite(
        "(?:take|took|taking|takes|taken|run|ran|last|lasted|lasting|wait|waited)(?: (?:for|a))?(?= (?:more|longer|less|at least|at most|over|under|between) ?(?:than)? ?<N>)",
        g ->
            factTag(
                    q,
                    g.get(0).startsWith("last") && mentions(q, "session")
                        ? "session_duration"
                        : "latency")
                + " ");
    q.rewrite("longer than(?= <N>)", "more than");
    q.rewrite(
        "(<S>) (?:(at least|more than|exactly|over) )?(?:(once|twice|thrice)|(<N>) time)( or more)?(?= |$)",
        g -> {
          if (!condition(q, g.get(1)).filter().condition().equals("g.retry_count > 0")) {
            return g.get(0);
          }
          String times =
              switch (g.get(3)) {
                case "once" -> "1";
                case "twice" -> "2";
                case "thrice" -> "3";
                default -> number(q, g.get(4)).value().toPlainString();
              };
          String number = q.tag(times, new OfNumber(new BigDecimal(times), ""));
          return factTag(q, "retries")
              + " "
              + (g.get(5).isEmpty() ? g.get(2).isEmpty() ? "exactly" : g.get(2) : "at least")
              + " "
              + number;
        });
    q.rewrite(
        "(?:cost|costing|spent|spend|spending|paid|burned|burning)(?= (?:more than|over|at least|less than|under|above|below|at most|up to|exactly|between) <N>)",
        g -> factTag(q, mentions(q, "session") ? "session_cost" : "cost"));
  }

  /** "sessions of up to 5 minutes", "requests over 3 seconds": how long one took. */
  private void lengths(Tagged q) {
    q.rewrite(
        "(<E>)(?: (?:of|lasting|with|that|which|are|were|took|take|last|lasted))* ((?:up to|over|under|above|below|at most|at least|more than|less than|no more than|exceeding|beyond) (<N>)|(<N>) or (?:more|less|longer|shorter))(?= |$)",
        g -> {
          String unit = number(q, g.get(3).isEmpty() ? g.get(4) : g.get(3)).unit();
          String rows = entity(q, g.get(1)).name();
          return unit.matches("hours|minutes|seconds|milliseconds")
                  && rows.matches("session|generation")
                  && !g.get(0).matches(".* (?:lasting|lasted|last|took|take) .*")
              ? g.get(1)
                  + " with "
                  + factTag(q, rows.equals("session") ? "session_duration" : "latency")
                  + " "
                  + g.get(2)
              : g.get(0);
        });
  }

  /** "do desktop users retry more than mobile ones", "is anime more popular than comic". */
  private void rivals(Tagged q) {
    String rival = "(<V>)(?: <E>)?";
    q.rewrite(
        "(?:do|does|did) "
            + rival
            + " (<S>|<V>) (?:more|less)(?: (?:often|frequently))? than "
            + rival,
        g -> {
          Meaning.OfCondition condition = condition(q, g.get(2));
          return condition.entity().matches("generation|session")
                  && Contrasts.commonDimension(q, List.of(g.get(1), g.get(3))).isPresent()
              ? measure(
                      q,
                      q.item(g.get(2)).surface(),
                      figures.share(model.entity(condition.entity()), condition.filter(), false))
                  + " , "
                  + g.get(1)
                  + " vs "
                  + g.get(3)
              : g.get(0);
        });
    q.rewrite(
        "(?:is|are|was|were) "
            + rival
            + " (?:more|less) (?:popular|common|frequent|often used|used|requested|widespread)(?: (?:by|with|among|for|in) (<V>|<S>)(?: <E>)?)? than "
            + rival,
        g -> {
          boolean rivals = Contrasts.commonDimension(q, List.of(g.get(1), g.get(3))).isPresent();
          String rows = rivals ? condition(q, g.get(1)).entity() : "";
          return rows.isEmpty()
              ? g.get(0)
              : "number of "
                  + q.tag("rows", new Meaning.OfEntity(model.entity(rows)))
                  + " "
                  + g.get(2)
                  + " , "
                  + g.get(1)
                  + " vs "
                  + g.get(3);
        });
  }

  private String size(Tagged q, String surface, String width, String height) {
    return q.tag(
        surface,
        new Meaning.OfCondition(
            "prompt",
            new Filter(
                model.fact("width").expression()
                    + " = "
                    + width
                    + " AND "
                    + model.fact("height").expression()
                    + " = "
                    + height,
                width + " × " + height + " pixels")));
  }

  void comparative(Tagged q, String words, String fact) {
    q.rewrite(
        words
            + "(?= (?:<N>|twice|double|half|the average|average|mean|usual|typical|overall|median|p ?[0-9]{2}|[0-9]{2}(?:th|st|nd|rd) percentile))",
        g ->
            factTag(q, fact)
                + (comparisonOf(g.get(0)) == Comparison.LESS || g.get(0).startsWith("less")
                    ? " less than"
                    : " more than"));
  }
}
