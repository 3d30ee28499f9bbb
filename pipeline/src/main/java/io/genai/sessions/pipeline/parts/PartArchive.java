package io.genai.sessions.pipeline.parts;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open part. Not thread-safe. */
public sealed interface PartArchive extends Closeable permits ZipPart, FolderPart {

  /** More than any JSON or image of the dataset; an entry that unpacks to more is refused. */
  int MAXIMUM_ENTRY_BYTES = 128 << 20;

  /**
   * Opens {@code part}.
   *
   * @throws DamagedInput where it is no whole archive
   * @throws IOException where it cannot be reached
   */
  static PartArchive open(PartFile part) throws IOException, DamagedInput {
    return switch (part.kind()) {
      case ZIP -> ZipPart.open(part);
      case FOLDER -> FolderPart.open(part);
    };
  }

  /** The names of its files, in no particular order. */
  List<String> entries();

  /**
   * The whole content of an entry.
   *
   * @param entry one of {@link #entries()}
   * @throws DamagedInput where it is damaged or larger than {@link #MAXIMUM_ENTRY_BYTES}
   * @throws IOException where it cannot be reached
   */
  byte[] read(String entry) throws IOException, DamagedInput;
}
