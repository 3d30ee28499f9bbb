package io.genai.sessions.pipeline.sample;

import io.genai.sessions.pipeline.PipelineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded sample on disk, in DiffusionDB 2M's layout: {@code images/part-NNNNNN.zip}, each
 * with its PNGs and {@code part-NNNNNN.json}. Beside them lie {@code misrendered.csv} (the images
 * that show another prompt on purpose: image_name, prompt, rendered_prompt) and {@code sample.json}
 * (what the directory was made from).
 */
public final class SampleDataset {
  /** The file that says what the directory was made from; the last one to be written. */
  public static final String MARKER = SampleMarker.FILE;

  private static final Logger LOG = LoggerFactory.getLogger(SampleDataset.class);
  private static final int LARGEST = 1_000_000;
  private static final String PARTIAL = ".partial";
  private static final Object DELETING = new Object();

  private SampleDataset() {}

  /** {@link #create(Path, int, long, Runnable)} on all cores, unobserved. */
  public static Path create(Path directory, int rows, long seed) {
    return create(directory, rows, seed, () -> {});
  }

  /**
   * Makes the sample where it is not there yet. It is written beside the directory and renamed over
   * it when whole, so a directory that exists is complete; one that was made from other arguments,
   * or by another version of this code, is replaced. The same rows and seed give the same bytes at
   * any number of cores.
   *
   * @param rows 1 to 1,000,000
   * @param onImage called after each image, from several threads
   * @return the directory
   * @throws PipelineFailure USER where rows is out of range or the directory holds something else;
   *     RESOURCE where it can't be written
   */
  public static Path create(Path directory, int rows, long seed, Runnable onImage) {
    return create(directory, rows, seed, onImage, Runtime.getRuntime().availableProcessors());
  }

  static synchronized Path create(
      Path directory, int rows, long seed, Runnable onImage, int parallelism) {
    if (rows < 1 || rows > LARGEST) {
      throw new PipelineFailure(
          PipelineFailure.Code.USER,
          "rows of the sample must be 1 to %,d, but was: %,d".formatted(LARGEST, rows));
    }
    SampleMarker wanted = new SampleMarker(SampleMarker.GENERATOR, rows, seed);
    try {
      Optional<SampleMarker> found = SampleMarker.read(directory);
      if (found.isEmpty() && !isEmpty(directory)) {
        throw new PipelineFailure(
            PipelineFailure.Code.USER,
            "The sample's directory %s holds something else. Name another, or empty it."
                .formatted(directory));
      }
      if (found.isEmpty() || !found.get().equals(wanted)) {
        replace(directory, wanted, onImage, parallelism);
      }
      return directory;
    } catch (IOException e) {
      throw unwritable(directory, e);
    } catch (UncheckedIOException e) {
      throw unwritable(directory, e.getCause());
    }
  }

  /** Whether a directory is a sample's that was never completed. */
  public static boolean isUnfinished(Path directory) {
    String name = directory.getFileName().toString();
    return name.startsWith(".") && name.endsWith(PARTIAL);
  }

  private static void replace(
      Path directory, SampleMarker wanted, Runnable onImage, int parallelism) throws IOException {
    Path target = directory.toAbsolutePath();
    Path partial = target.resolveSibling("." + target.getFileName() + PARTIAL);
    delete(partial);
    PartWriters writers = new PartWriters(parallelism);
    // Ctrl-C skips every finally block, but not this.
    Thread onExit = new Thread(() -> abandon(writers, partial));
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      Files.createDirectories(partial.resolve("images"));
      List<SampleRow> rows = SampleRows.of(wanted.rows(), wanted.seed());
      writers.write(partial.resolve("images"), rows, onImage);
      MisrenderedFile.write(partial.resolve("misrendered.csv"), rows);
      wanted.write(partial);
      delete(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      abandon(writers, partial);
      forget(onExit);
    }
  }

  /** Stops writing, then removes what was written; nothing where all was renamed. */
  private static void abandon(PartWriters writers, Path partial) {
    writers.close();
    try {
      delete(partial);
    } catch (IOException e) {
      LOG.warn("Could not remove {}; it can be deleted", partial, e);
    }
  }

  private static void forget(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException exiting) {
      LOG.debug("The hook runs already", exiting);
    }
  }

  private static PipelineFailure unwritable(Path directory, IOException cause) {
    return new PipelineFailure(
        PipelineFailure.Code.RESOURCE,
        "The sample can't be written to %s (%s). Free or permit that place, or name another."
            .formatted(directory, cause),
        cause);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  /** One thread at a time: the hook and the interrupted run both clean up. */
  private static void delete(Path tree) throws IOException {
    synchronized (DELETING) {
      deleteAll(tree);
    }
  }

  private static void deleteAll(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
