package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind that does not reach its end: the job in a process of its own. */
class InterruptedRunIT {
  @TempDir private Path temporary;

  @Test
  void interruptedInTheMiddleItLeavesTheOldWarehouseAndNoHalfFile() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(AnalyzerRun.in(data, "--sampleRows=20", "--textEmbedder=none").exitCode()).isZero();
    long runs = entries(data.resolve("runs"));
    List<String> before = AnalyzerRun.fingerprints(data);

    try (AnalyzerProcess process =
        AnalyzerProcess.start(data, temporary.resolve("log"), "--sampleRows=200")) {
      process.waitUntil(() -> !AnalyzerProcess.filesBelow(data.resolve("cache")).isEmpty());
      process.interrupt();

      assertThat(process.exitCode()).isNotZero();
    }
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

  private static long entries(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
