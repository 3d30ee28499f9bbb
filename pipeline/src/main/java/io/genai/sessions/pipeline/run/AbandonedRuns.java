package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs left below a data directory whose processes were killed: their unfinished directories,
 * and the files that they were writing to caches and blobs. As long as another run is at work
 * there, nothing is touched; a later run sweeps then.
 */
public final class AbandonedRuns {
  private final Path data;
  private final String ownRun;
  private final Instant ownStart;

  private AbandonedRuns(Path data, String ownRun, Instant ownStart) {
    this.data = data;
    this.ownRun = ownRun;
    this.ownStart = ownStart;
  }

  /** Those beside the run that is about to begin its work. */
  public static AbandonedRuns beside(RunDirectory own, Path data, Instant started) {
    return new AbandonedRuns(data, own.name(), started);
  }

  /**
   * Deletes what nobody owns any more.
   *
   * @return how many runs were killed; 0 too where another run is at work
   * @throws PipelineFailure (RESOURCE) where something cannot be deleted
   */
  public int sweep() {
    try {
      List<Path> unfinished = unfinishedRuns();
      if (unfinished.isEmpty()) {
        return 0;
      }
      for (Path run : unfinished) {
        if (RunLock.isHeld(run)) {
          return 0;
        }
      }
      // Their directories go last: as long as one is there, the next run looks again.
      deleteTemporaries();
      for (Path run : unfinished) {
        RunDirectory.deleteTree(run);
        RunLock.deleteOf(run);
      }
      return unfinished.size();
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "What killed runs left below %s cannot be deleted (%s). Change its permissions, or delete the directories in %s that have no %s."
              .formatted(data, e, data.resolve("runs"), RunReport.FILE),
          e);
    }
  }

  private List<Path> unfinishedRuns() throws IOException {
    try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
      return runs.filter(Files::isDirectory)
          .filter(run -> !run.getFileName().toString().equals(ownRun))
          .filter(run -> Files.notExists(run.resolve(RunReport.FILE)))
          .toList();
    }
  }

  /** Only what was written before this run began: another one may have begun since. */
  private void deleteTemporaries() throws IOException {
    for (String part : List.of("cache", "blob", "raw")) {
      Path directory = data.resolve(part);
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.filter(AbandonedRuns::isTemporary).toList()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(ownStart)) {
              Files.deleteIfExists(file);
            }
          }
        }
      }
    }
  }

  private static boolean isTemporary(Path file) {
    return AtomicFile.isTemporary(file.getFileName().toString());
  }
}
