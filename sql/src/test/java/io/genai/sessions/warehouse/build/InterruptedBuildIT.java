package io.genai.sessions.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends real processes in the middle of a build. */
class InterruptedBuildIT {
  @TempDir private Path data;

  private Path warehouse() {
    return data.resolve("warehouse.duckdb");
  }

  @Test
  void interruptedBuildLeavesTheOldWarehouseAndNoHalfFile() throws Exception {
    publishSmallRun();
    Process build = startLargeBuild();

    build.destroy(); // what Ctrl-C does
    assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(build.exitValue()).isNotZero();
    assertThat(fileNames())
        .containsExactlyInAnyOrder("runs", "warehouse.duckdb", ".warehouse.duckdb.lock");
    assertOldWarehouseIsThere();
  }

  @Test
  void nextBuildRemovesWhatAKilledOneLeft() throws Exception {
    publishSmallRun();
    Process build = startLargeBuild();

    build.destroyForcibly();
    assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(fileNames()).anyMatch(name -> name.contains(".building"));
    assertOldWarehouseIsThere();
    publishSmallRun();
    assertThat(fileNames()).noneMatch(name -> name.contains(".building"));
  }

  private void publishSmallRun() {
    WarehouseBuilder.from(RunDirectoryFixture.valid().writeTo(data.resolve("runs"), "small"))
        .publishTo(warehouse());
  }

  private Process startLargeBuild() throws Exception {
    Path run =
        RunDirectoryFixture.valid()
            .with(
                """
                INSERT INTO prompts
                SELECT prompts.* REPLACE (
                    ids.id AS prompt_id,
                    NULL AS image_embedding,
                    NULL AS text_embedding,
                    NULL AS text_embedding_mini
                )
                FROM prompts
                INNER JOIN range(100, 100000) AS ids(id) ON prompt_id = 1
                """)
            .writeTo(data.resolve("runs"), "large");
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PublishingProcess.class.getName(),
                run.toString(),
                warehouse().toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("runs/output.txt").toFile())
            .start();
    assertThat(becomesTrue(this::buildIsUnderWay)).isTrue();
    return build;
  }

  /** Once the log has statements, the build is at work. */
  private boolean buildIsUnderWay() {
    return Files.exists(data.resolve(".warehouse.duckdb.large.building.wal"));
  }

  private static boolean becomesTrue(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return false;
  }

  private List<String> fileNames() throws Exception {
    try (Stream<Path> files = Files.list(data)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void assertOldWarehouseIsThere() {
    try (Warehouse opened = Warehouse.open(warehouse())) {
      assertThat(opened.info().runId()).isEqualTo("small");
    }
  }
}
