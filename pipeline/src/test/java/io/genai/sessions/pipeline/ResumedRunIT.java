package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.parquet.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed and started again, and runs beside each other: real processes. */
class ResumedRunIT {
  private static final int ROWS = Integer.getInteger("resume.rows", 600);
  private static final int KILLS = Integer.getInteger("resume.kills", 4);

  /** A run writes about so many files from a warm cache, many more from a cold one. */
  private static final int FILES_OF_A_RUN = 90;

  @TempDir private Path temporary;

  @Test
  void killedAtRandomMomentsItGivesTheSameWarehouseAndInfersEachShardOnce() throws Exception {
    String[] arguments = {"--input=synthetic:" + ROWS, "--clip=none"};
    Path undisturbed = temporary.resolve("undisturbed");
    assertThat(AnalyzerRun.in(undisturbed, arguments).exitCode()).isZero();

    Path data = temporary.resolve("data");
    Random moments = new Random(42);
    Map<Path, Object> inferred = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      try (AnalyzerProcess process = start(data, arguments)) {
        waitForNewFiles(process, data, moments.nextInt(FILES_OF_A_RUN));
        process.kill();
      }
      keepWhatWasInferred(inferred, data);
    }
    try (AnalyzerProcess process = start(data, arguments)) {
      assertThat(process.exitCode()).as(process.log()).isZero();
    }

    keepWhatWasInferred(inferred, data);
    assertThat(inferred).hasSameSizeAs(AnalyzerProcess.filesBelow(undisturbed.resolve("cache")));
    assertThat(AnalyzerRun.fingerprints(data)).isEqualTo(AnalyzerRun.fingerprints(undisturbed));
    assertNothingIsLeftBehind(data);
  }

  @Test
  void twoRunsAtOncePublishOneAfterTheOther() throws Exception {
    Path data = temporary.resolve("data");
    String[] withoutModels = {"--textEmbedder=none", "--labels=none", "--clip=none"};
    try (AnalyzerProcess one = start(data, with("--input=synthetic:400", withoutModels));
        AnalyzerProcess other = start(data, with("--input=synthetic:500", withoutModels))) {
      assertThat(one.exitCode()).as(one.log()).isZero();
      assertThat(other.exitCode()).as(other.log()).isZero();
    }

    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM fct_generations")).isIn(400L, 500L);
    try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
      assertThat(runs).hasSize(2).allMatch(run -> Files.exists(run.resolve("run.json")));
    }
    assertNothingIsLeftBehind(data);
  }

  private AnalyzerProcess start(Path data, String... arguments) throws IOException {
    return AnalyzerProcess.start(
        data, Files.createTempFile(temporary, "process", ".log"), arguments);
  }

  private static String[] with(String first, String... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
  }

  /** Or for the build of the warehouse, which is the end of a run. */
  private static void waitForNewFiles(AnalyzerProcess process, Path data, int count)
      throws Exception {
    Set<Path> before = AnalyzerProcess.filesBelow(data);
    process.waitUntil(
        () -> {
          Set<Path> files = new HashSet<>(AnalyzerProcess.filesBelow(data));
          files.removeAll(before);
          return files.size() >= count
              || files.stream().anyMatch(file -> file.toString().contains(".building"));
        });
  }

  /** A shard that is inferred again is written anew, under another inode. */
  private static void keepWhatWasInferred(Map<Path, Object> inferred, Path data)
      throws IOException {
    for (Path file : AnalyzerProcess.filesBelow(data.resolve("cache"))) {
      if (!AtomicFile.isTemporary(file.getFileName().toString())) {
        Object inode = Files.getAttribute(file, "unix:ino");
        assertThat(inferred.getOrDefault(file, inode)).as(file.toString()).isEqualTo(inode);
        inferred.put(file, inode);
      }
    }
  }

  private static void assertNothingIsLeftBehind(Path data) throws IOException {
    assertThat(AnalyzerProcess.filesBelow(data))
        .noneMatch(file -> AtomicFile.isTemporary(file.getFileName().toString()))
        .noneMatch(file -> file.toString().contains(".building"));
    try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
      assertThat(runs).allMatch(run -> Files.exists(run.resolve("run.json")));
    }
  }
}
