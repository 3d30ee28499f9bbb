package io.genai.sessions.web.images;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The images of the blob store by their keys, wherever it lies. */
sealed interface ImageBlobs permits BlobDirectory, BlobBucket {
  Set<String> SUFFIXES = Set.of(".png", ".jpg", ".jpeg", ".webp");

  /**
   * The image of a key.
   *
   * @param key path below the root, with slashes, as in {@code images/generations/x.png}
   * @return empty for a key that leaves the root, names no image, or leads to none
   */
  Optional<FoundImage> find(String key);

  /** Whether a key names an image; nothing else is ever served. */
  static boolean namesAnImage(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith);
  }
}
