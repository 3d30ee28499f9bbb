package io.genai.sessions.web.copilot;

import io.genai.sessions.warehouse.guard.QueryResult;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.web.shared.ChartSpec;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Chooses a chart for a result, where one fits: lines over time, bars over names. */
final class ResultChart {
  private static final int MOST_BARS = 40;
  private static final int MOST_POINTS = 500;
  private static final int MOST_SERIES = 6;
  private static final Pattern FRACTION =
      Pattern.compile("(?i)(?:.*_)?(?:rate|share|fraction|proportion)(?:_.*)?");
  private static final List<String> COLORS =
      List.of("accent", "enterprise", "timeout", "safety_violation", "rate_limited", "model_error");

  private ResultChart() {}

  /** A chart of the first number column over the first column, split by a second name column. */
  static Optional<ChartSpec> of(QueryResult result, String title) {
    List<List<Object>> rows = result.rows();
    int columns = result.columns().size();
    if (rows.size() < 2 || columns < 2 || rows.size() > MOST_POINTS) {
      return Optional.empty();
    }
    boolean time = rows.stream().allMatch(row -> isTime(row.get(0)));
    boolean split = columns > 2 && !isNumber(rows, 1);
    int measure = split ? 2 : 1;
    if (!isNumber(rows, measure) || (split && distinct(rows, 1) > MOST_SERIES)) {
      return Optional.empty();
    }
    if (!time && distinct(rows, 0) > MOST_BARS) {
      return Optional.empty();
    }
    List<String> categories =
        time
            ? new ArrayList<>(new TreeSet<>(rows.stream().map(row -> instant(row.get(0))).toList()))
            : rows.stream().map(row -> ResultText.cell(row.get(0))).distinct().toList();
    Map<String, Map<String, Double>> series = new LinkedHashMap<>();
    for (List<Object> row : rows) {
      String name = split ? ResultText.cell(row.get(1)) : result.columns().get(measure).name();
      String category = time ? instant(row.get(0)) : ResultText.cell(row.get(0));
      if (row.get(measure) instanceof Number number) {
        series
            .computeIfAbsent(name, key -> new LinkedHashMap<>())
            .put(category, number.doubleValue());
      }
    }
    ChartSpec.Builder chart =
        ChartSpec.of(
                time ? ChartSpec.Kind.LINE : ChartSpec.Kind.BAR, title, format(result, measure))
            .valueTitle(result.columns().get(measure).name());
    if (time) {
      chart.times(categories);
    } else {
      chart.categories(result.columns().get(0).name(), categories);
    }
    int index = 0;
    for (Map.Entry<String, Map<String, Double>> one : series.entrySet()) {
      chart.series(
          one.getKey(),
          COLORS.get(index++ % COLORS.size()),
          categories.stream().map(c -> Optional.ofNullable(one.getValue().get(c))).toList());
    }
    return Optional.of(chart.build());
  }

  /** A rate or share between 0 and 1 is shown in percent, as everywhere else. */
  private static Format format(QueryResult result, int measure) {
    boolean named = FRACTION.matcher(result.columns().get(measure).name()).matches();
    boolean within =
        result.rows().stream()
            .map(row -> row.get(measure))
            .filter(Number.class::isInstance)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .allMatch(value -> value >= 0 && value <= 1);
    return named && within ? Format.PERCENT : Format.DECIMAL;
  }

  private static boolean isTime(Object value) {
    return value instanceof LocalDate || value instanceof LocalDateTime;
  }

  private static String instant(Object value) {
    LocalDateTime moment =
        value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
    return moment.toInstant(ZoneOffset.UTC).toString();
  }

  private static boolean isNumber(List<List<Object>> rows, int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Number)
        && rows.stream()
            .allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
  }

  private static long distinct(List<List<Object>> rows, int column) {
    return rows.stream().map(row -> ResultText.cell(row.get(column))).distinct().count();
  }
}
