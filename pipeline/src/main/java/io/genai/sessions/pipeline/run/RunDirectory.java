package io.genai.sessions.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.write.WriteBadRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder {@code runs/<run>} of one run. */
public final class RunDirectory {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path directory;
  private final RunLock lock;

  private RunDirectory(Path directory, RunLock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Makes the directory of a run that starts now.
   *
   * @param data the data directory; made where there is none
   * @throws PipelineFailure (USER) where it cannot be written to
   */
  public static RunDirectory create(Path data, Instant started) {
    String name = NAME.format(started) + "-" + UUID.randomUUID().toString().substring(0, 4);
    try {
      Path directory = Files.createDirectories(data.resolve("runs")).resolve(name);
      RunLock lock = RunLock.hold(directory);
      return new RunDirectory(Files.createDirectory(directory), lock);
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.USER,
          "--data must be a directory that can be written to, but %s is not (%s). Name another or change its permissions."
              .formatted(data.toAbsolutePath(), e.getClass().getSimpleName()),
          e);
    }
  }

  /** The run's id. */
  public String name() {
    return directory.getFileName().toString();
  }

  public String path() {
    return directory.toString();
  }

  public Path local() {
    return directory;
  }

  /** Where the bad records are, if there are any. */
  public Path badRecords() {
    return directory.resolve(WriteBadRecords.FILE);
  }

  /** The first bad records in words, at most {@code count}. */
  public List<String> firstBadRecords(int count) {
    ObjectMapper json = new ObjectMapper();
    try (Stream<String> lines = Files.lines(badRecords())) {
      return lines.limit(count).map(line -> inWords(json, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inWords(ObjectMapper json, String line) {
    try {
      JsonNode record = json.readTree(line);
      return "  " + record.path("source").asText() + ": " + record.path("reason").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void deleteTree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes the directory when closed, or when the process is told to end, unless kept before. */
  public Unfinished deleteUnlessFinished() {
    return new Unfinished(directory, lock);
  }

  /** A run directory that is not worth keeping yet. */
  public static final class Unfinished implements AutoCloseable {
    private final Path directory;
    private final RunLock lock;
    private final Thread hook;
    private boolean kept;

    private Unfinished(Path directory, RunLock lock) {
      this.directory = directory;
      this.lock = lock;
      this.hook = new Thread(this::stop, "stop-unfinished-run");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From here on the directory stays. */
    public synchronized void keep() {
      kept = true;
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        return; // The process is ending: the hook does it.
      }
      end();
    }

    private void stop() {
      AtomicFile.stop();
      end();
    }

    private synchronized void end() {
      try (lock) {
        if (!kept) {
          deleteTree(directory);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete the unfinished run " + directory, e);
      }
    }
  }
}
