package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriversTest {
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
  private static final String SESSIONS =
      "fct_sessions JOIN dim_users USING (user_id) JOIN fct_session_labels USING (session_id)";
  private static final String GENERATIONS =
      "fct_generations JOIN dim_users USING (user_id) JOIN dim_prompts USING (prompt_id)";

  private static WebServices services;
  private static Drivers drivers;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
    drivers =
        new Drivers(
            services.figures(),
            new SessionSets(services.figures(), services.warehouse()),
            services.warehouse());
  }

  @AfterAll
  static void close() {
    services.close();
  }

  @ParameterizedTest
  @CsvSource({
    "average_friction, friction_score",
    "cost_per_session, total_cost_credits::DOUBLE",
    "churn_rate, churned_after::INT",
    "error_rate, (status <> 'success')::INT",
    "average_latency, latency_ms"
  })
  void segmentsAreThoseOfGroupingSets(String measure, String value) {
    Measure named = services.model().measure(measure);
    String tables = named.entity().equals("session") ? SESSIONS : GENERATIONS;

    compare(named, Filters.NONE, value, tables);
    compare(
        named, Filters.NONE.with("region", "Europe"), value, tables + " WHERE region = 'Europe'");
  }

  private static void compare(Measure measure, Filters filters, String value, String rows) {
    Map<Set<Driver.Part>, Sample> expected = grouped(value, rows);
    List<SegmentRanking.Segment> found = drivers.totals(measure, filters).segments(1);

    assertThat(found)
        .extracting(SegmentRanking.Segment::parts)
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (SegmentRanking.Segment segment : found) {
      Sample sample = expected.get(segment.parts());
      assertThat(segment.sample().count()).isEqualTo(sample.count());
      assertThat(segment.sample().mean()).isCloseTo(sample.mean(), within(1e-6));
      assertThat(segment.sample().variance())
          .isCloseTo(sample.variance(), within(1e-6 * Math.max(1, sample.variance())));
    }
  }

  private static Map<Set<Driver.Part>, Sample> grouped(String value, String rows) {
    List<String> sets = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (String first : DIMENSIONS) {
      sets.add("(" + first + ")");
      columns.add("%s::VARCHAR AS %s, grouping(%s) AS no_%s".formatted(first, first, first, first));
      for (String second : DIMENSIONS.subList(0, DIMENSIONS.indexOf(first))) {
        sets.add("(" + first + ", " + second + ")");
      }
    }
    String sql =
        """
        SELECT %s, count(%s) AS n, avg(%s) AS mean, coalesce(var_samp(%s), 0) AS variance
        FROM %s
        GROUP BY GROUPING SETS (%s)
        HAVING n > 0
        """
            .formatted(
                String.join(", ", columns), value, value, value, rows, String.join(", ", sets));
    Map<Set<Driver.Part>, Sample> samples = new HashMap<>();
    services
        .warehouse()
        .query(
            sql,
            List.of(),
            row -> {
              Set<Driver.Part> parts = parts(row);
              if (parts.stream().noneMatch(part -> part.value().isEmpty())) {
                samples.put(
                    parts, new Sample(row.whole("n"), row.number("mean"), row.number("variance")));
              }
              return row;
            });
    return samples;
  }

  private static Set<Driver.Part> parts(Row row) {
    Set<Driver.Part> parts = new LinkedHashSet<>();
    for (String name : DIMENSIONS) {
      if (row.whole("no_" + name) == 0) {
        parts.add(new Driver.Part(name, row.optional(name, row::text).orElse("")));
      }
    }
    return parts;
  }

  @Test
  void driversComeGreatestContributionFirst() {
    Measure errors = services.model().measure("error_rate");

    assertThat(drivers.find(errors, Filters.NONE))
        .isNotEmpty()
        .extracting(Driver::contribution)
        .isSortedAccordingTo((left, right) -> Double.compare(right, left));
  }
}
