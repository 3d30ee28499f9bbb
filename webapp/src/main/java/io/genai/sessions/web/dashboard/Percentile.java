package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Measure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A measure that is a percentile.
 *
 * @param of what it is a percentile of
 * @param share how much lies below it, 0 to 1
 */
record Percentile(String of, double share) {
  private static final Pattern EXPRESSION = Pattern.compile("quantile_cont\\((.+), ([0-9.]+)\\)");

  /** The percentile that the measure is, if it is one. */
  static Optional<Percentile> of(Measure measure) {
    Matcher matcher = EXPRESSION.matcher(measure.expression());
    return matcher.matches()
        ? Optional.of(new Percentile(matcher.group(1), Double.parseDouble(matcher.group(2))))
        : Optional.empty();
  }
}
