package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.Formats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final Tallies tallies;

  KeyFigures(Figures figures, Tallies tallies) {
    this.figures = figures;
    this.tallies = tallies;
  }

  List<KeyFigure> load(Filters filters) {
    Span span = tallies.span(filters);
    Map<String, Map<Comparable<?>, Optional<Double>>> lines = new HashMap<>();
    for (String name : MEASURES) {
      lines.put(name, figure(name, filters).shown(span).by(span.grain()));
    }
    Set<Comparable<?>> times = new TreeSet<>();
    lines.values().forEach(line -> times.addAll(line.keySet()));
    List<KeyFigure> all = new ArrayList<>();
    for (String name : MEASURES) {
      Measure measure = figures.model().measure(name);
      Figure<?> figure = figure(name, filters);
      Map<Comparable<?>, Optional<Double>> halves = figure.by(Span.IS_CURRENT);
      Optional<KeyFigure.Change> change =
          span.comparison()
              .flatMap(
                  both -> change(measure, value(halves, true), value(halves, false), both.words()));
      List<Optional<Double>> line =
          times.stream().map(time -> value(lines.get(name), time)).toList();
      all.add(new KeyFigure(measure, figure.shown(span).all(), change, line));
    }
    return all;
  }

  private Figure<?> figure(String name, Filters filters) {
    return tallies.figure(figures.model().measure(name), filters);
  }

  private static Optional<Double> value(
      Map<Comparable<?>, Optional<Double>> values, Comparable<?> of) {
    return values.getOrDefault(of, Optional.empty());
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
