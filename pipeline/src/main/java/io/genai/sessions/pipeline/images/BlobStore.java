package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ExistingFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Files under keys such as {@code images/generations/9f….png}, on any of Beam's file systems. */
final class BlobStore {
  private final String root;

  /**
   * @param root a local directory, or a prefix such as {@code s3://bucket/blob}
   */
  BlobStore(String root) {
    this.root = root;
  }

  /** Whether there is a file under {@code key}. */
  boolean has(String key) {
    try (SeekableByteChannel channel = ExistingFile.open(file(key))) {
      return channel.isOpen();
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw failure("read", key, e);
    }
  }

  /** Whether the file under {@code key} is there and holds just {@code content}. */
  boolean holds(String key, byte[] content) {
    try (SeekableByteChannel channel = ExistingFile.open(file(key))) {
      if (channel.size() != content.length) {
        return false;
      }
      InputStream in = Channels.newInputStream(channel);
      return Arrays.equals(in.readNBytes(content.length + 1), content);
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw failure("read", key, e);
    }
  }

  /** The content of the file under {@code key}. */
  byte[] read(String key) {
    try (SeekableByteChannel channel = ExistingFile.open(file(key))) {
      return Channels.newInputStream(channel).readAllBytes();
    } catch (IOException e) {
      throw failure("read", key, e);
    }
  }

  /** Writes a file, whole or not at all. */
  void write(String key, String mimeType, byte[] content) {
    try {
      AtomicFile.write(
          file(key),
          mimeType,
          channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
          });
    } catch (IOException e) {
      throw failure("write", key, e);
    }
  }

  private ResourceId file(String key) {
    ResourceId place = FileSystems.matchNewResource(root, /* isDirectory= */ true);
    int slash = key.lastIndexOf('/');
    for (String directory : key.substring(0, slash).split("/", -1)) {
      place = place.resolve(directory, StandardResolveOptions.RESOLVE_DIRECTORY);
    }
    return place.resolve(key.substring(slash + 1), StandardResolveOptions.RESOLVE_FILE);
  }

  private PipelineFailure failure(String verb, String key, IOException e) {
    return new PipelineFailure(
        Code.RESOURCE,
        "Cannot %s %s below the blob root %s (%s). Check its free space and permissions, then run again; what is stored already is kept."
            .formatted(verb, key, root, e),
        e);
  }
}
