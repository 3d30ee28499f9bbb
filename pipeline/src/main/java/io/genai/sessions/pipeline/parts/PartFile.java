package io.genai.sessions.pipeline.parts;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.io.IOException;

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

  /** What stops the run where this part, which was there before, cannot be reached. */
  public PipelineFailure unreachable(IOException e) {
    return new PipelineFailure(
        Code.RESOURCE,
        "Cannot reach the part %s (%s). Check its disk or network, then run again."
            .formatted(path, e),
        e);
  }

  /** The name without the archive's ending, which is also the name of the part's JSON. */
  public String baseName() {
    return switch (kind) {
      case ZIP -> name.replaceFirst("\\.zip$", "");
      case FOLDER -> name;
    };
  }
}
