package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.Formats;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tallies add up to is what a statement for each figure says. */
class TalliesTest {
  private static final List<String> OVER_TIME =
      List.of(
          "average_friction",
          "friction_from_retries",
          "cost_per_session",
          "churn_rate",
          "sessions",
          "error_rate",
          "timeout_rate",
          "p50_latency",
          "p95_latency",
          "p99_latency",
          "active_users");

  // A session in five, or so, goes on after midnight.
  private static final String OVER_MIDNIGHT =
      "UPDATE generations SET timestamp = date_trunc('day', timestamp) + INTERVAL 1439 MINUTE"
          + " + to_seconds((prompt_id % 3 * 70)::INTEGER) WHERE extract(hour FROM timestamp) > 18";

  @TempDir private static Path directory;
  private static WebServices services;
  private static SessionSets sessionSets;
  private static Tallies tallies;

  @BeforeAll
  static void open() {
    SmallWarehouse small =
        SmallWarehouse.build(directory, SmallWarehouse.ROWS, List.of(OVER_MIDNIGHT));
    services = WebServices.over(small.file());
    sessionSets = new SessionSets(services.figures(), services.warehouse());
    tallies = new Tallies(services.figures(), sessionSets, services.monitor());
  }

  @AfterAll
  static void close() {
    services.close();
  }

  static Stream<Filters> filters() {
    LocalDate first = services.monitor().version().orElseThrow().firstDay();
    LocalDate last = services.monitor().version().orElseThrow().lastDay();
    Filters few = Filters.NONE.with("user_tier", "free").with("region", "Europe");
    return Stream.of(
        Filters.NONE,
        few,
        Filters.NONE.with("status", "timeout"),
        // Nearly every generation passes.
        Filters.NONE.with("status", "success"),
        Filters.NONE.with("status", "success").with("mood", Set.of("epic", "dark", "neutral")),
        Filters.NONE.with("style_cluster", Set.of("1", "3")).with("model_version", "sd-v1.4"),
        // A session may begin on these days and have what passes on a later one.
        few.with("status", "success")
            .between(Optional.of(first.plusDays(3)), Optional.of(first.plusDays(8))),
        Filters.NONE.with("complexity_score", "3").with("friction_decile", "9"),
        few.with("art_style", "anime").between(Optional.of(first.plusDays(9)), Optional.empty()),
        // By the hour, held against the two days before.
        Filters.NONE.between(Optional.of(first.plusDays(4)), Optional.of(first.plusDays(5))),
        // By the day, held against the days before.
        Filters.NONE.between(Optional.of(first.plusDays(6)), Optional.of(first.plusDays(10))),
        // By the week and by the month, the halves parted in the middle of one.
        few.between(Optional.of(last.minusDays(100)), Optional.of(last.plusDays(77))),
        few.between(Optional.of(last.minusDays(900)), Optional.of(last.plusDays(901))));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void figuresAddUpOverAllTimesAndHalves(Filters filters) {
    Span span = tallies.span(filters);
    Dimension grain = services.figures().by(span.grain());
    for (String name : OVER_TIME) {
      Measure measure = services.model().measure(name);
      Figure<?> shown = tallies.figure(measure, filters).shown(span);

      assertSame(Map.of(List.of(), shown.all()), plain(measure, filters, List.of()));
      assertSame(keyed(shown.by(span.grain())), plain(measure, filters, List.of(grain)));
      if (span.comparison().isPresent()) {
        Dimension isCurrent =
            Period.since(Span.IS_CURRENT, span.comparison().get().current().first());
        assertSame(
            keyed(tallies.figure(measure, filters).by(Span.IS_CURRENT)),
            plain(measure, span.applyTo(filters), List.of(isCurrent)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void totalsAddUpByAnyDimensions(Filters filters) {
    Span span = tallies.span(filters);
    Cube<Totals> sessions = span.shown(tallies.sessions(filters));
    Cube<Totals> generations = span.shown(tallies.generations(filters));

    assertSplit(sessions, "churn_rate", filters, "friction_decile", "user_tier");
    assertSplit(sessions, "cost_per_session", filters, span.grain(), "user_tier");
    assertSplit(sessions, "friction_from_errors", filters, "user_tier");
    assertSplit(sessions, "friction_from_latency", filters, "user_tier");
    assertSplit(generations, "error_rate", filters, span.grain(), "status");
    assertSplit(generations, "timeout_rate", filters, "complexity_score");
  }

  @ParameterizedTest
  @MethodSource("filters")
  void retentionIsTheShareOfEachCohortThatWasActiveInEachWeek(Filters filters) {
    Dimension cohort = services.figures().by("cohort_week");
    Dimension week = services.figures().by("week");
    Map<List<String>, Optional<Double>> sizes =
        plain(services.model().measure("users"), aboutUsers(filters), List.of(cohort));
    Map<List<String>, Optional<Double>> expected = new LinkedHashMap<>();
    plain(services.model().measure("active_users"), filters, List.of(cohort, week))
        .forEach(
            (key, users) -> {
              LocalDate joined = LocalDate.parse(key.get(0));
              long weeks =
                  ChronoUnit.WEEKS.between(joined, LocalDate.parse(key.get(1).substring(0, 10)));
              double size = sizes.get(List.of(key.get(0))).orElseThrow();
              expected.put(
                  List.of(Formats.day(joined), "+" + weeks), users.map(count -> count / size));
            });
    ChartSpec shown =
        new RetentionChart(services.figures(), tallies, services.monitor()).load(filters).spec();
    Map<List<String>, Optional<Double>> found = new LinkedHashMap<>();
    for (ChartSpec.Series series : shown.series()) {
      for (int i = 0; i < shown.categories().size(); i++) {
        if (series.values().get(i).isPresent()) {
          found.put(List.of(series.name(), shown.categories().get(i)), series.values().get(i));
        }
      }
    }
    assertThat(found).isNotEmpty();
    assertSame(found, expected);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void frictionByClusterIsThatOfSessionsWithAGenerationInItThatPasses(Filters filters) {
    Measure friction = services.model().measure("average_friction");
    Dimension cluster = services.figures().by("style_cluster");
    Map<List<String>, Optional<Double>> found = new LinkedHashMap<>();
    sessionSets
        .meansByCluster(friction, filters)
        .forEach((number, mean) -> found.put(List.of(number.toString()), Optional.of(mean)));

    assertSame(found, plain(friction, filters, List.of(cluster)));
  }

  private static void assertSplit(
      Cube<Totals> cube, String name, Filters filters, String... dimensions) {
    Map<List<String>, Optional<Double>> found = new LinkedHashMap<>();
    for (Cube.Cell<Totals> cell : cube.by(dimensions)) {
      found.put(Stream.of(dimensions).map(cell::text).toList(), cell.rows().value(name));
    }
    assertSame(
        found,
        plain(
            services.model().measure(name),
            filters,
            Stream.of(dimensions).map(services.figures()::by).toList()));
  }

  private static Filters aboutUsers(Filters filters) {
    Filters kept = Filters.NONE;
    for (String name : List.of("user_tier", "region")) {
      kept = kept.with(name, filters.of(name));
    }
    return kept;
  }

  private static Map<List<String>, Optional<Double>> keyed(
      Map<Comparable<?>, Optional<Double>> values) {
    Map<List<String>, Optional<Double>> keyed = new LinkedHashMap<>();
    values.forEach((key, value) -> keyed.put(List.of(key.toString()), value));
    return keyed;
  }

  private static Map<List<String>, Optional<Double>> plain(
      Measure measure, Filters filters, List<Dimension> dimensions) {
    List<Filter> conditions = new ArrayList<>(services.figures().conditions(filters));
    dimensions.stream()
        .filter(dimension -> !dimension.entity().equals(Dimension.TIME))
        .map(Filter::known)
        .forEach(conditions::add);
    String sql =
        new QueryRenderer(services.model())
            .render(
                MetricQuery.of(measure)
                    .by(dimensions.toArray(Dimension[]::new))
                    .where(conditions.toArray(Filter[]::new)))
            .sql();
    Map<List<String>, Optional<Double>> values = new LinkedHashMap<>();
    services
        .warehouse()
        .query(
            sql,
            List.of(),
            row ->
                values.put(
                    dimensions.stream().map(dimension -> text(row, dimension)).toList(),
                    row.optional(measure.name(), row::number)));
    return values;
  }

  private static String text(Row row, Dimension dimension) {
    return dimension.type() == Dimension.Type.TIMESTAMP
        ? row.instant(dimension.name()).toString()
        : row.any(dimension.name()).orElseThrow().toString();
  }

  private static void assertSame(
      Map<List<String>, Optional<Double>> found, Map<List<String>, Optional<Double>> expected) {
    assertThat(found).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (key, value) -> {
          assertThat(found.get(key).isPresent()).as("%s", key).isEqualTo(value.isPresent());
          value.ifPresent(
              known ->
                  assertThat(found.get(key).orElseThrow())
                      .as("%s", key)
                      .isCloseTo(known, within(1e-9 * Math.max(1, Math.abs(known)))));
        });
  }
}
