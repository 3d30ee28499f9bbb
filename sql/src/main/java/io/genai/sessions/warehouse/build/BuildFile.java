package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The file beside the live warehouse in which a build grows, until it is renamed over it. */
final class BuildFile {
  private static final String ENDING = ".building";

  private final Path warehouse;
  private final Path path;

  /** Names the file for a run. */
  BuildFile(Path warehouse, String run) {
    this.warehouse = warehouse;
    this.path = warehouse.resolveSibling(prefix() + run + ENDING);
  }

  Path path() {
    return path;
  }

  Path warehouse() {
    return warehouse;
  }

  /** Where DuckDB puts what does not fit into memory. */
  Path spillDirectory() {
    return path.resolveSibling(path.getFileName() + ".spill");
  }

  /** Deletes what this build and killed ones left; for the holder of the lock. */
  void deleteLeftovers() {
    try (Stream<Path> siblings = Files.list(warehouse.getParent())) {
      List<Path> leftovers =
          siblings
              .filter(sibling -> sibling.getFileName().toString().startsWith(prefix()))
              .filter(sibling -> sibling.getFileName().toString().contains(ENDING))
              .toList();
      for (Path leftover : leftovers) {
        deleteTree(leftover);
      }
    } catch (IOException e) {
      throw failure("Leftovers of a build beside %s can't be deleted".formatted(warehouse), e);
    }
  }

  /** Makes the closed file durable and puts it in the warehouse's place, whole or not at all. */
  void publish() {
    try {
      flush(path);
      Files.move(
          path, warehouse, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      // Windows can't open a directory, and needs no flush of it.
      if (File.separatorChar == '/') {
        flush(warehouse.getParent());
      }
    } catch (IOException e) {
      throw failure("%s can't be renamed to %s".formatted(path, warehouse), e);
    }
  }

  private String prefix() {
    return "." + warehouse.getFileName() + ".";
  }

  private static void flush(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static WarehouseException failure(String what, IOException cause) {
    return new WarehouseException(Code.RESOURCE, "%s: %s".formatted(what, cause), cause);
  }
}
