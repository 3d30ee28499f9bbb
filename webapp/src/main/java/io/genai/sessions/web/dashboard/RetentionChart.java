package io.genai.sessions.web.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.ChartSpec.Kind;
import io.genai.sessions.web.shared.Formats;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Which share of each week's new users was active in the weeks after. */
@Service
final class RetentionChart {
  private static final int MOST_WEEKS = 26;
  private static final int MOST_COHORTS = 16;

  private final Figures figures;
  private final Tallies tallies;
  private final DataMonitor monitor;
  private final Cache<Optional<DataVersion>, Map<LocalDate, BitSet>> cohorts =
      Caffeine.newBuilder().maximumSize(1).build();

  RetentionChart(Figures figures, Tallies tallies, DataMonitor monitor) {
    this.figures = figures;
    this.tallies = tallies;
    this.monitor = monitor;
  }

  /** Rows: cohorts, newest last. Columns: weeks since the week of signing up. */
  ChartFigure load(Filters filters) {
    Dimension cohort = figures.by("cohort_week");
    Map<LocalDate, Double> sizes = sizes(filters, cohort);
    Map<LocalDate, BitSet> active = activeByWeek(filters);
    Map<LocalDate, Map<Integer, Double>> shares = new TreeMap<>(Collections.reverseOrder());
    members(cohort)
        .forEach(
            (joined, members) ->
                active.forEach(
                    (monday, users) -> {
                      int week = (int) ChronoUnit.WEEKS.between(joined, monday);
                      BitSet both = (BitSet) members.clone();
                      both.and(users);
                      if (week >= 0 && week <= MOST_WEEKS && !both.isEmpty()) {
                        shares
                            .computeIfAbsent(joined, none -> new HashMap<>())
                            .put(week, both.cardinality() / sizes.get(joined));
                      }
                    }));
    int weeks =
        shares.values().stream().flatMap(row -> row.keySet().stream()).reduce(-1, Math::max);
    List<Integer> columns = IntStream.rangeClosed(0, weeks).boxed().toList();
    ChartSpec.Builder chart =
        ChartSpec.of(Kind.HEAT_MAP, "Cohort retention", Format.PERCENT)
            .categories(
                "Weeks since signing up", columns.stream().map(week -> "+" + week).toList());
    shares.entrySet().stream()
        .limit(MOST_COHORTS)
        .forEach(
            row ->
                chart.series(
                    Formats.day(row.getKey()),
                    "accent",
                    columns.stream()
                        .map(week -> Optional.ofNullable(row.getValue().get(week)))
                        .toList()));
    return new ChartFigure(
        "retention",
        chart.build(),
        "Share of the users who signed up in a week that made a generation request so many weeks"
            + " later. "
            + cohort.definition(),
        "No user passes these filters.",
        List.of(),
        List.of());
  }

  /** Who was active in each week, by its Monday. */
  private Map<LocalDate, BitSet> activeByWeek(Filters filters) {
    Span span = tallies.span(filters);
    // Weeks are made of hours and days, not of months.
    String time = span.grain().equals("month") ? "week" : span.grain();
    Map<LocalDate, BitSet> active = new HashMap<>();
    for (Cube.Cell<BitSet> cell : span.shown(tallies.users(filters)).by(time)) {
      LocalDate day = LocalDate.ofInstant((Instant) cell.values().get(time), ZoneOffset.UTC);
      active.computeIfAbsent(day.with(DayOfWeek.MONDAY), none -> new BitSet()).or(cell.rows());
    }
    return active;
  }

  /** Who of the active users signed up in each week; the same as long as the warehouse is. */
  private Map<LocalDate, BitSet> members(Dimension cohort) {
    return cohorts.get(
        monitor.version(),
        version -> {
          Measure users = Tallies.users(figures.model().measure("sessions"), "s");
          Map<LocalDate, BitSet> members = new HashMap<>();
          figures.list(
              MetricQuery.of(users).by(cohort),
              row -> members.put(row.date(cohort.name()), BitSet.valueOf(row.bytes(users.name()))));
          return members;
        });
  }

  /** Users of each cohort, active or not, under the filters that are about users. */
  private Map<LocalDate, Double> sizes(Filters filters, Dimension cohort) {
    Filters aboutUsers = Filters.NONE;
    for (String name : filters.values().keySet()) {
      if (figures.by(name).entity().equals(cohort.entity())) {
        aboutUsers = aboutUsers.with(name, filters.of(name));
      }
    }
    Map<LocalDate, Double> sizes = new HashMap<>();
    Measure users = figures.model().measure("users");
    figures.list(
        figures.query(aboutUsers, users.name()).by(cohort),
        row -> sizes.put(row.date(cohort.name()), row.number(users.name())));
    return sizes;
  }
}
