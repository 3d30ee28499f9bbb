package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on Flink, in this process and on a cluster of processes: {@code -Pflink}. */
@Tag("flink")
class FlinkRunnerIT {
  @TempDir private static Path temporary;
  private static Comparison comparison;

  @BeforeAll
  static void runDirectly() {
    comparison = Comparison.with(temporary, Comparison.SAMPLE);
  }

  @Test
  void inThisProcessItGivesTheSameWarehouse() {
    Path data = comparison.data("process");

    AnalyzerRun run = comparison.run(data, "--runner=FlinkRunner", "--parallelism=2");

    comparison.assertSame(run, data);
    assertThat(run.out()).contains("EmbedText", "WriteParquet prompts", "bad records  0");
  }

  @Test
  void onAClusterItGivesTheSameWarehouseAlsoTwice() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(temporary.resolve("cluster"), 2)) {
      Path first = comparison.data("first");
      Path second = comparison.data("second");

      comparison.assertSame(comparison.run(first, cluster.arguments()), first);
      comparison.assertSame(comparison.run(second, cluster.arguments()), second);
    }
  }

  @Test
  void aWorkerThatIsKilledInTheMiddleCostsNoRow() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(temporary.resolve("wounded"), 2)) {
      Path data = comparison.data("killed");
      CompletableFuture<AnalyzerRun> run =
          CompletableFuture.supplyAsync(() -> comparison.run(data, cluster.arguments()));

      cluster.killAWorkerOnce(() -> run.isDone() || holdsFiles(data.resolve("cache/EmbedText")));

      comparison.assertSame(run.join(), data);
      assertThat(cluster.log()).contains("switched from RUNNING to FAILED");
    }
  }

  @Test
  void onAFullDiskItSaysSo() throws Exception {
    assertFullDiskIsSaid("--runner=FlinkRunner");
  }

  @Test
  void onAWorkersFullDiskItSaysSo() throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(temporary.resolve("full"), 1)) {
      assertFullDiskIsSaid(cluster.arguments());
    }
  }

  /** Images are written by the workers; the driver's own disk has space. */
  private static void assertFullDiskIsSaid(String... arguments) throws Exception {
    Path blob = Files.createTempDirectory(temporary, "small");
    assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", blob.toString())
                .start()
                .waitFor()
            == 0,
        "skipped: this machine lets nobody mount a tmpfs");
    try {
      Path data = Files.createTempDirectory(temporary, "data");
      List<String> all = new ArrayList<>(List.of("--sampleRows=20", "--blob=" + blob));
      all.addAll(List.of(arguments));

      AnalyzerRun run = AnalyzerRun.in(data, all.toArray(String[]::new));

      assertThat(run.err())
          .contains("below the blob root " + blob, "No space left on device")
          .doesNotContain("\tat ");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(data.resolve("warehouse.duckdb")).doesNotExist();
    } finally {
      new ProcessBuilder("umount", "--lazy", blob.toString()).start().waitFor();
    }
  }

  @Test
  void aClusterThatDoesNotAnswerEndsTheRunAtOnce() {
    AnalyzerRun run =
        AnalyzerRun.in(
            temporary.resolve("nowhere"), "--runner=FlinkRunner", "--flinkMaster=127.0.0.1:1");

    assertThat(run.err()).contains("The cluster of --flinkMaster cannot be reached: 127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private static boolean holdsFiles(Path place) {
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
