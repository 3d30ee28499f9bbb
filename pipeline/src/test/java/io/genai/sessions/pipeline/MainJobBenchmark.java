package io.genai.sessions.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on the DirectRunner.
 *
 * <p>{@code mvn verify -pl pipeline -am -Pbenchmarks -Dit.test=MainJobBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class MainJobBenchmark {
  @TempDir private Path data;

  @Test
  void sample() throws Exception {
    run("P1", "embedded sample, 1,000 rows, everything embedded", "≤ 45 s, 2 GiB", "first");
    run(
        "P1",
        "embedded sample, 1,000 rows, no labels, no CLIP",
        "≤ 30 s",
        "second",
        "--labels=none",
        "--clip=none");
  }

  @Test
  void madeUpRows() throws Exception {
    MeasuredJob.run(
            data.resolve("made-up"), MeasuredJob.FOR_LARGE_INPUTS, MeasuredJob.madeUp(200_000))
        .print("P4", "200,000 made-up rows without models, DirectRunner", "heap 4 GiB");
  }

  @Test
  void realPrompts() throws Exception {
    Path metadata =
        Path.of(System.getProperty("shared.directory"), "data/diffusiondb/metadata.parquet");
    assumeTrue(Files.exists(metadata), "needs " + metadata);
    String input = "--input=" + metadata;
    run("P2", "12,000 real rows, embedded, labelled, simulated", "≤ 75 s", "real", input);
    run("P3", "the same again, warm cache", "≤ 20 s", "real", input);
    keepForTheWebApp(data.resolve("real/warehouse.duckdb"));
    run(
        "P2",
        "12,000 real rows, embedded and simulated, no labels",
        "≤ 60 s",
        "unlabelled",
        input,
        "--labels=none",
        "--clip=none");
  }

  /** Where the web app's benchmarks look for a warehouse of real rows. */
  private static void keepForTheWebApp(Path warehouse) throws IOException {
    Path kept = Path.of("target/benchmark/warehouse.duckdb");
    Files.createDirectories(kept.getParent());
    Files.copy(warehouse, kept, StandardCopyOption.REPLACE_EXISTING);
  }

  private void run(String figure, String what, String asked, String name, String... arguments)
      throws Exception {
    MeasuredJob.run(data.resolve(name), List.of(), arguments).print(figure, what, asked);
  }
}
