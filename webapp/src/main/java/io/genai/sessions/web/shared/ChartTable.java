package io.genai.sessions.web.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart's data as a table: a column of categories and one column for each series.
 *
 * @param header names of the columns
 * @param rows texts in the columns' order
 */
public record ChartTable(List<String> header, List<List<String>> rows) {

  /** The chart's values as people read them. */
  public static ChartTable formatted(ChartSpec spec) {
    return of(spec, value -> Formats.value(spec.format(), value));
  }

  private static ChartTable of(
      ChartSpec spec, java.util.function.DoubleFunction<String> numberFormat) {
    List<String> header = new ArrayList<>();
    header.add(spec.time() ? "Time (UTC)" : spec.categoryTitle());
    spec.series().forEach(series -> header.add(series.name()));
    List<List<String>> rows = new ArrayList<>();
    for (int index = 0; index < spec.categories().size(); index++) {
      List<String> row = new ArrayList<>();
      row.add(spec.categories().get(index));
      for (ChartSpec.Series series : spec.series()) {
        row.add(series.values().get(index).map(numberFormat::apply).orElse(""));
      }
      rows.add(row);
    }
    return new ChartTable(header, rows);
  }

  /** The chart's values as a CSV file (RFC 4180), unrounded, with title and filters on top. */
  public static String csv(ChartSpec spec) {
    ChartTable table = of(spec, value -> Double.toString(value));
    Stream<List<String>> lines =
        Stream.of(
                Stream.of(List.of("# " + spec.title()), List.of("# " + spec.note())),
                Stream.of(table.header()),
                table.rows().stream())
            .flatMap(part -> part);
    return lines
        .map(line -> line.stream().map(ChartTable::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
