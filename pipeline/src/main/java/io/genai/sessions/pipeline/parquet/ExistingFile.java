package io.genai.sessions.pipeline.parquet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Opens files to read, with the same answer to a missing one on all of Beam's file systems. */
public final class ExistingFile {
  private static final String LOCAL = "file";

  private ExistingFile() {}

  /**
   * Opens a file.
   *
   * @throws FileNotFoundException where there is no such file
   * @throws IOException where it cannot be read
   */
  public static SeekableByteChannel open(ResourceId file) throws IOException {
    // A local file system says itself what is missing, and lists whole folders when it is asked to
    // match; an object store answers with an exception of its own when it is not.
    ResourceId found =
        file.getScheme().equals(LOCAL)
            ? file
            : FileSystems.matchSingleFileSpec(file.toString()).resourceId();
    return (SeekableByteChannel) FileSystems.open(found);
  }
}
