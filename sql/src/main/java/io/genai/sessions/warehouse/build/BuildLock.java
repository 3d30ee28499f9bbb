package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one build at a time publish to a warehouse, across processes; the others wait. */
final class BuildLock {
  private static final Logger LOG = LoggerFactory.getLogger(BuildLock.class);
  private static final long LOOK_EVERY_MILLIS = 200;

  private final Path warehouse;
  private final Duration patience;

  /**
   * @param patience how long to wait for another build to end
   */
  BuildLock(Path warehouse, Duration patience) {
    this.warehouse = warehouse;
    this.patience = patience;
  }

  /**
   * Does the work while holding the lock. The lock's file stays: were it deleted, two builds could
   * each hold a lock of that name.
   *
   * @throws WarehouseException RESOURCE if another build holds it for too long, or its file can't
   *     be written; USER if the thread is interrupted while it waits
   */
  <T> T holding(Supplier<T> work) {
    Path file = warehouse.resolveSibling("." + warehouse.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      await(channel);
      return work.get();
    } catch (IOException e) {
      throw new WarehouseException(
          Code.RESOURCE,
          "%s can't be written to: %s. Make it writable or choose another place for the warehouse."
              .formatted(warehouse.getParent(), e),
          e);
    }
  }

  private void await(FileChannel channel) throws IOException {
    if (locks(channel)) {
      return;
    }
    LOG.warn("Another build is publishing to {}; waiting for its end", warehouse);
    long began = System.nanoTime();
    while (!locks(channel)) {
      if (System.nanoTime() - began >= patience.toNanos()) {
        throw new WarehouseException(
            Code.RESOURCE,
            "Another build is publishing to %s and did not end within %d s. Wait until it has ended, then run again."
                .formatted(warehouse, patience.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WarehouseException(
          Code.USER, "Interrupted while another build was publishing; nothing was built.", e);
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
