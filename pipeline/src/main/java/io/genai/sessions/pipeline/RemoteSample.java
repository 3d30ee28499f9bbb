package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.ExistingFile;
import io.genai.sessions.pipeline.parquet.FileTransfer;
import io.genai.sessions.pipeline.sample.SampleDataset;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;

/** The embedded sample where all workers see it: made on this machine's disk, then stored. */
final class RemoteSample {
  private RemoteSample() {}

  /**
   * Stores the sample, or finds it stored.
   *
   * @param place where it belongs, on another of Beam's file systems
   * @throws PipelineFailure (RESOURCE) where it cannot be written
   */
  static Location create(Location place, int rows, long seed) {
    Path made =
        Path.of(System.getProperty("java.io.tmpdir"), "session-sample-%d-%d".formatted(rows, seed));
    SampleDataset.create(made, rows, seed);
    try {
      if (!isStored(made, place)) {
        store(made, place);
      }
      return place;
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot store the sample in %s (%s). Check that the place is there and may be written to."
              .formatted(place, e.getMessage()),
          e);
    }
  }

  private static boolean isStored(Path made, Location place) throws IOException {
    String marker = place.below(SampleDataset.MARKER).text();
    try (InputStream in =
        Channels.newInputStream(
            ExistingFile.open(FileSystems.matchNewResource(marker, /* isDirectory= */ false)))) {
      return Arrays.equals(
          in.readAllBytes(), Files.readAllBytes(made.resolve(SampleDataset.MARKER)));
    } catch (FileNotFoundException notYet) {
      return false;
    }
  }

  /** The marker last: it says that all the others are there. */
  private static void store(Path made, Location place) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(made)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (!file.endsWith(SampleDataset.MARKER)) {
        store(file, made, place);
      }
    }
    store(made.resolve(SampleDataset.MARKER), made, place);
  }

  private static void store(Path file, Path made, Location place) throws IOException {
    String name = made.relativize(file).toString().replace('\\', '/');
    FileTransfer.store(file, place.below(name).text());
  }
}
