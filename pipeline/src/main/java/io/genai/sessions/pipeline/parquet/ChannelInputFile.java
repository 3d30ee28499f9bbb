package io.genai.sessions.pipeline.parquet;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file on any of Beam's file systems as Parquet wants to read it. */
public final class ChannelInputFile implements InputFile {
  private final ResourceId file;
  private final long length;

  private ChannelInputFile(ResourceId file, long length) {
    this.file = file;
    this.length = length;
  }

  /**
   * The Parquet file at {@code file}.
   *
   * @throws IOException where it cannot be opened
   */
  public static ChannelInputFile of(ResourceId file) throws IOException {
    try (SeekableByteChannel channel = ExistingFile.open(file)) {
      return new ChannelInputFile(file, channel.size());
    }
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    SeekableByteChannel channel = ExistingFile.open(file);
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }
    };
  }
}
