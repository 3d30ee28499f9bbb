package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import java.util.List;
import java.util.Optional;

/**
 * A measure of some rows that follows from totals of parts of them: a count, or a mean.
 *
 * @param total what to add up
 * @param count what to divide by, for a mean
 */
record Additive(Measure measure, Measure total, Optional<Measure> count) {
  private static final String MEAN = "avg(";

  /** Takes the measure's expression, {@code count(*) …} or {@code avg(…)}, apart. */
  static Additive of(Measure measure) {
    String name = measure.name();
    String expression = measure.expression();
    if (expression.startsWith("count(*)")) {
      return new Additive(measure, part(measure, name + "_total", expression), Optional.empty());
    }
    if (expression.startsWith(MEAN) && isOneCall(expression)) {
      String of = expression.substring(MEAN.length(), expression.length() - 1);
      return new Additive(
          measure,
          part(measure, name + "_total", "sum(" + of + ")"),
          Optional.of(part(measure, name + "_count", "count(" + of + ")")));
    }
    throw new IllegalArgumentException(
        "%s must be count(*) or avg(…) to be added up, but was: %s".formatted(name, expression));
  }

  /** The same where every row has what the measure is the mean of: each counts. */
  Additive overAllRows() {
    return count.isEmpty()
        ? this
        : new Additive(measure, total, Optional.of(part(measure, "all_rows", "count(*)")));
  }

  /** A figure of the same rows as the measure's. */
  static Measure part(Measure of, String name, String expression) {
    return new Measure(
        name,
        name,
        of.synonyms(),
        of.entity(),
        expression,
        of.unit(),
        of.format(),
        of.higherIsWorse(),
        of.simulated(),
        of.definition(),
        of.source());
  }

  /** What to split figures of the same rows by. */
  static Dimension by(Measure of, String name, String expression, Dimension.Type type) {
    return new Dimension(
        name,
        of.label(),
        List.of(),
        of.entity(),
        expression,
        type,
        List.of(),
        false,
        false,
        false,
        of.simulated(),
        of.definition(),
        of.source());
  }

  private static boolean isOneCall(String expression) {
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && c == ')') {
        return i == expression.length() - 1;
      }
    }
    return false;
  }
}
