package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition on rows. Values are escaped by the factories here; {@code condition} must come from
 * them or from the semantic model, never from a user's text.
 *
 * @param condition a boolean DuckDB expression that calls entities by their aliases and the
 *     measure's own time {@code {time}}
 * @param words the condition in plain words
 */
public record Filter(String condition, String words) {

  /** How a value is compared. */
  public enum Comparison {
    LESS("<", "less than"),
    AT_MOST("<=", "at most"),
    EQUAL("=", "equal to"),
    NOT_EQUAL("<>", "other than"),
    AT_LEAST(">=", "at least"),
    MORE(">", "more than");

    private final String sign;
    private final String words;

    Comparison(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    /** Its SQL sign. */
    public String sign() {
      return sign;
    }

    /** It in words. */
    public String words() {
      return words;
    }
  }

  /**
   * Rows whose dimension has this value.
   *
   * @throws WarehouseException USER if the value is not of the dimension's type
   */
  public static Filter equal(Dimension dimension, Object value) {
    return new Filter(
        dimension.type() == Dimension.Type.BOOLEAN
            ? (Boolean.parseBoolean(value.toString()) ? "" : "NOT ") + dimension.expression()
            : dimension.expression() + " = " + literal(dimension, value),
        dimension.label() + " is " + value);
  }

  /** Rows whose dimension has one of these values; none of them: no row. */
  public static Filter in(Dimension dimension, Collection<?> values) {
    if (values.size() == 1) {
      return equal(dimension, values.iterator().next());
    }
    if (values.isEmpty()) {
      return new Filter("false", "no " + dimension.label());
    }
    return new Filter(
        values.stream()
            .map(value -> literal(dimension, value))
            .collect(Collectors.joining(", ", dimension.expression() + " IN (", ")")),
        values.stream()
            .map(Object::toString)
            .collect(Collectors.joining(" or ", dimension.label() + " is ", "")));
  }

  /** Rows whose dimension compares so. */
  public static Filter compare(Dimension dimension, Comparison comparison, Object value) {
    return new Filter(
        dimension.expression() + " " + comparison.sign() + " " + literal(dimension, value),
        dimension.label() + " is " + comparison.words() + " " + value);
  }

  /** Rows whose number compares so. */
  public static Filter compare(Fact fact, Comparison comparison, BigDecimal value) {
    return new Filter(
        fact.expression() + " " + comparison.sign() + " " + value.toPlainString(),
        fact.label() + " is " + comparison.words() + " " + value.toPlainString());
  }

  /** Rows whose text holds {@code text}, in any case. */
  public static Filter contains(Dimension dimension, String text) {
    String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return new Filter(
        dimension.expression()
            + " ILIKE "
            + Expressions.literal("%" + pattern + "%")
            + (pattern.equals(text) ? "" : " ESCAPE '\\'"),
        dimension.label() + " mentions “" + text + "”");
  }

  /** Rows from {@code from} on and before {@code until}, by the measure's own time (UTC). */
  public static Filter during(LocalDateTime from, LocalDateTime until) {
    return new Filter(
        "{time} >= " + timestamp(from) + " AND {time} < " + timestamp(until),
        "from " + words(from) + " until before " + words(until));
  }

  /** Rows of the segment. */
  public static Filter of(Segment segment) {
    return new Filter(segment.condition(), "only " + segment.label());
  }

  /** Rows for which the filter does not hold. */
  public static Filter not(Filter filter) {
    return new Filter("NOT (" + filter.condition() + ")", "not (" + filter.words() + ")");
  }

  /** Rows for which at least one holds. */
  public static Filter any(List<Filter> filters) {
    return filters.size() == 1
        ? filters.get(0)
        : new Filter(
            filters.stream().map(Filter::condition).collect(Collectors.joining(" OR ", "(", ")")),
            filters.stream().map(Filter::words).collect(Collectors.joining(" or ")));
  }

  /** Rows whose dimension is known. */
  public static Filter known(Dimension dimension) {
    return new Filter(dimension.expression() + " IS NOT NULL", dimension.label() + " is known");
  }

  static String literal(Dimension dimension, Object value) {
    String text = value.toString();
    try {
      return switch (dimension.type()) {
        case TEXT -> Expressions.literal(text);
        case INTEGER, DECIMAL -> new BigDecimal(text).toPlainString();
        case BOOLEAN -> Boolean.toString(Boolean.parseBoolean(text));
        case DATE -> "DATE '" + LocalDate.parse(text) + "'";
        case TIMESTAMP -> timestamp(LocalDateTime.parse(text));
      };
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw new WarehouseException(
          WarehouseException.Code.USER,
          "%s must be of type %s, but was: %s".formatted(dimension.name(), dimension.type(), text),
          e);
    }
  }

  static String timestamp(LocalDateTime moment) {
    return "TIMESTAMP '" + words(moment) + "'";
  }

  private static String words(LocalDateTime moment) {
    return moment.toLocalTime().toSecondOfDay() == 0
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }
}
