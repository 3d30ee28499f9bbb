package io.genai.sessions.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ExistingFile;
import io.genai.sessions.pipeline.parquet.FileTransfer;
import io.genai.sessions.pipeline.parts.FileListing;
import io.genai.sessions.pipeline.write.WriteBadRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The folder {@code runs/<run>} of one run. */
public final class RunDirectory {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String LOCAL = "file";

  /** How deep a run's files lie below the directory of all runs: run, table, file. */
  private static final int FILES_OF_RUNS = 3;

  private final ResourceId directory;

  private RunDirectory(ResourceId directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory of a run that starts now.
   *
   * @param runs the directory of all runs, on any of Beam's file systems; made where there is none
   * @throws PipelineFailure (USER) where it cannot be written to
   */
  public static RunDirectory create(String runs, Instant started) {
    String name = NAME.format(started) + "-" + UUID.randomUUID().toString().substring(0, 4);
    try {
      RunDirectory run =
          new RunDirectory(
              FileSystems.matchNewResource(runs + "/" + name, /* isDirectory= */ true));
      run.tryToWrite();
      return run;
    } catch (IOException | RuntimeException e) {
      throw new PipelineFailure(
          Code.USER,
          "--data must be a directory that can be written to, but %s is not (%s). Name another or change its permissions."
              .formatted(runs.replaceFirst("/runs$", ""), reason(e)),
          e);
    }
  }

  /** Whether a run's directory may be called so. */
  static boolean isName(String name) {
    return name.matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");
  }

  /** Makes the directory; an object store has none, so there a file shows whether one could. */
  private void tryToWrite() throws IOException {
    if (isLocal()) {
      Files.createDirectories(Path.of(path()));
      return;
    }
    ResourceId trial = directory.resolve("started", StandardResolveOptions.RESOLVE_FILE);
    AtomicFile.write(trial, "text/plain", channel -> {});
    FileSystems.delete(List.of(trial));
  }

  private static String reason(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null || cause instanceof FileSystemException
        ? cause.getClass().getSimpleName()
        : cause.getMessage();
  }

  private boolean isLocal() {
    return directory.getScheme().equals(LOCAL);
  }

  /** The run's id. */
  public String name() {
    String path = path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The directory on Beam's file systems, without a slash at its end. */
  public String path() {
    return directory.toString().replace('\\', '/').replaceFirst("/$", "");
  }

  /**
   * The run on this machine's disk, where DuckDB reads it: a copy, with the reports of the runs
   * beside it, where it lies elsewhere.
   *
   * @throws PipelineFailure (RESOURCE) where it cannot be fetched
   */
  public LocalRun local() {
    if (isLocal()) {
      return new LocalRun(Path.of(path()), /* isCopy= */ false);
    }
    try {
      Path runs = Files.createTempDirectory("session-runs");
      fetch(runs);
      return new LocalRun(runs.resolve(name()), /* isCopy= */ true);
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot fetch the run %s to build the warehouse (%s). Check the network and the space for temporary files, then run again; inference is kept in the cache."
              .formatted(path(), reason(e)),
          e);
    }
  }

  private void fetch(Path runs) throws IOException {
    String all = path().substring(0, path().length() - name().length());
    FileListing listing = FileListing.of(all, FILES_OF_RUNS);
    for (ResourceId file : listing.files()) {
      String name = listing.relative(file);
      if (name.startsWith(name() + "/") || name.endsWith("/" + RunReport.FILE)) {
        FileTransfer.fetch(file, runs.resolve(name));
      }
    }
  }

  /** Where the bad records are, if there are any. */
  public ResourceId badRecords() {
    return directory.resolve(WriteBadRecords.FILE, StandardResolveOptions.RESOLVE_FILE);
  }

  /** The first bad records in words, at most {@code count}. */
  public List<String> firstBadRecords(int count) {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            Channels.newReader(ExistingFile.open(badRecords()), StandardCharsets.UTF_8))) {
      return lines.lines().limit(count).map(line -> inWords(json, line)).toList();
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

  /** Deletes the directory when closed, or when the process is told to end, unless kept before. */
  public Unfinished deleteUnlessFinished() {
    return new Unfinished(this);
  }

  /** A run directory that is not worth keeping yet. */
  public static final class Unfinished implements AutoCloseable {
    private final RunDirectory run;
    private final Thread hook;
    private boolean kept;

    private Unfinished(RunDirectory run) {
      this.run = run;
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
      delete();
    }

    private void stop() {
      AtomicFile.stop();
      delete();
    }

    private synchronized void delete() {
      if (kept) {
        return;
      }
      if (run.isLocal()) {
        LocalRun.delete(Path.of(run.path()));
        return;
      }
      try {
        FileSystems.delete(
            FileListing.of(run.path(), FILES_OF_RUNS).files(),
            StandardMoveOptions.IGNORE_MISSING_FILES);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete the unfinished run " + run.path(), e);
      }
    }
  }
}
