package io.genai.sessions.pipeline.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file so that a reader sees it whole or not at all, and two attempts at the same file do
 * not mix: beside its place, then renamed; or as an object, which is there once it is uploaded.
 */
public final class AtomicFile {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
  private static final String ENDING = ".tmp";
  private static final Pattern TEMPORARY =
      Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + Pattern.quote(ENDING));
  private static final Set<ResourceId> UNFINISHED = ConcurrentHashMap.newKeySet();

  /** Stores whose objects are there once they are whole, and where renaming is copying. */
  private static final Set<String> OBJECT_STORES = Set.of("s3", "gs");

  private static volatile boolean stopped;

  private AtomicFile() {}

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Ends writing in this process: what is half written is deleted, and nothing more is begun. For a
   * process that is told to end.
   */
  public static void stop() {
    stopped = true;
    for (ResourceId temporary : UNFINISHED) {
      try {
        delete(temporary);
      } catch (IOException | RuntimeException e) {
        LOG.warn("A half-written file is left behind: {}", temporary, e);
      }
    }
  }

  /** Whether a file of this name was being written; where its process is gone, nobody needs it. */
  public static boolean isTemporary(String fileName) {
    return TEMPORARY.matcher(fileName).matches();
  }

  /**
   * Writes {@code content} to {@code file}, replacing what is there.
   *
   * @throws IOException where it cannot be written; nothing is left behind then
   */
  public static void write(ResourceId file, String mimeType, Content content) throws IOException {
    if (OBJECT_STORES.contains(file.getScheme())) {
      upload(file, mimeType, content);
    } else {
      writeAndRename(file, mimeType, content);
    }
  }

  /** Closing completes an upload, so one that failed is not closed. */
  private static void upload(ResourceId file, String mimeType, Content content) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    content.writeTo(Channels.newChannel(whole));
    requireGoingOn(file);
    WritableByteChannel channel = FileSystems.create(file, mimeType);
    ByteBuffer bytes = ByteBuffer.wrap(whole.toByteArray());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.close();
  }

  private static void requireGoingOn(ResourceId file) throws IOException {
    if (stopped) {
      throw new IOException("The process is ending: " + file + " is not written any more.");
    }
  }

  private static void writeAndRename(ResourceId file, String mimeType, Content content)
      throws IOException {
    ResourceId temporary =
        file.getCurrentDirectory()
            .resolve(
                "." + file.getFilename() + "." + UUID.randomUUID() + ENDING,
                StandardResolveOptions.RESOLVE_FILE);
    UNFINISHED.add(temporary);
    try {
      requireGoingOn(file);
      try (WritableByteChannel channel = FileSystems.create(temporary, mimeType)) {
        content.writeTo(channel);
      }
      FileSystems.rename(List.of(temporary), List.of(file));
    } catch (IOException | RuntimeException e) {
      try {
        delete(temporary);
      } catch (IOException | RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    } finally {
      UNFINISHED.remove(temporary);
    }
  }

  private static void delete(ResourceId file) throws IOException {
    FileSystems.delete(List.of(file), StandardMoveOptions.IGNORE_MISSING_FILES);
  }
}
