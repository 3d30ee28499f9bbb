package io.genai.sessions.pipeline;

import io.genai.sessions.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The job as a person starts it: arguments in, exit code and text out. */
record AnalyzerRun(int exitCode, String out, String err) {

  /** Runs in this process, below {@code data}. */
  static AnalyzerRun in(Path data, String... arguments) {
    return with(RunModels::of, data, arguments);
  }

  /** Runs in this process with these arguments alone. */
  static AnalyzerRun of(String... arguments) {
    return run(RunModels::of, arguments);
  }

  /** The same with other models than the options choose. */
  static AnalyzerRun with(RunModels models, Path data, String... arguments) {
    return with(options -> models, data, arguments);
  }

  private static AnalyzerRun with(
      Function<AnalyzerOptions, RunModels> models, Path data, String... arguments) {
    return run(
        models,
        Stream.concat(Stream.of("--data=" + data), Stream.of(arguments)).toArray(String[]::new));
  }

  private static AnalyzerRun run(Function<AnalyzerOptions, RunModels> models, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        AnalyzerPipeline.run(
            models,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new AnalyzerRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** One number from the warehouse below {@code data}. */
  static long count(Path data, String sql) {
    try (Warehouse warehouse = Warehouse.open(data.resolve("warehouse.duckdb"))) {
      return warehouse
          .queryOne("SELECT (" + sql + ")::BIGINT AS n", List.of(), row -> row.whole("n"))
          .orElseThrow();
    }
  }

  /** A fingerprint of every row of the published tables; vectors count too. */
  static List<String> fingerprints(Path data) {
    try (Warehouse warehouse = Warehouse.open(data.resolve("warehouse.duckdb"))) {
      return Stream.of("dim_users", "dim_prompts", "fct_generations", "fct_sessions")
          .map(
              table ->
                  warehouse
                      .queryOne(
                          "SELECT md5(string_agg(t::VARCHAR, '|' ORDER BY t::VARCHAR)) AS md5 FROM "
                              + table
                              + " AS t",
                          List.of(),
                          row -> table + " " + row.text("md5"))
                      .orElseThrow())
          .toList();
    }
  }
}
