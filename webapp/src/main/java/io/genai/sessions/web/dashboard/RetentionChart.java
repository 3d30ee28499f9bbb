package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import io.genai.sessions.web.shared.ChartSpec.Kind;
import io.genai.sessions.web.shared.Formats;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

  RetentionChart(Figures figures) {
    this.figures = figures;
  }

  private record Activity(LocalDate cohort, int week, double users) {}

  /** Rows: cohorts, newest last. Columns: weeks since the week of signing up. */
  ChartFigure load(Filters filters) {
    Measure active = figures.model().measure("active_users");
    Dimension cohort = figures.by("cohort_week");
    Map<LocalDate, Double> sizes = sizes(filters, cohort);
    List<Activity> activity =
        figures.list(
            figures.query(filters, active.name()).by(cohort, figures.by("week")),
            row -> {
              LocalDate joined = row.date(cohort.name());
              LocalDate week = LocalDate.ofInstant(row.instant("week"), ZoneOffset.UTC);
              return new Activity(
                  joined, (int) ChronoUnit.WEEKS.between(joined, week), row.number(active.name()));
            });
    Map<LocalDate, Map<Integer, Double>> shares = new TreeMap<>(Collections.reverseOrder());
    for (Activity one : activity) {
      if (one.week() >= 0 && one.week() <= MOST_WEEKS && sizes.containsKey(one.cohort())) {
        shares
            .computeIfAbsent(one.cohort(), none -> new HashMap<>())
            .put(one.week(), one.users() / sizes.get(one.cohort()));
      }
    }
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
