package io.genai.sessions.web.dashboard;

import static java.util.Map.entry;

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

  // Each dimension in turn, with the value that most have and others; nearly every generation has
  // status success.
  private static final Map<String, List<String>> ONE_VALUE =
      Map.ofEntries(
          entry("user_tier", List.of("free", "pro", "enterprise")),
          entry("region", List.of("North America", "Europe")),
          entry("device_type", List.of("desktop", "mobile")),
          entry("model_version", List.of("sd-v1.4", "sd-v1.5")),
          entry("status", List.of("success", "timeout", "rate_limited")),
          entry("friction_decile", List.of("1", "10")),
          entry("subject", List.of("person", "animal")),
          entry("art_style", List.of("other", "anime")),
          entry("mood", List.of("neutral", "dark")),
          entry("setting", List.of("other", "city")),
          entry("lighting", List.of("unspecified", "cinematic")),
          entry("complexity_score", List.of("2", "1")),
          entry("style_cluster", List.of("0", "7")));

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
    List<Filters> changes = new ArrayList<>();
    changes.add(Filters.NONE);
    ONE_VALUE.forEach(
        (dimension, values) ->
            values.forEach(value -> changes.add(Filters.NONE.with(dimension, value))));
    changes.add(Filters.NONE.with("art_style", "anime").with("user_tier", "free"));
    changes.add(Filters.NONE.with("status", "success").with("device_type", "desktop"));
    changes.add(
        Filters.NONE.between(Optional.of(first.plusDays(4)), Optional.of(first.plusDays(9))));
    return changes;
  }
}
