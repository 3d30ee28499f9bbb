package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.ChartSpec.Kind;
import io.genai.sessions.web.shared.Formats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Service;

/** Charts at the grain of a session: friction, cost, churn. */
@Service
final class SessionCharts {
  /** Id of the chart that has images below it. */
  static final String CLUSTERS = "friction-by-cluster";

  private static final String NO_SESSION = "No session passes these filters.";

  private final Figures figures;
  private final Tallies tallies;
  private final SessionSets sessionSets;

  SessionCharts(Figures figures, Tallies tallies, SessionSets sessionSets) {
    this.figures = figures;
    this.tallies = tallies;
    this.sessionSets = sessionSets;
  }

  /** How friction is spread, as shares of each tier's sessions. */
  ChartFigure frictionDistribution(Filters filters) {
    Measure sessions = figures.model().measure("sessions");
    Dimension tier = figures.by("user_tier");
    Pivot pivot = new Pivot(binLabels(), values(tier));
    for (Cube.Cell<Totals> cell : shown(filters).by(Tallies.FRICTION_BIN, tier.name())) {
      pivot.put(
          binLabel((Double) cell.values().get(Tallies.FRICTION_BIN)),
          cell.text(tier.name()),
          cell.rows().value(sessions.name()));
    }
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.BAR, "Friction distribution by tier", Format.PERCENT)
            .categories("Friction score", pivot.categories())
            .valueTitle("Share of the tier's sessions")
            .clickable();
    for (String name : pivot.series()) {
      double all = pivot.sum(name);
      chart.series(
          name,
          name,
          pivot.values(name).stream().map(value -> value.map(count -> count / all)).toList());
    }
    return new ChartFigure(
        "friction-distribution",
        chart.build(),
        "Share of each tier's sessions by friction score, 0 (smooth) to 6. "
            + figures.model().fact("friction").definition(),
        NO_SESSION,
        List.of(),
        narrowings(tier, pivot.series()));
  }

  /** What a session costs over time, by tier. */
  ChartFigure costOverTime(Filters filters) {
    Measure cost = figures.model().measure("cost_per_session");
    Dimension tier = figures.by("user_tier");
    TimeAxis axis = TimeAxis.of(tallies.span(filters));
    Pivot pivot = new Pivot(List.of(), values(tier));
    for (Cube.Cell<Totals> cell : shown(filters).by(axis.grain(), tier.name())) {
      pivot.put(cell.text(axis.grain()), cell.text(tier.name()), cell.rows().value(cost.name()));
    }
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.LINE, "Session cost over time by tier", cost.format())
            .times(pivot.categories())
            .valueTitle("Credits per session")
            .clickable();
    pivot.series().forEach(name -> chart.series(name, name, pivot.values(name)));
    return new ChartFigure(
        "session-cost",
        chart.build(),
        cost.definition(),
        NO_SESSION,
        axis.narrowings(pivot.categories()),
        narrowings(tier, pivot.series()));
  }

  /** Who leaves, by how much friction the session had, and by tier. */
  ChartFigure churnByFriction(Filters filters) {
    Measure churn = figures.model().measure("churn_rate");
    Dimension decile = figures.by("friction_decile");
    Dimension tier = figures.by("user_tier");
    Pivot pivot = new Pivot(List.of(), values(tier));
    for (Cube.Cell<Totals> cell : shown(filters).by(decile.name(), tier.name())) {
      Optional<Double> rate = cell.rows().value(churn.name());
      if (rate.isPresent()) {
        pivot.put(cell.text(decile.name()), cell.text(tier.name()), rate);
      }
    }
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.LINE, "Churn by friction decile and tier", churn.format())
            .categories("Friction decile, 1 smoothest to 10", pivot.categories())
            .valueTitle(churn.label())
            .clickable();
    pivot.series().forEach(name -> chart.series(name, name, pivot.values(name)));
    return new ChartFigure(
        "churn-by-friction",
        chart.build(),
        churn.definition() + " " + decile.definition(),
        "No session under these filters is old enough to say whether its user came back.",
        narrowings(decile, pivot.categories()),
        narrowings(tier, pivot.series()));
  }

  /** Friction of sessions with images of each style cluster, most friction first. */
  ChartFigure frictionByCluster(Filters filters) {
    Measure friction = figures.model().measure("average_friction");
    Dimension cluster = figures.by("style_cluster");
    List<Map.Entry<Long, Double>> means =
        sessionSets.meansByCluster(friction, filters).entrySet().stream()
            .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
            .toList();
    List<String> categories = means.stream().map(mean -> mean.getKey().toString()).toList();
    List<Optional<Double>> values =
        means.stream().map(mean -> Optional.of(mean.getValue())).toList();
    ChartSpec chart =
        ChartSpec.of(Kind.BAR, "Friction by style cluster", friction.format())
            .categories(cluster.label(), categories)
            .valueTitle(friction.label())
            .series(friction.label(), "accent", values)
            .clickable()
            .build();
    return new ChartFigure(
        CLUSTERS,
        chart,
        "%s %s A session counts once for each cluster that it has images of."
            .formatted(friction.definition(), cluster.definition()),
        "No image in this warehouse has a style cluster: run the pipeline with a CLIP model.",
        narrowings(cluster, categories),
        List.of());
  }

  private Cube<Totals> shown(Filters filters) {
    return tallies.span(filters).shown(tallies.sessions(filters));
  }

  private static List<String> binLabels() {
    return DoubleStream.iterate(
            0, lower -> lower < Tallies.MOST_FRICTION, lower -> lower + Tallies.BIN)
        .mapToObj(SessionCharts::binLabel)
        .toList();
  }

  private static String binLabel(double lower) {
    return Formats.decimal(lower, 1) + "–" + Formats.decimal(lower + Tallies.BIN, 1);
  }

  private static List<String> values(Dimension dimension) {
    return dimension.values().stream().map(Dimension.Value::value).toList();
  }

  private static List<Narrowing> narrowings(Dimension dimension, List<String> values) {
    return values.stream().map(value -> Narrowing.to(dimension.name(), value)).toList();
  }
}
