package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Warehouse warehouse;

  Drivers(Figures figures, Warehouse warehouse) {
    this.figures = figures;
    this.warehouse = warehouse;
  }

  /** The measures that can be asked about. */
  List<Measure> measures() {
    return TARGETS.stream().map(target -> figures.model().measure(target.name())).toList();
  }

  /** The segments that explain most of the measure's excess under the filters. */
  List<Driver> find(Measure measure, Filters filters) {
    Target target =
        TARGETS.stream().filter(one -> one.name().equals(measure.name())).findFirst().orElseThrow();
    String value = "(%s)::DOUBLE".formatted(target.ofRow().apply(figures.model()));
    List<Dimension> dimensions = DIMENSIONS.stream().map(figures::by).toList();
    String rows =
        measure.entity().equals("session")
            ? sessions(value, dimensions, filters)
            : generations(value, dimensions, filters);
    Optional<Sample> all = Optional.empty();
    List<SegmentRanking.Segment> segments = new ArrayList<>();
    for (SegmentRanking.Segment found :
        warehouse.query(grouped(rows), List.of(), Drivers::segment)) {
      if (found.parts().isEmpty()) {
        all = Optional.of(found.sample());
      } else if (found.parts().stream().noneMatch(part -> part.value().isEmpty())) {
        segments.add(found);
      }
    }
    return all.filter(sample -> sample.count() > 0 && sample.mean() > 0)
        .map(sample -> SegmentRanking.rank(sample, segments))
        .orElse(List.of());
  }

  /** One row for each generation. */
  private String generations(String value, List<Dimension> dimensions, Filters filters) {
    return """
        SELECT %s, %s AS value
        FROM fct_generations AS g
        JOIN dim_users AS u USING (user_id)
        JOIN dim_prompts AS p USING (prompt_id)
        WHERE %s
        """
        .formatted(
            columns(dimensions, Dimension::expression),
            value,
            among("g.generation_id", "generation_id", "generations", filters));
  }

  /** One row for each session, which counts under the label that most of its prompts have. */
  private String sessions(String value, List<Dimension> dimensions, Filters filters) {
    List<Dimension> ofUsers = dimensions.stream().filter(d -> d.entity().equals("user")).toList();
    List<Dimension> others = dimensions.stream().filter(d -> !d.entity().equals("user")).toList();
    return """
        SELECT %s, %s, %s AS value
        FROM fct_sessions AS s
        JOIN dim_users AS u USING (user_id)
        JOIN fct_session_labels AS labelled USING (session_id)
        WHERE %s
        """
        .formatted(
            columns(ofUsers, Dimension::expression),
            columns(others, dimension -> "labelled." + dimension.name()),
            value,
            among("s.session_id", "session_id", "sessions", filters));
  }

  private String among(String column, String key, String measure, Filters filters) {
    return filters.isEmpty()
        ? "true"
        : "%s IN (SELECT %s FROM (%s))"
            .formatted(
                column, key, figures.sql(figures.query(filters, measure).by(figures.by(key))));
  }

  private static String columns(
      List<Dimension> dimensions, Function<Dimension, String> expression) {
    return dimensions.stream()
        .map(dimension -> expression.apply(dimension) + " AS " + dimension.name())
        .collect(Collectors.joining(", "));
  }

  /** All rows, each dimension, each pair of dimensions. */
  private static String grouped(String rows) {
    List<String> sets = new ArrayList<>(List.of("()"));
    for (int first = 0; first < DIMENSIONS.size(); first++) {
      sets.add("(" + DIMENSIONS.get(first) + ")");
      for (int second = first + 1; second < DIMENSIONS.size(); second++) {
        sets.add("(" + DIMENSIONS.get(first) + ", " + DIMENSIONS.get(second) + ")");
      }
    }
    String shown =
        DIMENSIONS.stream()
            .map(
                name ->
                    "%s::VARCHAR AS %s, grouping(%s) AS no_%s".formatted(name, name, name, name))
            .collect(Collectors.joining(", "));
    return """
        SELECT %s, count(value) AS n, avg(value) AS mean, coalesce(var_samp(value), 0) AS variance
        FROM (%s)
        GROUP BY GROUPING SETS (%s)
        HAVING count(value) >= %d
        """
        .formatted(shown, rows, String.join(", ", sets), SegmentRanking.FEWEST_ROWS);
  }

  private static SegmentRanking.Segment segment(Row row) {
    Set<Driver.Part> parts = new LinkedHashSet<>();
    for (String name : DIMENSIONS) {
      if (row.whole("no_" + name) == 0) {
        // Rows without a label form no segment; the empty value marks them.
        parts.add(new Driver.Part(name, row.optional(name, row::text).orElse("")));
      }
    }
    return new SegmentRanking.Segment(
        parts, new Sample(row.whole("n"), row.number("mean"), row.number("variance")));
  }

  private static String condition(SemanticModel model, String segment) {
    return "(" + model.segment(segment).condition() + ")::INTEGER";
  }
}
