package io.genai.sessions.pipeline.parts;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files below a directory on any of Beam's file systems.
 *
 * @param directory the directory
 * @param files the files below it, in no particular order
 */
public record FileListing(ResourceId directory, List<ResourceId> files) {

  /**
   * Lists the files at most {@code depth} levels below {@code directory}; none where there is no
   * such directory.
   *
   * @throws IOException where it cannot be listed
   */
  public static FileListing of(String directory, int depth) throws IOException {
    ResourceId root = FileSystems.matchNewResource(directory, /* isDirectory= */ true);
    return new FileListing(
        root, root.getScheme().equals("file") ? local(root, depth) : remote(root, depth));
  }

  /** The path of {@code file} from the directory, such as {@code images/part-000001.zip}. */
  public String relative(ResourceId file) {
    return file.toString().substring(directory.toString().length()).replace('\\', '/');
  }

  /** Beam's own local listing walks the whole tree below, however deep, whatever the pattern. */
  private static List<ResourceId> local(ResourceId root, int depth) throws IOException {
    List<ResourceId> files = new ArrayList<>();
    Path directory = Path.of(root.toString());
    if (!Files.isDirectory(directory)) {
      return files;
    }
    Files.walkFileTree(
        directory,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(FileSystems.matchNewResource(file.toString(), /* isDirectory= */ false));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return files;
  }

  private static List<ResourceId> remote(ResourceId root, int depth) throws IOException {
    return FileSystems.match(root + "**", EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(Metadata::resourceId)
        .filter(file -> levels(root, file) <= depth)
        .toList();
  }

  private static long levels(ResourceId root, ResourceId file) {
    return 1
        + file.toString().substring(root.toString().length()).chars().filter(c -> c == '/').count();
  }
}
