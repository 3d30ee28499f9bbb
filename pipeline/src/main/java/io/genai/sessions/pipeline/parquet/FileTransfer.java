package io.genai.sessions.pipeline.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Carries files between this machine's disk and Beam's other file systems. */
public final class FileTransfer {
  private static final String BINARY = "application/octet-stream";

  private FileTransfer() {}

  /**
   * Fetches a file, making the directories that lead to {@code to}.
   *
   * @throws java.io.FileNotFoundException where there is no such file
   */
  public static void fetch(ResourceId file, Path to) throws IOException {
    try (InputStream in = Channels.newInputStream(ExistingFile.open(file))) {
      Files.createDirectories(to.getParent());
      Files.copy(in, to);
    }
  }

  /** Stores a file, whole or not at all, over what is there. */
  public static void store(Path file, String to) throws IOException {
    AtomicFile.write(
        FileSystems.matchNewResource(to, /* isDirectory= */ false),
        BINARY,
        channel -> Files.copy(file, Channels.newOutputStream(channel)));
  }
}
