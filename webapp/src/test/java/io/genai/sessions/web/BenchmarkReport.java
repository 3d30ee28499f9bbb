package io.genai.sessions.web;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers what the benchmarks of all modules measured into {@code docs/benchmarks.md}.
 *
 * <p>A benchmark prints a row of the table for each figure, {@code | P6 | what | figure | asked |},
 * which the profile keeps in files. A figure that was not measured this time keeps its old row.
 */
public final class BenchmarkReport {
  private static final String BEGIN = "<!-- measured by mvn verify -Pbenchmarks -->";
  private static final String END = "<!-- end of what was measured -->";
  private static final Pattern ROW =
      Pattern.compile("\\| (P\\d+b?) \\| ([^|]+) \\|[^|]+\\|[^|]+\\|");
  private static final String HEAD = "| | what | measured | asked |\n|---|---|---|---|\n";

  private BenchmarkReport() {}

  /** A figure; the same what replaces the row of an earlier run. */
  private record Figure(String id, String what, String row) {
    /** P2 stands before P10, P7 before P7b. */
    double order() {
      String digits = id.substring(1).replace("b", ".5");
      return Double.parseDouble(digits);
    }
  }

  /** Takes the repository's root. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path page = root.resolve("docs/benchmarks.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "%s has no place for figures: it needs the lines %s and %s".formatted(page, BEGIN, END));
    }
    List<Figure> measured = measured(root);
    List<Figure> figures = new ArrayList<>(rows(text.substring(begin, end)));
    figures.removeIf(old -> measured.stream().anyMatch(figure -> figure.what().equals(old.what())));
    figures.addAll(measured);
    figures.sort(Comparator.comparingDouble(Figure::order).thenComparing(Figure::what));
    StringBuilder table = new StringBuilder(machine()).append("\n\n").append(HEAD);
    figures.forEach(figure -> table.append(figure.row()).append('\n'));
    Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + table + text.substring(end));
    System.out.printf("%d figures measured, in %s%n", measured.size(), root.relativize(page));
  }

  private static List<Figure> measured(Path root) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String module : List.of("models", "sql", "pipeline", "webapp")) {
      Path reports = root.resolve(module).resolve("target/failsafe-reports");
      if (Files.isDirectory(reports)) {
        try (DirectoryStream<Path> outputs =
            Files.newDirectoryStream(reports, "*Benchmark-output.txt")) {
          for (Path output : outputs) {
            figures.addAll(rows(Files.readString(output)));
          }
        }
      }
    }
    return figures;
  }

  private static List<Figure> rows(String text) {
    List<Figure> figures = new ArrayList<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      figures.add(new Figure(row.group(1), row.group(2), row.group()));
    }
    return figures;
  }

  private static String machine() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%s: %d cores%s, %.0f GiB, Java %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)),
            Runtime.getRuntime().availableProcessors(),
            processor(),
            system.getTotalMemorySize() / Math.pow(1024, 3),
            Runtime.version().feature());
  }

  /** The processor's name, where Linux tells it. */
  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return "";
    }
    Matcher name = Pattern.compile("model name\\s*: (.+)").matcher(Files.readString(info));
    return name.find() ? " of " + name.group(1).strip() : "";
  }
}
