package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Unit;
import java.math.BigDecimal;
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
}
