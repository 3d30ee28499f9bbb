package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind that does not reach its end: the job in a process of its own. */
class InterruptedRunIT {
  @TempDir private Path temporary;
  private Process process;

  @AfterEach
  void endProcess() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void interruptedInTheMiddleItLeavesTheOldWarehouseAndNoHalfFile() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(AnalyzerRun.in(data, "--sampleRows=20", "--textEmbedder=none").exitCode()).isZero();
    long runs = entries(data.resolve("runs"));
    List<String> before = AnalyzerRun.fingerprints(data);

    start("--data=" + data, "--sampleRows=200");
    waitUntilAFileIsIn(data.resolve("cache"));
    // As Ctrl-C, but not ignored by what a build in the background starts.
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isNotZero();
    assertThat(AnalyzerRun.fingerprints(data)).isEqualTo(before);
    assertThat(entries(data.resolve("runs"))).isEqualTo(runs);
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.map(Path::toString))
          .noneMatch(file -> file.endsWith(".tmp") || file.contains("building"));
    }
  }

  @Test
  void onAFullDiskItSaysSoAndLeavesTheWarehouse() throws Exception {
    Path data = Files.createDirectories(temporary.resolve("small"));
    assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", data.toString())
                .start()
                .waitFor()
            == 0,
        "skipped: this machine lets nobody mount a tmpfs");
    try {
      AnalyzerRun run = AnalyzerRun.in(data, "--sampleRows=100");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("No space left on device").doesNotContain("\tat ");
      assertThat(data.resolve("warehouse.duckdb")).doesNotExist();
    } finally {
      new ProcessBuilder("umount", "--lazy", data.toString()).start().waitFor();
    }
  }

  private void start(String... arguments) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            classPath,
                            AnalyzerPipeline.class.getName()),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
  }

  private void waitUntilAFileIsIn(Path directory) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (entriesBelow(directory) == 0) {
      assertThat(process.isAlive()).as(Files.readString(temporary.resolve("log"))).isTrue();
      assertThat(System.nanoTime()).isLessThan(deadline);
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private static long entries(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  private static long entriesBelow(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
