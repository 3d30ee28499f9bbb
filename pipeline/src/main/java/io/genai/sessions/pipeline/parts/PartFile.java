package io.genai.sessions.pipeline.parts;

/**
 * One part of DiffusionDB: some images and the JSON that says how they were made.
 *
 * @param name what messages call it, such as {@code part-000001.zip}
 * @param path where it lies: the zip file, or the directory that it was unpacked to
 */
public record PartFile(String name, String path, Kind kind) {

  /** How a part is stored. */
  public enum Kind {
    ZIP,
    FOLDER
  }

  /** What messages call an entry of this part, such as {@code part-000001.zip!/9f….png}. */
  public String entryName(String entry) {
    return switch (kind) {
      case ZIP -> name + "!/" + entry;
      case FOLDER -> name + "/" + entry;
    };
  }

  /** The name without the archive's ending, which is also the name of the part's JSON. */
  public String baseName() {
    return switch (kind) {
      case ZIP -> name.replaceFirst("\\.zip$", "");
      case FOLDER -> name;
    };
  }
}
