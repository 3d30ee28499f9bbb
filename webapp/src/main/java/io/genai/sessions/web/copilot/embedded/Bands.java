package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes dimensions that the model does not name: bands of a fact, conditions, periods. */
final class Bands {
  private static final Pattern BAND =
      Pattern.compile("((?:mid |very |medium )?[a-z]+(?: sized?| length)?) \\( ([^()]*) \\)");

  /** Only active users have rows to sum up. */
  static final Filter ACTIVE =
      new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation");

  private static final String NUMBER = "[0-9.]*[0-9]";
  private static final String UNIT =
      "(?: (?:s|secs?|seconds?|generations?|requests?|images?|gens?|minutes?|mins?|words?|credits?|steps?|sessions?|ms|milliseconds?))?";
  private static final Pattern UNITS =
      Pattern.compile("(?:[0-9]|more|longer|over|above|up|less|fewer) ([a-z]+)");
  private static final String RANGE =
      "(?:(?:requests? |sessions? |prompts? |images? )?(?:under|less than|below|up to|at most|fewer than) "
          + NUMBER
          + UNIT
          + "|(?:from )?"
          + NUMBER
          + UNIT
          + " to (?:under |less than |below |just under )?"
          + NUMBER
          + UNIT
          + "|(?:over|more than|at least|above) "
          + NUMBER
          + UNIT
          + "|"
          + NUMBER
          + UNIT
          + " (?:or more|or longer|or over|and more|and over|and above|or above|and up|plus|or less|or fewer)"
          + UNIT
          + ")";

  /** A band of one number, before others: "1, 2 to 5, 6 or more". */
  private static final String ONE =
      "(?:(?:exactly|just|only) )?(?:[0-9]+|one|two|three)" + UNIT + "(?: only)? ";

  private static final String AND = "(?:, )?(?:and |or |vs )?";
  private static final String NEXT = "(?:(?: ,)?(?: and| or| vs)? " + RANGE + ")";

  private Bands() {}

  /** "low (less than 1), medium (1 to less than 2) and high (2 or more)", before words are read. */
  static void tag(Tagged q) {
    String band = "(?:mid |very |medium )?[a-z]+(?: sized?| length)? \\( [^()]*[0-9][^()]* \\)";
    q.rewrite(
        band + "(?:(?: ,)?(?: and| or| vs)? " + band + ")+",
        g -> {
          List<String> labels = new ArrayList<>();
          List<String> limits = new ArrayList<>();
          Matcher matcher = BAND.matcher(g.get(0));
          while (matcher.find()) {
            labels.add(matcher.group(1));
            limits.add(limit(matcher.group(2)));
          }
          return q.tag(g.get(0), new Meaning.OfBands(labels, limits, unit(g.get(0))));
        });
    q.rewrite(
        "(?:(?:"
            + ONE
            + AND
            + ")*"
            + RANGE
            + NEXT
            + "+|(?=(?:0|1|one) )(?:"
            + ONE
            + AND
            + ")+"
            + RANGE
            + NEXT
            + "*)",
        g -> {
          List<String> labels = new ArrayList<>();
          List<String> limits = new ArrayList<>();
          Matcher matcher = Pattern.compile(RANGE + "|" + ONE).matcher(g.get(0));
          while (matcher.find()) {
            labels.add(matcher.group().strip());
            limits.add(limit(matcher.group()));
          }
          boolean complete =
              limits.get(limits.size() - 1).isEmpty()
                  && limits.subList(0, limits.size() - 1).stream().noneMatch(String::isEmpty);
          if (!complete) {
            return g.get(0);
          }
          return q.tag(g.get(0), new Meaning.OfBands(labels, limits, unit(g.get(0))));
        });
  }

  private static String unit(String words) {
    Matcher matcher = UNITS.matcher(words);
    while (matcher.find()) {
      if (!matcher.group(1).matches("to|or|and|vs|plus|than")) {
        return Words.singular(matcher.group(1));
      }
    }
    return "";
  }

  /** The upper limit that the words state, as SQL; empty: none. */
  private static String limit(String words) {
    Matcher number = Pattern.compile("[0-9.]*[0-9]").matcher(words);
    String last = "";
    while (number.find()) {
      last = number.group();
    }
    boolean open =
        words.matches(
                ".*(or more|and more|or higher|and above|or above|and up|or over|or longer|plus).*")
            || words.matches(
                " ?(more than|over|above|at least|greater than|from) [0-9.]+ ?(?:[a-z]+ ?)?");
    if (open || last.isEmpty()) {
      return "";
    }
    boolean below = words.matches(".*(less than|below|under|fewer than).*");
    return (below ? "< " : "<= ") + last;
  }

  static Dimension dimension(Fact fact, Meaning.OfBands bands) {
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < bands.labels().size(); i++) {
      String limit = scaled(bands.limits().get(i), fact, bands.unit());
      sql.append(limit.isEmpty() ? " ELSE " : " WHEN " + fact.expression() + " " + limit + " THEN ")
          .append("'" + bands.labels().get(i) + "'");
    }
    return of(
        fact.name() + "_band",
        fact.label() + " band",
        fact.entity(),
        sql.append(" END").toString(),
        Dimension.Type.TEXT);
  }

  /** How many of these rows a user has. */
  static Dimension countOfUser(Entity counted) {
    return of(
        counted.plural() + "_of_user",
        counted.plural() + " of the user",
        "user",
        "(SELECT count(*) FROM %s AS %s WHERE %s.user_id = u.user_id)"
            .formatted(counted.relation(), counted.alias(), counted.alias()),
        Dimension.Type.INTEGER);
  }

  /** How many of these rows a user has, to be put into bands. */
  static Fact ofUser(Entity counted) {
    return ofUser(counted, counted.plural() + "_of_user", counted.plural(), "count(*)", Unit.COUNT);
  }

  /** What the fact adds up to over all rows of a user. */
  static Fact ofUser(Entity rows, Fact fact) {
    return ofUser(
        rows,
        fact.name() + "_of_user",
        fact.label(),
        "sum(" + fact.expression() + ")",
        fact.unit());
  }

  private static Fact ofUser(Entity rows, String name, String label, String sum, Unit unit) {
    return new Fact(
        name,
        label + " of the user",
        List.of(),
        "user",
        "(SELECT %s FROM %s AS %s WHERE %s.user_id = u.user_id)"
            .formatted(sum, rows.relation(), rows.alias(), rows.alias()),
        unit,
        Format.DECIMAL,
        false,
        false,
        false,
        List.of(),
        List.of(),
        label,
        new SourceLine("question", 1));
  }

  private static String scaled(String limit, Fact fact, String unit) {
    if (limit.isEmpty() || !unit.matches("s|sec|second|minute|min")) {
      return limit;
    }
    String[] parts = limit.split(" ", 2);
    return parts[0]
        + " "
        + Thresholds.inUnitOf(
                fact.unit(),
                new java.math.BigDecimal(parts[1]),
                unit.startsWith("s") ? "seconds" : "minutes")
            .toPlainString();
  }

  static Dimension time(String name, String expression) {
    return of(name, name, Dimension.TIME, expression, Dimension.Type.TEXT);
  }

  static Dimension condition(OfCondition condition) {
    String name =
        condition
            .filter()
            .words()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^only ", "")
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    return of(
        "is_" + name,
        condition.filter().words(),
        condition.entity(),
        condition.filter().condition(),
        Dimension.Type.BOOLEAN);
  }

  static Dimension of(String name, String label, String entity, String sql, Dimension.Type type) {
    return new Dimension(
        name,
        label,
        List.of(),
        entity,
        sql,
        type,
        List.of(),
        true,
        false,
        false,
        false,
        label,
        new SourceLine("question", 1));
  }
}
