package io.genai.sessions.pipeline.parts;

/**
 * Where an image lies.
 *
 * @param entry the entry's full name in {@code part}
 */
public record ImageLocation(PartFile part, String entry) {

  /** What messages call it, such as {@code part-000001.zip!/9f….png}. */
  public String source() {
    return part.entryName(entry);
  }
}
