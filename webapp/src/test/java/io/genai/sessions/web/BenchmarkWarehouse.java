package io.genai.sessions.web;

import java.nio.file.Files;
import java.nio.file.Path;

/** The warehouse on which benchmarks measure. */
public final class BenchmarkWarehouse {
  /** Where the pipeline's benchmark leaves that of the real rows, if it ran in the same build. */
  private static final Path REAL = Path.of("../pipeline/target/benchmark/warehouse.duckdb");

  private BenchmarkWarehouse() {}

  /** The one given by {@code -Dbenchmark.warehouse}, else of the real rows, else the tests' own. */
  public static Path file() {
    String given = System.getProperty("benchmark.warehouse", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    return Files.exists(REAL) ? REAL : SmallWarehouse.shared().file();
  }
}
