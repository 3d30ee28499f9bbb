package io.genai.sessions.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A run as the warehouse's builder reads it, on this machine's disk.
 *
 * @param directory of the run, with the runs beside it
 * @param isCopy whether it was fetched and goes when this is closed
 */
public record LocalRun(Path directory, boolean isCopy) implements AutoCloseable {

  @Override
  public void close() {
    if (isCopy) {
      delete(directory.getParent());
    }
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }
}
