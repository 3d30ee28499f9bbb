package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.WideTable;
import io.genai.sessions.web.WebServices;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures from the wide tables are those of the tables that people read. */
class WideTablesTest {
  private static final int FILTERS = 10;
  private static final List<String> FILTERED =
      List.of(
          "user_tier",
          "region",
          "device_type",
          "model_version",
          "status",
          "art_style",
          "mood",
          "complexity_score",
          "style_cluster",
          "churned_after",
          "friction_decile");

  private static WebServices services;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
  }

  @AfterAll
  static void close() {
    services.close();
  }

  @Test
  void everyMeasureIsTheSameUnderAnyFilters() {
    Random random = new Random(7);
    for (int i = 0; i < FILTERS; i++) {
      Filters filters = i == 0 ? Filters.NONE : filters(random);
      List<Dimension> splits =
          List.of(
              dimension(random, "user_tier", "art_style", "status", "cohort_week"),
              dimension(random, "day", "week", "friction_decile", "style_cluster"));
      for (String entity : List.of("generation", "session")) {
        assertSame(entity, filters, List.of());
        assertSame(entity, filters, splits);
      }
    }
  }

  @Test
  void everyColumnThatTheyHoldIsReadWithoutAJoin() {
    for (WideTable wide : services.model().wideTables()) {
      Measure rows = services.model().measure(wide.entity() + "s");
      for (String column : wide.holds()) {
        MetricQuery known =
            MetricQuery.of(rows).where(new Filter(column + " IS NOT NULL", "is known"));

        assertThat(services.figures().sql(known)).doesNotContain("JOIN", "WITH");
        assertThat(services.figures().list(known, row -> row.whole(rows.name()))).hasSize(1);
      }
    }
  }

  private static void assertSame(String entity, Filters filters, List<Dimension> splits) {
    Measure[] measures =
        services.model().measures().stream()
            .filter(measure -> measure.entity().equals(entity))
            .toArray(Measure[]::new);
    MetricQuery query =
        services
            .figures()
            .query(filters, Stream.of(measures).map(Measure::name).toArray(String[]::new))
            .by(splits.toArray(Dimension[]::new));
    String wide = services.figures().sql(query);
    String plain = new QueryRenderer(services.model()).render(query).sql();

    assertThat(wide).contains("idx_" + entity);
    assertThat(plain).doesNotContain("idx_");
    assertThat(rows(wide)).as("%s by %s", filters, splits).isEqualTo(rows(plain));
  }

  private static List<List<String>> rows(String sql) {
    return services.warehouse().query(sql, List.of(), WideTablesTest::rounded);
  }

  /** Sums of doubles differ in their last digits with the order of the rows. */
  private static List<String> rounded(Row row) {
    return row.columns().stream()
        .map(
            column ->
                row.any(column).map(WideTablesTest::rounded).map(Object::toString).orElse("NULL"))
        .toList();
  }

  private static Object rounded(Object value) {
    if (value instanceof Double number) {
      return "%.9g".formatted(number);
    }
    // The wide tables keep days as dates.
    if (value instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    return value instanceof Timestamp moment ? moment.toLocalDateTime() : value;
  }

  private static Dimension dimension(Random random, String... names) {
    return services.figures().by(names[random.nextInt(names.length)]);
  }

  private static Filters filters(Random random) {
    Filters filters = Filters.NONE;
    for (int i = 0; i <= random.nextInt(3); i++) {
      String name = FILTERED.get(random.nextInt(FILTERED.size()));
      List<String> values = values(name);
      Set<String> kept =
          random
              .ints(1 + random.nextInt(2), 0, values.size())
              .mapToObj(values::get)
              .collect(Collectors.toSet());
      filters = filters.with(name, kept);
    }
    if (random.nextInt(3) == 0) {
      LocalDate first = services.monitor().version().orElseThrow().firstDay();
      filters =
          filters.between(
              Optional.of(first.plusDays(random.nextInt(9))), Optional.of(first.plusDays(17)));
    }
    return filters;
  }

  private static List<String> values(String name) {
    Dimension dimension = services.figures().by(name);
    Measure measure =
        services.model().measure(dimension.entity().equals("user") ? "users" : "generations");
    return services
        .figures()
        .list(
            MetricQuery.of(measure).by(dimension),
            row -> row.any(name).map(Object::toString).orElse(""))
        .stream()
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
