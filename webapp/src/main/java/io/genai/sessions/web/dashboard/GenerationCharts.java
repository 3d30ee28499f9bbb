package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.ChartSpec.Kind;
import io.genai.sessions.web.shared.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Charts at the grain of a generation: latency, errors, time-outs. */
@Service
final class GenerationCharts {
  private static final String NO_GENERATION = "No generation passes these filters.";

  private final Figures figures;
  private final Tallies tallies;

  GenerationCharts(Figures figures, Tallies tallies) {
    this.figures = figures;
    this.tallies = tallies;
  }

  /** Latency p50, p95 and p99 over time. */
  ChartFigure latency(Filters filters) {
    Map<String, String> percentiles =
        Map.of("p50_latency", "low", "p95_latency", "middle", "p99_latency", "high");
    List<String> names = List.of("p50_latency", "p95_latency", "p99_latency");
    TimeAxis axis = TimeAxis.of(tallies.span(filters));
    Pivot pivot = new Pivot(List.of(), names);
    Span span = tallies.span(filters);
    for (String name : names) {
      tallies
          .figure(figures.model().measure(name), filters)
          .shown(span)
          .by(axis.grain())
          .forEach((time, value) -> pivot.put(time.toString(), name, value));
    }
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.LINE, "Latency over time", Format.MILLISECONDS)
            .times(pivot.categories())
            .valueTitle("Latency")
            .clickable();
    for (String name : pivot.series()) {
      chart.series(name.substring(0, 3), percentiles.get(name), pivot.values(name));
    }
    return new ChartFigure(
        "latency",
        chart.build(),
        "Half, 95 %% and 99 %% of the requests of each %s were answered at least this fast."
            .formatted(axis.grain()),
        NO_GENERATION,
        axis.narrowings(pivot.categories()),
        List.of());
  }

  /** Failed generations by status over time. */
  ChartFigure errors(Filters filters) {
    Dimension status = figures.by("status");
    TimeAxis axis = TimeAxis.of(tallies.span(filters));
    List<String> failures =
        status.values().stream()
            .map(Dimension.Value::value)
            .filter(value -> !value.equals("success"))
            .toList();
    Pivot pivot = new Pivot(List.of(), failures);
    for (Cube.Cell<Totals> cell : shown(filters).by(axis.grain(), status.name())) {
      double failed = cell.rows().total("error_rate");
      if (failed > 0) {
        pivot.put(cell.text(axis.grain()), cell.text(status.name()), Optional.of(failed));
      }
    }
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.STACKED_BAR, "Errors by status over time", Format.INTEGER)
            .times(pivot.categories())
            .valueTitle("Failed generations")
            .clickable();
    List<Narrowing> bySeries = new ArrayList<>();
    for (String failure : pivot.series()) {
      chart.series(Formats.words(failure), failure, pivot.values(failure));
      bySeries.add(Narrowing.to(status.name(), failure));
    }
    return new ChartFigure(
        "errors",
        chart.build(),
        "Generation requests of each %s that did not end in success, by how they ended."
            .formatted(axis.grain()),
        "No generation failed under these filters.",
        axis.narrowings(pivot.categories()),
        bySeries);
  }

  /** Share of time-outs by complexity of the prompt. */
  ChartFigure timeouts(Filters filters) {
    Measure rate = figures.model().measure("timeout_rate");
    Dimension complexity = figures.by("complexity_score");
    List<Optional<Double>> values = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    for (Cube.Cell<Totals> cell : shown(filters).by(complexity.name())) {
      values.add(cell.rows().value(rate.name()));
      categories.add(cell.text(complexity.name()));
    }
    ChartSpec chart =
        ChartSpec.of(Kind.BAR, "Timeout rate by complexity", rate.format())
            .categories("Complexity of the prompt, 1 to 5", categories)
            .valueTitle(rate.label())
            .series(rate.label(), "timeout", values)
            .clickable()
            .build();
    return new ChartFigure(
        "timeouts",
        chart,
        rate.definition() + " " + complexity.definition(),
        "No prompt in this warehouse has a complexity: run the pipeline with labels.",
        categories.stream().map(value -> Narrowing.to(complexity.name(), value)).toList(),
        List.of());
  }

  private Cube<Totals> shown(Filters filters) {
    return tallies.span(filters).shown(tallies.generations(filters));
  }
}
