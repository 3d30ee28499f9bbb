package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.LatestAnswers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Everything that the dashboard shows. Answers are kept for a while: a warehouse never changes, it
 * is only replaced, so that an answer holds as long as its version does.
 */
@Service
class DashboardService {
  private static final int MOST_ANSWERS = 2000;
  private static final String LATENCY = "latency";
  private static final String CLUSTERS = "clusters";
  private static final String RETENTION = "retention";

  private final DataMonitor monitor;
  private final Tallies tallies;
  private final KeyFigures keyFigures;
  private final SessionCharts sessionCharts;
  private final GenerationCharts generationCharts;
  private final RetentionChart retention;
  private final DecompositionChart decomposition;
  private final Drivers drivers;
  private final ClusterImages clusterImages;
  private final LatestAnswers<Question, Object> answers = new LatestAnswers<>(MOST_ANSWERS);

  private record Question(Optional<DataVersion> version, Filters filters, Object what) {}

  DashboardService(
      DataMonitor monitor,
      Tallies tallies,
      KeyFigures keyFigures,
      SessionCharts sessionCharts,
      GenerationCharts generationCharts,
      RetentionChart retention,
      DecompositionChart decomposition,
      Drivers drivers,
      ClusterImages clusterImages) {
    this.monitor = monitor;
    this.tallies = tallies;
    this.keyFigures = keyFigures;
    this.sessionCharts = sessionCharts;
    this.generationCharts = generationCharts;
    this.retention = retention;
    this.decomposition = decomposition;
    this.drivers = drivers;
    this.clusterImages = clusterImages;
  }

  /**
   * Asks for all that a page under these filters needs, statements side by side, so that what
   * follows finds its answers there.
   *
   * @param driven the measure to explain
   */
  void prepare(Filters filters, Map<DecompositionChart.Part, Double> factors, Measure driven) {
    Map<String, Supplier<ChartFigure>> charts = chartQuestions(filters);
    // Each asks for something else. The first finds the sessions that pass, which others wait for,
    // while those of the second half look at generations.
    Stream.<Runnable>of(
            () -> remembered(filters, CLUSTERS, charts.get(CLUSTERS)),
            () -> tallies.sessions(filters),
            () -> drivers(driven, filters),
            () -> remembered(filters, LATENCY, charts.get(LATENCY)),
            () -> tallies.generations(filters),
            () -> remembered(filters, RETENTION, charts.get(RETENTION)),
            this::clusterImages)
        .parallel()
        .forEach(Runnable::run);
    charts.forEach((id, ask) -> remembered(filters, id, ask));
    keyFigures(filters);
    decomposition(filters, factors);
  }

  List<KeyFigure> keyFigures(Filters filters) {
    return remembered(filters, "key figures", () -> keyFigures.load(filters));
  }

  /** The charts in reading order. */
  List<ChartFigure> charts(Filters filters) {
    List<ChartFigure> charts = new ArrayList<>();
    chartQuestions(filters).forEach((id, ask) -> charts.add(remembered(filters, id, ask)));
    return charts;
  }

  private Map<String, Supplier<ChartFigure>> chartQuestions(Filters filters) {
    Map<String, Supplier<ChartFigure>> charts = new LinkedHashMap<>();
    charts.put("friction", () -> sessionCharts.frictionDistribution(filters));
    charts.put("churn", () -> sessionCharts.churnByFriction(filters));
    charts.put("cost", () -> sessionCharts.costOverTime(filters));
    charts.put(LATENCY, () -> generationCharts.latency(filters));
    charts.put("errors", () -> generationCharts.errors(filters));
    charts.put("timeouts", () -> generationCharts.timeouts(filters));
    charts.put(CLUSTERS, () -> sessionCharts.frictionByCluster(filters));
    charts.put(RETENTION, () -> retention.load(filters));
    return charts;
  }

  ChartFigure decomposition(Filters filters, Map<DecompositionChart.Part, Double> factors) {
    return remembered(filters, factors, () -> decomposition.load(filters, factors));
  }

  /** Thumbnails that stand for each style cluster. */
  Map<String, List<String>> clusterImages() {
    return clusterImages.typical();
  }

  /** The measures that {@link #drivers} can be asked about. */
  List<Measure> drivenMeasures() {
    return drivers.measures();
  }

  List<Driver> drivers(Measure measure, Filters filters) {
    return remembered(filters, measure, () -> drivers.find(measure, filters));
  }

  @SuppressWarnings("unchecked") // each "what" has one type of answer
  private <T> T remembered(Filters filters, Object what, Supplier<T> ask) {
    return (T) answers.get(new Question(monitor.version(), filters, what), ask);
  }
}
