package io.genai.sessions.web.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** What drives a measure: the segments in which it stands out. */
@Service
final class Drivers {
  private static final List<String> DIMENSIONS =
      List.of(
          "user_tier",
          "region",
          "device_type",
          "model_version",
          "subject",
          "art_style",
          "mood",
          "setting",
          "lighting",
          "complexity_score");

  /**
   * A measure that is the mean of something that each row has.
   *
   * @param name the measure
   * @param ofRow the row's value, from the semantic model
   */
  private record Target(String name, Function<SemanticModel, String> ofRow) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("average_friction", model -> model.fact("friction").expression()),
          new Target("error_rate", model -> condition(model, "failed")),
          new Target("average_latency", model -> model.fact("latency").expression()),
          new Target("cost_per_session", model -> model.fact("session_cost").expression()),
          new Target("churn_rate", model -> condition(model, "churned")));

  private final Figures figures;
  private final SessionSets sessionSets;
  private final Warehouse warehouse;
  private final Cache<WarehouseInfo, Combinations> combinations =
      Caffeine.newBuilder().maximumSize(1).build();

  Drivers(Figures figures, SessionSets sessionSets, Warehouse warehouse) {
    this.figures = figures;
    this.sessionSets = sessionSets;
    this.warehouse = warehouse;
  }

  /** The measures that can be asked about. */
  List<Measure> measures() {
    return TARGETS.stream().map(target -> figures.model().measure(target.name())).toList();
  }

  /** The segments that explain most of the measure's excess under the filters. */
  List<Driver> find(Measure measure, Filters filters) {
    SegmentTotals totals = totals(measure, filters);
    Sample all = totals.all();
    return all.count() > 0 && all.mean() > 0
        ? SegmentRanking.rank(all, totals.segments(SegmentRanking.FEWEST_ROWS))
        : List.of();
  }

  /** The measure of each value and of each pair of values. */
  SegmentTotals totals(Measure measure, Filters filters) {
    try (WarehouseLease lease = warehouse.lease()) {
      SegmentTotals totals =
          new SegmentTotals(
              combinations.get(lease.info(), info -> Combinations.read(lease, DIMENSIONS)));
      sessionSets.list(
          lease,
          query(measure),
          filters,
          row -> {
            totals.add(
                row.integer("combination"),
                row.number("n"),
                row.number("total"),
                row.number("squares"));
            return row;
          });
      return totals;
    }
  }

  /** The sums of the rows' values and of their squares, by combination. */
  private MetricQuery query(Measure measure) {
    Target target =
        TARGETS.stream().filter(one -> one.name().equals(measure.name())).findFirst().orElseThrow();
    String value = "(%s)::DOUBLE".formatted(target.ofRow().apply(figures.model()));
    String alias = figures.model().entity(measure.entity()).alias();
    Dimension combination =
        Additive.by(measure, "combination", alias + ".combination_id", Dimension.Type.INTEGER);
    return MetricQuery.of(
            Additive.part(measure, "n", "count(%s)".formatted(value)),
            Additive.part(measure, "total", "coalesce(sum(%s), 0)".formatted(value)),
            Additive.part(measure, "squares", "coalesce(sum(%1$s * %1$s), 0)".formatted(value)))
        .by(combination);
  }

  private static String condition(SemanticModel model, String segment) {
    return "(" + model.segment(segment).condition() + ")::INTEGER";
  }
}
