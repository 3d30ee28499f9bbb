package io.genai.sessions.pipeline.parquet;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Writes a file beside its place and renames it: a reader sees it whole or not at all, and two
 * attempts at the same file do not mix.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}, replacing what is there.
   *
   * @throws IOException where it cannot be written; nothing is left behind then
   */
  public static void write(ResourceId file, String mimeType, Content content) throws IOException {
    ResourceId temporary =
        file.getCurrentDirectory()
            .resolve(
                "." + file.getFilename() + "." + UUID.randomUUID() + ".tmp",
                StandardResolveOptions.RESOLVE_FILE);
    try {
      try (WritableByteChannel channel = FileSystems.create(temporary, mimeType)) {
        content.writeTo(channel);
      }
      FileSystems.rename(List.of(temporary), List.of(file));
    } catch (IOException | RuntimeException e) {
      try {
        FileSystems.delete(List.of(temporary), StandardMoveOptions.IGNORE_MISSING_FILES);
      } catch (IOException | RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }
}
