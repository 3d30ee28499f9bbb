package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of the job in a process of its own, from compiled classes.
 *
 * @param seconds by the clock, the start of the process included
 * @param peakKibibytes most resident memory, as Linux tells it; 0 elsewhere
 */
record MeasuredJob(double seconds, long peakKibibytes) {

  /**
   * {@code MAVEN_OPTS} for hundreds of thousands of rows and more, as docs/operations.md has it.
   */
  static final List<String> FOR_LARGE_INPUTS = List.of("-Xmx4g", "-XX:TieredStopAtLevel=4");

  /** Skips the benchmark where an engine is not on the class path. */
  static void assumeEngine(String runner) {
    try {
      Engine.require(runner);
    } catch (PipelineFailure missing) {
      assumeTrue(false, missing.getMessage());
    }
  }

  /** Arguments for so many rows without images and models; making them is part of the run. */
  static String[] madeUp(int rows, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--input=synthetic:" + rows);
    arguments.addAll(List.of("--textEmbedder=none", "--labels=none", "--clip=none"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /**
   * Runs the job in the JVM that Maven would run it in; it must end well.
   *
   * @param data its {@code --data}; a log of the same name lies beside it
   * @param mavenOptions what goes beyond {@code .mvn/jvm.config}
   */
  static MeasuredJob run(Path data, List<String> mavenOptions, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Files.readAllLines(Path.of("../.mvn/jvm.config")).stream()
        .filter(option -> option.startsWith("-X"))
        .forEach(command::add);
    command.addAll(mavenOptions);
    // What an engine needs opened, this process has opened as well.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(AnalyzerPipeline.class.getName());
    command.add("--data=" + data);
    command.addAll(List.of(arguments));
    Path log = data.resolveSibling(data.getFileName() + ".log");
    long start = System.nanoTime();
    Process job =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long peak = 0;
    while (!job.waitFor(100, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMemory(job.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(job.exitValue()).as(Files.readString(log)).isZero();
    return new MeasuredJob(seconds, peak);
  }

  /** Prints a row for the table of {@code docs/benchmarks.md}. */
  void print(String figure, String what, String asked) {
    System.out.printf(
        "| %s | %s | %.1f s, %.2f GiB | %s |%n",
        figure, what, seconds, peakKibibytes / Math.pow(1024, 2), asked);
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
