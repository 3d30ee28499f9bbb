package io.genai.sessions.pipeline.images;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The keys of an image in the blob store. The name comes from the input, which may be hostile: only
 * a plain file name becomes a key.
 *
 * @param name the image's file name, such as {@code 9f….png}
 */
record ImageName(String name) {
  /** Leaves room, within the 255 bytes of common file systems, for the name of a partial file. */
  private static final int MAXIMUM_BYTES = 180;

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+@=,-]*");

  /** Whether this names a file and nothing else: no directory, no drive, no control character. */
  boolean isPlain() {
    return PLAIN.matcher(name).matches()
        && name.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES;
  }

  String imageKey() {
    return "images/generations/" + name;
  }

  String thumbnailKey() {
    int dot = name.lastIndexOf('.');
    return "images/thumbnails/" + (dot > 0 ? name.substring(0, dot) : name) + ".jpg";
  }
}
