package io.genai.sessions.web.copilot.embedded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Reads numbers, written in digits or words, with what they count. */
final class NumberWords {
  static final Map<String, String> BY_WORD =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("fifteen", "15"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"),
          Map.entry("forty", "40"),
          Map.entry("fifty", "50"),
          Map.entry("hundred", "100"),
          Map.entry("thousand", "1000"));
  private static final List<String> ONES =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final String BELOW_HUNDRED =
      "(?:(?:%1$s)(?: (?:%2$s))?|%3$s)"
          .formatted(
              String.join("|", TENS), String.join("|", ONES.subList(0, 9)), String.join("|", ONES));
  private static final String WORDS = String.join("|", BY_WORD.keySet());

  private NumberWords() {}

  /** "two hundred and fifty" and all else that takes more than a word up to twelve. */
  static void digits(Tagged q) {
    q.rewrite(
        "(?:(%s|an?) hundred(?:(?: and)? (%s))?)"
            .formatted(String.join("|", ONES.subList(0, 9)), BELOW_HUNDRED),
        g ->
            String.valueOf(
                100 * (g.get(1).startsWith("a") ? 1 : small(g.get(1)))
                    + (g.get(2).isEmpty() ? 0 : small(g.get(2)))));
    q.rewrite(
        "((?:%s)(?: (?:%s))?|%s)"
            .formatted(
                String.join("|", TENS),
                String.join("|", ONES.subList(0, 9)),
                String.join("|", ONES.subList(12, 19))),
        g -> String.valueOf(small(g.get(1))));
  }

  /** A number below a hundred. */
  private static int small(String words) {
    int sum = 0;
    for (String word : Words.split(words)) {
      int ten = TENS.indexOf(word);
      sum += ten >= 0 ? 10 * (ten + 2) : ONES.indexOf(word) + 1;
    }
    return sum;
  }

  /** Fractions, before "quarter" is taken for a part of the year. */
  static void fractions(Tagged q) {
    q.rewrite("half an hour", "30 minutes");
    q.rewrite(
        "(than|over|under|least|most|above|below|exceeding|within|beyond|up to) an? (?:full |whole )?(hour|minute|second)",
        g -> g.get(1) + " 1 " + g.get(2));
    q.rewrite(
        "([0-9]*\\.?[0-9]+|"
            + WORDS
            + ") ?(hours?|hrs?|minutes?|mins?|seconds?|secs?)(?! (?:of|with|by|that|when|had|have))",
        g ->
            number(
                q,
                g.get(0),
                BY_WORD.getOrDefault(g.get(1), g.get(1)),
                g.get(2).startsWith("h")
                    ? "hours"
                    : g.get(2).startsWith("m") ? "minutes" : "seconds"));

    q.rewrite("(?:a |one )(quarter|third|fifth|tenth)(?= of)", g -> fraction(q, g.get(1)));
  }

  static void tag(Tagged q) {
    q.rewrite("(?:a )?(?:couple of)", "2");
    q.rewrite("(?:an? )?(hundred|thousand)", g -> BY_WORD.get(g.get(1)));
    q.rewrite("(?:a |one )?dozen", "12");
    q.rewrite(
        "(?:" + WORDS + ")(?! (?:of the|more time|and the same))", g -> BY_WORD.get(g.get(0)));
    q.rewrite(
        "(?:a |one |1 )(quarter|third|fifth|tenth)(?= of| (?:or more|or less))",
        g -> fraction(q, g.get(1)));
    q.rewrite(
        "(?:a |one )?half(?= of (?!<P>|the month))", g -> number(q, g.get(0), "0.5", "percent"));
    q.rewrite("([0-9]*\\.?[0-9]+)k", g -> g.get(1).contains(".") ? g.get(0) : g.get(1) + "000");
    q.rewrite(
        "([0-9]*\\.?[0-9]+) ?(?:percent|per cent|pct)",
        g ->
            q.tag(
                g.get(0),
                new Meaning.OfNumber(
                    new BigDecimal(g.get(1)).divide(BigDecimal.valueOf(100), MathContext.DECIMAL64),
                    "percent")));
    q.rewrite(
        "([0-9]*\\.?[0-9]+) ?(?:milliseconds?|ms|millis)",
        g -> number(q, g.get(0), g.get(1), "milliseconds"));
    q.rewrite(
        "([0-9]*\\.?[0-9]+) ?(?:seconds?|secs?|s)", g -> number(q, g.get(0), g.get(1), "seconds"));
    q.rewrite(
        "([0-9]*\\.?[0-9]+) ?(?:minutes?|mins?)", g -> number(q, g.get(0), g.get(1), "minutes"));
    q.rewrite(
        "([0-9]*\\.?[0-9]+) (?:hours?|hrs?)(?= |$)", g -> number(q, g.get(0), g.get(1), "hours"));
    q.rewrite(
        "([0-9]*\\.[0-9]+|[0-9]+\\.?)",
        g -> number(q, g.get(0), g.get(1).replaceAll("\\.$", ""), ""));
  }

  private static String fraction(Tagged q, String name) {
    BigDecimal parts =
        switch (name) {
          case "quarter" -> BigDecimal.valueOf(4);
          case "third" -> BigDecimal.valueOf(3);
          case "fifth" -> BigDecimal.valueOf(5);
          default -> BigDecimal.TEN;
        };
    return q.tag(
        "a " + name,
        new Meaning.OfNumber(BigDecimal.ONE.divide(parts, MathContext.DECIMAL64), "percent"));
  }

  private static String number(Tagged q, String surface, String digits, String unit) {
    return q.tag(surface, new Meaning.OfNumber(new BigDecimal(digits), unit));
  }
}
