package io.genai.sessions.models.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's cache on disk: contents in {@code blobs/<etag>}, names in {@code
 * snapshots/<commit>/<path>} as relative symbolic links to them, and in {@code refs/<revision>} the
 * commit that a branch or tag stood for.
 *
 * <p>Source: "Understand caching" in huggingface_hub's manual.
 *
 * @param root for instance {@code ~/.cache/huggingface/hub}
 */
record HubCache(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(HubCache.class);

  Path blob(HubRepository repository, String etag) {
    return root.resolve(repository.folder()).resolve("blobs").resolve(etag);
  }

  Path incomplete(HubRepository repository, String etag) {
    return blob(repository, etag + ".incomplete");
  }

  Path lock(HubRepository repository, String etag) {
    return root.resolve(".locks").resolve(repository.folder()).resolve(etag + ".lock");
  }

  Path snapshot(HubRepository repository, String commit) {
    return root.resolve(repository.folder()).resolve("snapshots").resolve(commit);
  }

  private Path reference(HubRepository repository, String revision) {
    return root.resolve(repository.folder()).resolve("refs").resolve(revision);
  }

  /** Returns the commit that a revision stood for when it was last asked for. */
  Optional<String> commit(HubRepository repository, String revision) throws IOException {
    if (HubFile.isCommit(revision)) {
      return Optional.of(revision);
    }
    Path reference = reference(repository, revision);
    return Files.isRegularFile(reference)
        ? Optional.of(Files.readString(reference).strip()).filter(HubFile::isCommit)
        : Optional.empty();
  }

  /** Returns a file that is there. */
  Optional<Path> find(HubFile file) throws IOException {
    return commit(file.repository(), file.revision())
        .map(commit -> snapshot(file.repository(), commit).resolve(file.path()))
        .filter(Files::isRegularFile);
  }

  /** Gives a blob its name in a snapshot, and notes what the revision stands for. */
  Path publish(HubFile file, RemoteFile remote) throws IOException {
    Path name = snapshot(file.repository(), remote.commit()).resolve(file.path());
    Files.createDirectories(name.getParent());
    link(blob(file.repository(), remote.etag()), name);
    if (!file.isPinned()) {
      writeWhole(reference(file.repository(), file.revision()), remote.commit());
    }
    return name;
  }

  /**
   * Tells whether a file has the hash that names its content. A symbolic link leads to that name; a
   * copy is looked for among the contents.
   */
  boolean isIntact(HubFile file, Path name) throws IOException {
    if (Files.isSymbolicLink(name)) {
      return BlobHash.matches(name, name.toRealPath().getFileName().toString());
    }
    for (Path blob : blobs(file.repository())) {
      if (Files.size(blob) == Files.size(name)
          && BlobHash.matches(name, blob.getFileName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Removes a damaged file and its content; a copy's content only if that is damaged too. */
  void discard(HubFile file, Path name) throws IOException {
    if (Files.isSymbolicLink(name)) {
      Files.deleteIfExists(name.toRealPath());
    } else {
      for (Path blob : blobs(file.repository())) {
        if (Files.size(blob) == Files.size(name)
            && !BlobHash.matches(blob, blob.getFileName().toString())) {
          Files.deleteIfExists(blob);
        }
      }
    }
    Files.deleteIfExists(name);
  }

  private List<Path> blobs(HubRepository repository) throws IOException {
    Path directory = root.resolve(repository.folder()).resolve("blobs");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> blobs = Files.list(directory)) {
      return blobs.filter(blob -> !blob.toString().endsWith(".incomplete")).toList();
    }
  }

  private static void link(Path blob, Path name) throws IOException {
    if (Files.isRegularFile(name)) {
      return;
    }
    Files.deleteIfExists(name);
    try {
      Files.createSymbolicLink(name, name.getParent().relativize(blob));
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Another process has linked {}", name, e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      LOG.debug("No symbolic links here, so {} is a copy", name, e);
      Path copy = Files.createTempFile(name.getParent(), "copy", ".incomplete");
      Files.copy(blob, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, name, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void writeWhole(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "ref", ".incomplete");
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
