package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;

/** Hours of the day: "between 9 and 17 o'clock", "from 22:00 to 06:00", "after 6 pm". */
final class Clock {
  private Clock() {}

  static void tag(Tagged q) {
    q.rewrite(
        "hours? ([0-9]{1,2}) (?:to|until|through) ([0-9]{1,2})((?: \\( [a-z]+ \\))?) (and|vs|versus|or|with|to) (?:hours? )?([0-9]{1,2}) (?:to|until|through) ([0-9]{1,2})",
        g ->
            hours(q, g.get(0), Integer.parseInt(g.get(1)), Integer.parseInt(g.get(2)) + 1)
                + " "
                + g.get(3)
                + " "
                + g.get(4)
                + " "
                + hours(q, g.get(0), Integer.parseInt(g.get(5)), Integer.parseInt(g.get(6)) + 1));
    q.rewrite(
        "(?:in |during |for |between |from )?(?:the )?hours? ([0-9]{1,2}) (?:to|until|through|and) ([0-9]{1,2})",
        g -> hours(q, g.get(0), Integer.parseInt(g.get(1)), Integer.parseInt(g.get(2)) + 1));
    String part =
        "(?:at|in|during|on|for)(?: the)? (night|morning|afternoon|evening|daytime|noon|day)s? \\( ([0-9]{1,2}) to ([0-9]{1,2}) ?(?:h|hours|o'clock|utc)? \\)";
    boolean touching =
        !q.has(part + ".*" + part)
            || q.has("\\( [0-9]{1,2} to ([0-9]{1,2}) ?(?:h|hours|o'clock|utc)? \\).*\\( \\1 to .*");
    q.rewrite(
        part,
        g -> {
          int until = Integer.parseInt(g.get(3));
          boolean inclusive = !touching && until < 24;
          return hours(q, g.get(0), Integer.parseInt(g.get(2)), inclusive ? until + 1 : until);
        });
    q.rewrite("(and|to|until|till|before) midnight", g -> g.get(1) + " 24 o'clock");
    q.rewrite("(between|from|after|since) midnight", g -> g.get(1) + " 0 o'clock");
    q.rewrite(
        "(between|from|after|since|and|to|until|till|before) (?:noon|midday)",
        g -> g.get(1) + " 12 o'clock");
    String span = "([0-9]{1,2}) to ([0-9]{1,2})";
    q.rewrite(
        "(?:(?:per|by|in|into|for each|for) )?(?:(?:two|three|four|six|[0-9]) )?(?:hour|time)(?: of(?: the)? day)? (?:bands?|blocks?|buckets?|ranges?|windows?|groups?)(?: (?:,|\\(|of))* ([0-9]{1,2} to [0-9]{1,2}(?:(?: ,)?(?: and)? [0-9]{1,2} to [0-9]{1,2})+)(?: hours?| o'clock)?(?: \\))?",
        g -> {
          java.util.regex.Matcher bands = java.util.regex.Pattern.compile(span).matcher(g.get(1));
          StringBuilder periods = new StringBuilder();
          while (bands.find()) {
            int until = Integer.parseInt(bands.group(2));
            boolean shared = g.get(1).matches(".* " + until + " to .*") || until == 24;
            periods
                .append(periods.isEmpty() ? "" : " and ")
                .append(
                    hours(
                        q,
                        bands.group(),
                        Integer.parseInt(bands.group(1)),
                        shared ? until : until + 1));
          }
          return periods.toString();
        });
    q.rewrite("(?:, )?utc(?= |$)", "");
    String hour = "([0-9]{1,2}) ?(am|pm|o'clock|h|hours|hour|utc)?";
    q.rewrite(
        "(?:between |from )?"
            + hour
            + " (?:and|to|up to|until|till|through|to before|to just before|up to before)(?: \\( ?not including ?\\)| but not including| just before)? "
            + hour
            + "(?: \\( ?(?:exclusive|not included) ?\\))?",
        g -> {
          boolean said = g.get(0).startsWith("between") || g.get(0).startsWith("from");
          if ((g.get(2).isEmpty() && g.get(4).isEmpty())
              || (!said && !(g.get(2) + g.get(4)).matches(".*(?:am|pm|o'clock).*"))) {
            return g.get(0);
          }
          int from = hour(g.get(1), g.get(2).isEmpty() ? g.get(4) : g.get(2));
          int until = hour(g.get(3), g.get(4));
          return from > 23 || until > 24 ? g.get(0) : hours(q, g.get(0), from, until);
        });
    q.rewrite(
        "(after|before|since|from|until) ([0-9]{1,2}) ?(am|pm|o'clock)",
        g -> {
          int limit = hour(g.get(2), g.get(3));
          return g.get(1).matches("before|until")
              ? hours(q, g.get(0), 0, limit)
              : hours(q, g.get(0), limit, 24);
        });
  }

  private static int hour(String number, String half) {
    int hour = Integer.parseInt(number);
    return half.equals("pm") && hour < 12 ? hour + 12 : half.equals("am") && hour == 12 ? 0 : hour;
  }

  private static String hours(Tagged q, String surface, int from, int until) {
    String hour = "extract(hour FROM {time})";
    String condition =
        from < until
            ? hour + " >= " + from + (until < 24 ? " AND " + hour + " < " + until : "")
            : "(" + hour + " >= " + from + " OR " + hour + " < " + until + ")";
    return q.tag(
        surface,
        new Meaning.OfPeriod(
            new Filter(condition, "between %d:00 and %d:00 UTC".formatted(from, until))));
  }
}
