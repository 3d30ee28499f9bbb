package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings numbers into the unit of what they are compared with. */
final class Thresholds {
  private static final Map<String, Long> MILLISECONDS =
      Map.of(
          "milliseconds",
          1L,
          "seconds",
          1000L,
          "minutes",
          60_000L,
          "hours",
          3_600_000L,
          "days",
          86_400_000L);
  private static final Map<Unit, String> UNITS =
      Map.of(
          Unit.MILLISECONDS,
          "milliseconds",
          Unit.SECONDS,
          "seconds",
          Unit.MINUTES,
          "minutes",
          Unit.HOURS,
          "hours",
          Unit.DAYS,
          "days");

  private Thresholds() {}

  /** What to divide a figure by to have it in the unit; empty where it is no time. */
  static Optional<String> factor(Unit unit, String wanted) {
    String own = UNITS.get(unit);
    Long divisor = MILLISECONDS.get(wanted);
    return own == null || divisor == null
        ? Optional.empty()
        : Optional.of(
            java.math.BigDecimal.valueOf(divisor)
                .divide(
                    java.math.BigDecimal.valueOf(MILLISECONDS.get(own)),
                    java.math.MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString());
  }

  /** A latency said in seconds in milliseconds, a length said in hours in minutes. */
  static BigDecimal inUnitOf(Unit unit, BigDecimal value, String said) {
    String wanted = UNITS.get(unit);
    if (wanted == null || !MILLISECONDS.containsKey(said)) {
      return value;
    }
    BigDecimal milliseconds = value.multiply(BigDecimal.valueOf(MILLISECONDS.get(said)));
    return milliseconds
        .divide(BigDecimal.valueOf(MILLISECONDS.get(wanted)), java.math.MathContext.DECIMAL64)
        .stripTrailingZeros();
  }

  /** Users of whom a figure holds, as a condition on the user. */
  static Optional<Filter> ofOwner(SemanticModel model, Entity owner, OfThreshold threshold) {
    Measure measure = threshold.measure();
    String sql = measure.expression().replace("{time}", "g.timestamp");
    if (sql.matches("(?s).*\\bp\\..*")) {
      return Optional.empty();
    }
    Entity rows = model.entity(measure.entity());
    Optional<String> bound = Sql.bound(model, threshold, List.of(), List.of());
    return bound.map(
        value ->
            new Filter(
                "%s.%s IN (SELECT %s.%s FROM %s AS %s GROUP BY ALL HAVING %s %s)"
                    .formatted(
                        owner.alias(),
                        owner.key(),
                        rows.alias(),
                        owner.key(),
                        rows.relation(),
                        rows.alias(),
                        sql,
                        value),
                measure.label() + " " + threshold.comparison().comparison().words() + " " + value));
  }
}
