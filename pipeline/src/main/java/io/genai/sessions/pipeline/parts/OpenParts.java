package io.genai.sessions.pipeline.parts;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads images out of parts, keeping the last few parts open: the images of a batch lie in one part
 * or two. Not thread-safe.
 */
public final class OpenParts implements Closeable {
  private static final int MAXIMUM_OPEN = 4;

  private final Map<PartFile, PartArchive> open = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * The bytes of an image.
   *
   * @throws DamagedInput where the part or the image in it is damaged
   * @throws io.genai.sessions.pipeline.PipelineFailure where the part cannot be reached
   */
  public byte[] read(ImageLocation image) throws DamagedInput {
    try {
      PartArchive archive = open.get(image.part());
      if (archive == null) {
        archive = PartArchive.open(image.part());
        open.put(image.part(), archive);
        closeEldest();
      }
      return archive.read(image.entry());
    } catch (IOException e) {
      throw image.part().unreachable(e);
    }
  }

  private void closeEldest() throws IOException {
    if (open.size() > MAXIMUM_OPEN) {
      PartFile eldest = open.keySet().iterator().next();
      open.remove(eldest).close();
    }
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.remove(open.keySet().iterator().next()).close();
    }
  }
}
