package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.ChartSpec.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Friction split into its parts, under the weights of the score or under others, to try out. */
@Service
final class DecompositionChart {

  /** A part of the friction score. */
  enum Part {
    ERRORS("friction_from_errors", "Errors", "errors"),
    LATENCY("friction_from_latency", "Latency", "latency"),
    RETRIES("friction_from_retries", "Retries", "retries");

    private final String measure;
    private final String label;
    private final String color;

    Part(String measure, String label, String color) {
      this.measure = measure;
      this.label = label;
      this.color = color;
    }

    String label() {
      return label;
    }
  }

  private final Figures figures;
  private final Tallies tallies;

  DecompositionChart(Figures figures, Tallies tallies) {
    this.figures = figures;
    this.tallies = tallies;
  }

  /**
   * Mean friction by tier, in parts.
   *
   * @param factors what each part's own weight is multiplied by; 1 leaves the score as it is
   */
  ChartFigure load(Filters filters, Map<Part, Double> factors) {
    Dimension tier = figures.by("user_tier");
    List<String> tiers = tier.values().stream().map(Dimension.Value::value).toList();
    Pivot pivot = new Pivot(tiers, List.of());
    Cube<Totals> sessions = tallies.span(filters).shown(tallies.sessions(filters));
    for (Cube.Cell<Totals> cell : sessions.by(tier.name())) {
      for (Part part : Part.values()) {
        pivot.put(
            cell.text(tier.name()),
            part.label,
            cell.rows().value(part.measure).map(value -> value * factors.getOrDefault(part, 1.0)));
      }
    }
    Measure friction = figures.model().measure("average_friction");
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.STACKED_BAR, "What friction is made of", friction.format())
            .categories("Tier", pivot.categories())
            .valueTitle(friction.label())
            .horizontal()
            .clickable();
    for (Part part : Part.values()) {
      List<Optional<Double>> values = pivot.values(part.label);
      chart.series(part.label, part.color, values);
    }
    return new ChartFigure(
        "friction-parts",
        chart.build(),
        friction.definition() + " The sliders try out other weights; nothing is stored.",
        "No session passes these filters.",
        tiers.stream().map(value -> Narrowing.to(tier.name(), value)).toList(),
        List.of());
  }
}
