package io.genai.sessions.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Tells a file from another one that was renamed over it. */
record FileIdentity(Optional<Object> key, long size, FileTime modified) {

  /** The identity of the file, or empty if there is none (or it can't be looked at). */
  static Optional<FileIdentity> of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new FileIdentity(
              Optional.ofNullable(attributes.fileKey()),
              attributes.size(),
              attributes.lastModifiedTime()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
