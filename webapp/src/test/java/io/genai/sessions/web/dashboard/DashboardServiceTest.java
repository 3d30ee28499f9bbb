package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DashboardServiceTest {
  private static WebServices services;
  private static DashboardService service;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
    service = TestDashboard.over(services);
  }

  @AfterAll
  static void close() {
    services.close();
  }

  private static double ask(String sql) {
    return services.warehouse().queryOne(sql, List.of(), row -> row.number("answer")).orElseThrow();
  }

  private static double keyFigure(String name, Filters filters) {
    return service.keyFigures(filters).stream()
        .filter(figure -> figure.measure().name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  private static ChartSpec chart(String id, Filters filters) {
    return service.charts(filters).stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow()
        .spec();
  }

  @Test
  void keyFiguresAgreeWithPlainSql() {
    assertThat(keyFigure("average_friction", Filters.NONE))
        .isCloseTo(ask("SELECT avg(friction_score) AS answer FROM fct_sessions"), within(1e-9));
    assertThat(keyFigure("churn_rate", Filters.NONE))
        .isCloseTo(ask("SELECT avg(churned_after::INT) AS answer FROM fct_sessions"), within(1e-9));
    assertThat(keyFigure("active_users", Filters.NONE))
        .isEqualTo(ask("SELECT count(DISTINCT user_id) AS answer FROM fct_generations"));
  }

  @Test
  void aFilterOnUsersNarrowsEveryGrain() {
    Filters free = Filters.NONE.with("user_tier", "free");

    assertThat(keyFigure("error_rate", free))
        .isCloseTo(
            ask(
                "SELECT avg((status <> 'success')::INT) AS answer FROM fct_generations"
                    + " JOIN dim_users USING (user_id) WHERE user_tier = 'free'"),
            within(1e-9));
    assertThat(keyFigure("cost_per_session", free))
        .isCloseTo(
            ask(
                "SELECT avg(total_cost_credits) AS answer FROM fct_sessions"
                    + " JOIN dim_users USING (user_id) WHERE user_tier = 'free'"),
            within(1e-9));
  }

  @Test
  void filtersOnGenerationsLetASessionThroughIfOneOfItsGenerationsPassesAll() {
    Filters both = Filters.NONE.with("status", "timeout").with("art_style", "anime");

    assertThat(keyFigure("average_friction", both))
        .isCloseTo(
            ask(
                "SELECT avg(friction_score) AS answer FROM fct_sessions WHERE session_id IN ("
                    + "SELECT session_id FROM fct_generations JOIN dim_prompts USING (prompt_id)"
                    + " WHERE status = 'timeout' AND art_style = 'anime')"),
            within(1e-9));
  }

  @Test
  void changeOfAllDataHoldsTheLaterHalfAgainstTheEarlier() {
    KeyFigure friction = service.keyFigures(Filters.NONE).get(0);

    assertThat(friction.change())
        .hasValueSatisfying(change -> assertThat(change.periods()).contains(" against "));
  }

  @Test
  void changeOfASpanHoldsItAgainstAsManyDaysBefore() {
    Filters week =
        Filters.NONE.between(
            Optional.of(LocalDate.of(2022, 8, 15)), Optional.of(LocalDate.of(2022, 8, 21)));

    assertThat(service.keyFigures(week).get(0).change())
        .hasValueSatisfying(
            change -> assertThat(change.periods()).isEqualTo("against 8 Aug 2022 to 14 Aug 2022"));
  }

  @Test
  void theSharesOfADistributionAddUpToOneForEachTier() {
    for (ChartSpec.Series tier : chart("friction-distribution", Filters.NONE).series()) {
      double sum = tier.values().stream().flatMap(Optional::stream).mapToDouble(v -> v).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void errorsOverTimeAddUpToAllFailures() {
    double shown =
        chart("errors", Filters.NONE).series().stream()
            .flatMap(series -> series.values().stream())
            .flatMap(Optional::stream)
            .mapToDouble(v -> v)
            .sum();

    assertThat(shown)
        .isEqualTo(ask("SELECT count(*) AS answer FROM fct_generations WHERE status <> 'success'"));
  }

  @Test
  void thePartsOfFrictionAddUpToIt() {
    ChartSpec parts = service.decomposition(Filters.NONE, Map.of()).spec();
    int free = parts.categories().indexOf("free");
    double sum =
        parts.series().stream().mapToDouble(part -> part.values().get(free).orElse(0.0)).sum();

    assertThat(sum)
        .isCloseTo(
            keyFigure("average_friction", Filters.NONE.with("user_tier", "free")), within(1e-9));
  }

  @Test
  void aWeightOfZeroTakesItsPartOut() {
    ChartSpec parts =
        service.decomposition(Filters.NONE, Map.of(DecompositionChart.Part.ERRORS, 0.0)).spec();

    assertThat(parts.series().get(0).values()).allMatch(value -> value.orElse(0.0) == 0);
  }

  @Test
  void aClickOnAMarkNarrowsToItsSeriesAndCategory() {
    ChartFigure churn =
        service.charts(Filters.NONE).stream()
            .filter(figure -> figure.id().equals("churn-by-friction"))
            .findFirst()
            .orElseThrow();

    Filters narrowed = churn.narrowed(Filters.NONE, 0, 9);

    assertThat(narrowed.of("friction_decile")).isEqualTo(Set.of("10"));
    assertThat(narrowed.of("user_tier")).isEqualTo(Set.of(churn.spec().series().get(0).name()));
  }

  @Test
  void retentionIsAShare() {
    for (ChartSpec.Series cohort : chart("retention", Filters.NONE).series()) {
      assertThat(cohort.values().stream().flatMap(Optional::stream))
          .allMatch(share -> share > 0 && share <= 1);
    }
  }

  @Test
  void driversFindWhatWasPutIn() {
    List<Driver> drivers = service.drivers(services.model().measure("error_rate"), Filters.NONE);

    assertThat(drivers).isNotEmpty();
    assertThat(drivers.get(0).lift()).isGreaterThan(1);
    assertThat(drivers)
        .flatExtracting(Driver::parts)
        .contains(new Driver.Part("user_tier", "free"));
  }

  @Test
  void filtersThatNothingPassesGiveEmptyChartsAndNoFigures() {
    Filters nothing =
        Filters.NONE.between(
            Optional.of(LocalDate.of(1999, 1, 1)), Optional.of(LocalDate.of(1999, 1, 2)));

    assertThat(service.charts(nothing)).allMatch(figure -> figure.spec().isEmpty());
    assertThat(service.keyFigures(nothing).get(0).value()).isEmpty();
    assertThat(service.drivers(services.model().measure("churn_rate"), nothing)).isEmpty();
  }

  @Test
  void everyClusterHasTypicalImages() {
    assertThat(service.clusterImages())
        .hasSize(6)
        .allSatisfy((cluster, keys) -> assertThat(keys).hasSizeBetween(1, 3));
  }

  @Test
  void whatIsPreparedSideBySideIsWhatIsAskedForLater() {
    Filters free = Filters.NONE.with("user_tier", "free");
    Measure friction = services.model().measure("average_friction");
    DashboardService alone = TestDashboard.over(services);

    service.prepare(free, Map.of(), friction);

    assertThat(service.charts(free)).extracting(ChartFigure::id).doesNotHaveDuplicates().hasSize(8);
    assertThat(service.keyFigures(free)).isEqualTo(alone.keyFigures(free));
    assertThat(service.drivers(friction, free))
        .extracting(Driver::parts)
        .isEqualTo(alone.drivers(friction, free).stream().map(Driver::parts).toList());
  }
}
