package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.BenchmarkWarehouse;
import io.genai.sessions.web.Percentiles;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How long the server works for all figures, charts and drivers after a change of the filters.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=DashboardBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false [-Dbenchmark.warehouse=FILE]}
 */
class DashboardBenchmark {
  private static final int ROUNDS = 6;

  @Test
  void aChangeOfTheFilters() {
    Path file = BenchmarkWarehouse.file();
    try (WebServices services = WebServices.over(file)) {
      Measure driven = TestDashboard.over(services).drivenMeasures().get(0);
      List<Double> together = new ArrayList<>();
      List<Double> drivers = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        // A new service in each round has forgotten all answers. What it keeps for as long as the
        // warehouse stays is no part of a change of the filters.
        DashboardService service = TestDashboard.over(services);
        DashboardService alone = TestDashboard.over(services);
        service.clusterImages();
        for (DashboardService one : List.of(service, alone)) {
          one.prepare(Filters.NONE.with("region", "Latin America"), Map.of(), driven);
        }
        for (Filters filters : changes(services)) {
          long start = System.nanoTime();
          service.prepare(filters, Map.of(), driven);
          double milliseconds = (System.nanoTime() - start) / 1e6;
          start = System.nanoTime();
          alone.drivers(driven, filters);
          if (round > 0) {
            together.add(milliseconds);
            drivers.add((System.nanoTime() - start) / 1e6);
          }
        }
      }
      System.out.printf("all of the dashboard: %s%n", Percentiles.of(together));
      System.out.printf(
          "| P9 | dashboard of %,d generations after a change of filters, p95 | %.0f ms | ≤ 100 ms |%n",
          services.warehouse().info().generations(), Percentiles.of(together).p95());
      System.out.printf("what drives it, alone: %s%n", Percentiles.of(drivers));
    }
  }

  private static List<Filters> changes(WebServices services) {
    LocalDate first = services.monitor().version().orElseThrow().firstDay();
    return List.of(
        Filters.NONE,
        Filters.NONE.with("user_tier", "free"),
        Filters.NONE.with("user_tier", "enterprise"),
        Filters.NONE.with("region", "Europe"),
        Filters.NONE.with("device_type", "mobile"),
        Filters.NONE.with("status", "timeout"),
        Filters.NONE.with("complexity_score", "3"),
        Filters.NONE.with("friction_decile", "10"),
        Filters.NONE.with("art_style", "anime").with("user_tier", "free"),
        Filters.NONE.between(Optional.of(first.plusDays(4)), Optional.of(first.plusDays(9))));
  }
}
