package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Lets one build at a time publish to a warehouse, across processes. */
final class BuildLock {

  private BuildLock() {}

  /**
   * Does the work while holding the lock. The lock's file stays: were it deleted, two builds could
   * each hold a lock of that name.
   *
   * @throws WarehouseException (RESOURCE) if another build holds it, or its file can't be written
   */
  static <T> T holding(Path warehouse, Supplier<T> work) {
    Path file = warehouse.resolveSibling("." + warehouse.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!locks(channel)) {
        throw new WarehouseException(
            Code.RESOURCE,
            "Another build is publishing to %s. Wait until it has ended, then run again."
                .formatted(warehouse));
      }
      return work.get();
    } catch (IOException e) {
      throw new WarehouseException(
          Code.RESOURCE,
          "%s can't be written to: %s. Make it writable or choose another place for the warehouse."
              .formatted(warehouse.getParent(), e),
          e);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }
}
