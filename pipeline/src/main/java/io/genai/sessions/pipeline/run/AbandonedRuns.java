package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.sample.SampleDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What killed runs left below a data directory: their unfinished directories, and the files that
 * they were writing to caches, blobs and raw inputs. Only for who knows that no run is at work.
 */
final class AbandonedRuns {
  private final Path data;

  AbandonedRuns(Path data) {
    this.data = data;
  }

  /**
   * Deletes all of it. What lies in a blob store elsewhere stays: runs of another data directory
   * may be writing there.
   *
   * @return how many runs there were
   */
  int sweep() throws IOException {
    List<Path> runs = list(data.resolve("runs"), AbandonedRuns::isUnfinishedRun);
    if (!runs.isEmpty()) {
      // The runs' directories go last: as long as one is there, the next run looks again.
      for (String part : List.of("cache", "blob", "raw")) {
        deleteTemporaries(data.resolve(part));
      }
      list(data.resolve("raw"), SampleDataset::isUnfinished).forEach(LocalRun::delete);
      runs.forEach(LocalRun::delete);
    }
    return runs.size();
  }

  private static boolean isUnfinishedRun(Path directory) {
    return RunDirectory.isName(directory.getFileName().toString())
        && Files.notExists(directory.resolve(RunReport.FILE));
  }

  private static void deleteTemporaries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(AbandonedRuns::isTemporary).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isTemporary(Path file) {
    return AtomicFile.isTemporary(file.getFileName().toString());
  }

  private static List<Path> list(Path directory, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(wanted).toList();
    }
  }
}
