package io.genai.sessions.web.images;

import io.genai.sessions.web.data.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The directory of the blob store. Nothing outside it is ever found, and nothing but images. */
@Component
final class BlobDirectory {
  private static final Set<String> SUFFIXES = Set.of(".png", ".jpg", ".jpeg", ".webp");

  private final Path root;

  BlobDirectory(WarehouseSettings settings) {
    root = settings.blobs().toAbsolutePath().normalize();
  }

  /**
   * The file of a key.
   *
   * @param key path below the root, with slashes, as in {@code images/generations/x.png}
   * @return empty for a key that leaves the root, names no image, or leads to no file
   */
  Optional<Path> find(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (SUFFIXES.stream().noneMatch(name::endsWith)) {
      return Optional.empty();
    }
    try {
      Path file = root.resolve(key).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      // A link below the root may still lead out of it.
      return file.toRealPath().startsWith(root.toRealPath()) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException | IOException noSuchFile) {
      return Optional.empty();
    }
  }

  /** Changes when the file does. */
  static String entityTag(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return "\"%x-%x\"".formatted(attributes.lastModifiedTime().toMillis(), attributes.size());
  }
}
