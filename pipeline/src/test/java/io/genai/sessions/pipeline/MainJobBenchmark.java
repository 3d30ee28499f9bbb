package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job in a process of its own, from compiled classes, heap 2 GiB: its time by the clock
 * and its peak memory, as Linux tells it.
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
  void realPrompts() throws Exception {
    Path metadata =
        Path.of(System.getProperty("shared.directory"), "data/diffusiondb/metadata.parquet");
    assumeTrue(Files.exists(metadata), "needs " + metadata);
    String input = "--input=" + metadata;
    run("P2", "12,000 real rows, embedded, labelled, simulated", "≤ 75 s", "real", input);
    run("P3", "the same again, warm cache", "≤ 20 s", "real", input);
    run(
        "P2",
        "12,000 real rows, embedded and simulated, no labels",
        "≤ 60 s",
        "unlabelled",
        input,
        "--labels=none",
        "--clip=none");
  }

  private void run(String figure, String what, String asked, String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.add("-XX:+UseParallelGC");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(AnalyzerPipeline.class.getName());
    command.add("--data=" + data.resolve(name));
    command.addAll(List.of(arguments));
    Path log = data.resolve(name + ".log");
    long start = System.nanoTime();
    Process job =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long peak = 0;
    while (!job.waitFor(100, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMemory(job.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(job.exitValue()).as(Files.readString(log)).isZero();
    System.out.printf(
        "| %s | %s | %.1f s, %.2f GiB | %s |%n",
        figure, what, seconds, peak / Math.pow(1024, 2), asked);
  }

  /** KiB; 0 where the process has just ended or the system is another. */
  private static long peakMemory(long process) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
