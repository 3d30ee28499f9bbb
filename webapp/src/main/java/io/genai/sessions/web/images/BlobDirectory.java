package io.genai.sessions.web.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;

/** The directory of the blob store. Nothing outside it is ever found, and nothing but images. */
final class BlobDirectory implements ImageBlobs {
  private final Path root;

  BlobDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<FoundImage> find(String key) {
    if (!ImageBlobs.namesAnImage(key)) {
      return Optional.empty();
    }
    try {
      Path file = root.resolve(key).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      // A link below the root may still lead out of it.
      return file.toRealPath().startsWith(root.toRealPath())
          ? Optional.of(new FoundImage(entityTag(file), new FileSystemResource(file)))
          : Optional.empty();
    } catch (InvalidPathException | IOException noSuchFile) {
      return Optional.empty();
    }
  }

  private static String entityTag(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return "\"%x-%x\"".formatted(attributes.lastModifiedTime().toMillis(), attributes.size());
  }
}
