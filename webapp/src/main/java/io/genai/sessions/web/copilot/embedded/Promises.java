package io.genai.sessions.web.copilot.embedded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a question that promise something of the query, wherever they stand and whoever read
 * them: a superlative an order or an extreme, "not" a negation, "p95" that quantile, "per user" the
 * users. A query that lacks it answers another question, so it is not shown.
 */
final class Promises {
  /** A word, and what a query that took account of it holds. */
  private record Promise(Pattern said, Pattern kept) {
    static Promise of(String said, String kept) {
      return new Promise(
          Pattern.compile(" (" + said + ")(?= )"), Pattern.compile(kept, Pattern.DOTALL));
    }

    /** The words that were said though the query does not keep to them. */
    Optional<String> check(String question, String sql) {
      Matcher words = said.matcher(question);
      return words.find() && !kept.matcher(sql).find()
          ? Optional.of(words.group(1).strip())
          : Optional.empty();
    }
  }

  private static final String NOT =
      "\\bNOT\\b|<>|IS NULL|= 0\\b|< 1\\b|<= 0|= 1\\b|bool_and|EXCEPT|CASE|success_rate|nullif|arg_m|coalesce| AS is_";
  private static final String PLACE =
      "nth_of|is_last|list\\(|lag\\(|lead\\(|LIMIT|row_number|rank\\(|min\\(|max\\(|arg_m|_status|first_|last_|PRECEDING|hours_since|seconds_since|AS place|larger|> 1\\b|>= 2\\b";
  private static final String AFTER =
      "nth_of|lag\\(|lead\\(|row_number|_status|PRECEDING|since_|first_|hours_|HAVING|list\\(";
  private static final String ORDER =
      "DESC|LIMIT|row_number|rank\\(|max\\(|min\\(|OVER \\(|ntile|_requests?_|longest|friction_decile";

  private static final String TWO_ENDS =
      "min\\(.*max\\(|max\\(.*min\\(|nth_of.*is_last|FILTER.*FILTER|list\\(.*list\\(|arg_min.*arg_max|arg_max.*arg_min|first_.*last_|ntile|(?s)ASC.*DESC";

  private static final List<Promise> PROMISES =
      List.of(
          Promise.of("corr\\w*", "corr\\("),
          Promise.of("share|fraction|proportion|percentage", " / |avg\\(|quantile"),
          Promise.of("medians?", "median\\(|quantile_cont\\("),
          Promise.of(
              "(?:each|every|per|by|into) (?:[a-z]+ ){0,2}(?:quartile|quintile|decile)s?",
              "ntile\\("),
          Promise.of("percentiles?|quartiles?", "quantile_cont\\(|ntile\\("),
          Promise.of("standard deviations?|stddev", "stddev\\("),
          Promise.of(
              "in a row|consecutive|(?:run|streak|series|string|stretch) of",
              "PRECEDING|previous_status|next_status|since_previous|hours_since|AS run"),
          Promise.of("cumulative|running total|running sum|rolling|moving average", "OVER \\("),
          Promise.of("divided by|ratio", "/"),
          Promise.of("on average", "avg\\(| / |median\\(|quantile"),
          // One figure of the first rows is no list of them.
          Promise.of(
              "(?:average|mean|median|total) (?:[a-z]+ ){1,3}(?:of|for|in|over|across) (?:the )?(?:top |[0-9]+ (?:most )?[a-z]+est )[a-z0-9 ]*",
              "LIMIT [0-9]+\\)|LIMIT \\(|row_number|^WITH"),
          Promise.of(
              "by how much|how much (?:more|less|higher|lower|longer|slower|faster)", " - | / "),
          Promise.of("interquartile(?: range)?|iqr", "0\\.75.*0\\.25"),
          Promise.of(
              "only ever|(?:ever )?exclusively|nothing but|sticks? to|stuck to|always",
              "bool_and|NOT IN|EXCEPT|HAVING|success_rate|= 1\\b"),
          Promise.of(
              "new (?:[a-z0-9,()…] ?){0,60}(?:and|vs|versus|or) (?:the )?returning|new (?:vs|versus|and|against|or) (?:returning|old|existing|recurring)|returning (?:vs|versus|and|against|or) new",
              "CASE|FILTER| AS is_"),
          Promise.of(
              "(?:cheapest|smallest|shortest|fastest|lowest|fewest|least|worst|quietest|earliest|oldest|first)(?: [a-z]+)? (?:and|&) (?:the )?(?:most|priciest|biggest|largest|longest|slowest|highest|best|busiest|latest|newest|last)",
              TWO_ENDS),
          Promise.of(
              "(?:most|priciest|biggest|largest|longest|slowest|highest|best|busiest|latest|newest|last)(?: [a-z]+)? (?:and|&) (?:the )?(?:cheapest|smallest|shortest|fastest|lowest|fewest|least|worst|quietest|earliest|oldest|first)",
              TWO_ENDS),
          Promise.of(
              "distribution|histogram|break\\w*(?: [a-z]+){0,3} down|broken down|split(?: up)? by|grouped? by",
              "GROUP BY"),
          Promise.of(
              "(?:than|above|below|exceeds?) (?:(?!percent)[a-z0-9.…]+ ){0,6}(?:of|in|for) (?:their|its|his|the same|own)",
              "OVER|list\\(|FILTER"),
          Promise.of(
              "slower|slowest|faster|fastest|quicker|quickest", "latency|epoch\\(|timestamp"),
          Promise.of(
              "cheaper|cheapest|pricier|priciest|costlier|costliest|(?:more|less|most|least) expensive",
              "cost"),
          Promise.of(
              "how long",
              "latency|epoch\\(|date_diff|timestamp|word_count|length|AS run|PRECEDING|session_(?:start|end)"),
          Promise.of(
              "(?<=^ )(?:which|list)(?! share| percent| fraction| proportion| of)",
              "GROUP BY|max\\(|min\\("),
          Promise.of("(?<=^ )who", "user"),
          Promise.of(
              "(?:which|what) (?:[a-z]+ ){1,3}(?:has|have|had) (?:neither|no)",
              "HAVING|NOT IN|= 0"),
          Promise.of(
              "others? (?:requests?|sessions?|users?|customers?|people|devices?|tiers?|regions?)",
              "NOT|<>| AS is_|CASE"),
          Promise.of(
              "(?:start|starts|started|begin|begins|began|open|opens|opened) with(?= (?:an? )?(?:fail|succe|time|error|retr|safety|rate|model error))",
              AFTER),
          Promise.of("how many of (?:them|those|these)", "FILTER|avg\\("),
          Promise.of(
              "kinds? of (?:images?|prompts?|requests?|sessions?|users?|people)", "GROUP BY"),
          Promise.of(
              "(?:more|less|fewer|higher|lower|greater|longer|shorter|larger|smaller|better|worse|slower|faster) than (?:[a-z]+ ){0,3}(?:[0-9]{2,}|[02-9]|[0-9]+\\.[0-9]+|average|mean|median|overall|usual)",
              "[<>]|BETWEEN|= "),
          Promise.of(
              "(?<!the )(?<![0-9] )(?:second|third|fourth|fifth)(?! half| quarter| week)",
              PLACE + "|0\\.[0-9]"),
          Promise.of(
              "(?:right |straight |directly |just )?(?:after|before|following) (?:an? |the |another )?(?:success|successful|failure|failed|failing|timeouts?|error)",
              AFTER),
          Promise.of(
              "(?:their|his|its|each user 's|each session 's) (?:very )?(?:first|last|next|previous)",
              PLACE));

  /** Where the groups are not put in the order of a figure anyway. */
  private static final Promise EXTREME =
      Promise.of(
          "(?<!at )(?:most|least)(?! of | recent)|highest|lowest|fewest|largest|smallest|longest|shortest|slowest|fastest|busiest|quietest|cheapest|priciest|costliest|biggest|mostly",
          ORDER);

  /** Where no condition was read that says so itself ("without a problem"). */
  private static final Promise NEGATION =
      Promise.of(
          "(?<!vs )(?<!versus )(?<!or )not(?! counting| only| including)|never|(?<!with and |with or |with vs |with versus )without|none|neither|nor|except|excluding|other than|outside(?: of)?|leaving out|ignoring|apart from|aside from|no (?=[a-z])",
          NOT);

  private static final Pattern QUANTILE =
      Pattern.compile(" (?:p ?([0-9]{2})|([0-9]{2})(?:th|st|nd|rd) percentile)(?= )");

  /** "Is the error rate higher for long prompts?" needs both sides. */
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          " (?:is|are|do|does|did|was|were) [^?.:;]*\\b(higher|lower|more often|less often|better|worse|longer|shorter|slower|faster|cheaper|pricier|more expensive)\\b[^?.:;]*[?] ?");

  private static final Pattern SEVERAL =
      Pattern.compile(" (?:and|plus|vs|versus|with|or|compared|,|as well as|&) ");

  private static final Pattern OWNER =
      Pattern.compile(
          " (?:per|each|every)(?: (?:active|single|individual|registered))? (users?|customers?|sessions?|visits?|person|account|member)(?= )");

  /** "per week" is a split along the calendar. */
  private static final Pattern GRAIN =
      Pattern.compile(
          "(?<! in| of| on)(?: per| by| each| every)(?: calendar| single| individual| cohort| signup| sign up)? (day|week|month|quarter|year)s?(?= (?!of ))");

  /** What splits or marks off a day, week or month without truncating to it. */
  private static final Pattern CALENDAR =
      Pattern.compile("cohort_week|signup_date|date_diff|DATE\\b|INTERVAL");

  private Promises() {}

  /**
   * What was promised and is not there.
   *
   * @param whole the whole question, before it was read
   * @param ranked whether the rows stand in the order of a figure
   */
  static Set<String> broken(Tagged whole, String sql, boolean ranked) {
    String question = whole.spelledOut();
    Set<String> broken = new LinkedHashSet<>();
    PROMISES.forEach(promise -> promise.check(question, sql).ifPresent(broken::add));
    if (!ranked) {
      EXTREME.check(question, sql).ifPresent(broken::add);
    }
    NEGATION.check(whole.text(), sql).ifPresent(broken::add);
    // Figures that have nothing to do with each other are only shown together if that was asked
    // for.
    if (sql.contains("CROSS JOIN") && !SEVERAL.matcher(question).find()) {
      broken.add("several figures");
    }
    Matcher asked = YES_OR_NO.matcher(question);
    if (asked.matches() && !sql.contains("GROUP BY") && !sql.contains("corr(")) {
      broken.add(asked.group(1));
    }
    Matcher quantile = QUANTILE.matcher(question);
    while (quantile.find()) {
      String digits = quantile.group(1) == null ? quantile.group(2) : quantile.group(1);
      String part = "0\\.0*" + digits.replaceFirst("0$", "") + "0?\\b";
      boolean median = digits.equals("50") && sql.contains("median(");
      if (!median && !Pattern.compile(part).matcher(sql).find()) {
        broken.add(quantile.group().strip());
      }
    }
    Matcher grain = GRAIN.matcher(question);
    while (grain.find()) {
      boolean otherwise =
          CALENDAR.matcher(sql).find()
              && !(grain.group(1).matches("month|quarter|year") && sql.contains("cohort_week"));
      if (!sql.contains("date_trunc('" + grain.group(1) + "'") && !otherwise) {
        broken.add(grain.group().strip());
      }
    }
    Matcher owner = OWNER.matcher(question);
    while (owner.find()) {
      boolean session = owner.group(1).matches("sessions?|visits?");
      if (!sql.contains(session ? "session" : "user")) {
        broken.add(owner.group().strip());
      }
    }
    return broken;
  }
}
