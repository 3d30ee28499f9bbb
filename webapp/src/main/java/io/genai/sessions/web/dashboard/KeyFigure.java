package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Measure;
import java.util.List;
import java.util.Optional;

/**
 * One figure at the top of the dashboard.
 *
 * @param value the figure over all days shown; empty where nothing is known
 * @param change against the period before
 * @param line the figure over time
 */
record KeyFigure(
    Measure measure, Optional<Double> value, Optional<Change> change, List<Optional<Double>> line) {

  KeyFigure {
    line = List.copyOf(line);
  }

  /** Whether people want the figure to go where it went. */
  enum Verdict {
    BETTER,
    WORSE,
    NEUTRAL
  }

  /**
   * How a figure moved.
   *
   * @param amount with sign and unit: "+12.5%" of the figure before, "−1.2 pp" for a share
   * @param periods which days are held against which
   */
  record Change(String amount, Verdict verdict, String periods) {}
}
