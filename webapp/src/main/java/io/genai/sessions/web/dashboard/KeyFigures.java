package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.Formats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The figures at the top of the dashboard. */
@Service
final class KeyFigures {
  private static final String[] MEASURES = {
    "average_friction",
    "error_rate",
    "p95_latency",
    "cost_per_session",
    "churn_rate",
    "active_users"
  };
  // Below this, a change would show as 0.0.
  private static final double SMALLEST_CHANGE = 0.0005;

  private final Figures figures;

  KeyFigures(Figures figures) {
    this.figures = figures;
  }

  List<KeyFigure> load(Filters filters, DataVersion version) {
    Map<String, Optional<Double>> totals = total(filters);
    Optional<Period.Comparison> comparison = Period.comparison(filters, version);
    Map<Boolean, Map<String, Optional<Double>>> halves =
        comparison.map(both -> halves(filters, both)).orElse(Map.of());
    Map<String, Optional<Double>> current = halves.getOrDefault(true, Map.of());
    Map<String, Optional<Double>> before = halves.getOrDefault(false, Map.of());
    Map<String, List<Optional<Double>>> lines = lines(filters, Period.of(filters, version));
    List<KeyFigure> all = new ArrayList<>();
    for (String name : MEASURES) {
      Measure measure = figures.model().measure(name);
      Optional<KeyFigure.Change> change =
          comparison.flatMap(
              both -> change(measure, value(current, name), value(before, name), both.words()));
      all.add(
          new KeyFigure(measure, totals.get(name), change, lines.getOrDefault(name, List.of())));
    }
    return all;
  }

  private Map<String, Optional<Double>> total(Filters filters) {
    return figures.list(figures.query(filters, MEASURES), KeyFigures::values).get(0);
  }

  /** The figures of the period before (false) and of the current one (true), which follows it. */
  private Map<Boolean, Map<String, Optional<Double>>> halves(
      Filters filters, Period.Comparison both) {
    Period span = new Period(both.before().first(), both.current().last());
    Dimension isCurrent = Period.since("is_current", both.current().first());
    Map<Boolean, Map<String, Optional<Double>>> halves = new HashMap<>();
    figures.list(
        figures.query(span.applyTo(filters), MEASURES).by(isCurrent),
        row -> halves.put(row.bool(isCurrent.name()), values(row)));
    return halves;
  }

  private static Optional<Double> value(Map<String, Optional<Double>> values, String name) {
    return values.getOrDefault(name, Optional.empty());
  }

  private Map<String, List<Optional<Double>>> lines(Filters filters, Period period) {
    MetricQuery byTime = figures.query(filters, MEASURES).by(figures.by(period.grain()));
    Map<String, List<Optional<Double>>> lines = new TreeMap<>();
    for (Map<String, Optional<Double>> moment : figures.list(byTime, KeyFigures::values)) {
      moment.forEach(
          (name, value) -> lines.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
    }
    return lines;
  }

  private static Map<String, Optional<Double>> values(Row row) {
    Map<String, Optional<Double>> values = new TreeMap<>();
    for (String name : MEASURES) {
      values.put(name, row.optional(name, row::number));
    }
    return values;
  }

  private static Optional<KeyFigure.Change> change(
      Measure measure, Optional<Double> current, Optional<Double> before, String periods) {
    if (current.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    double difference = current.get() - before.get();
    boolean share = measure.unit() == Unit.SHARE;
    if (!share && before.get() == 0) {
      return Optional.empty();
    }
    double moved = share ? difference : difference / before.get();
    String amount = share ? Formats.points(moved) : Formats.change(moved);
    return Optional.of(new KeyFigure.Change(amount, verdict(measure, moved), periods));
  }

  private static KeyFigure.Verdict verdict(Measure measure, double moved) {
    if (Math.abs(moved) < SMALLEST_CHANGE) {
      return KeyFigure.Verdict.NEUTRAL;
    }
    return measure.higherIsWorse() == (moved > 0)
        ? KeyFigure.Verdict.WORSE
        : KeyFigure.Verdict.BETTER;
  }
}
