package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a build in good order when the process is told to end (Ctrl-C): stops DuckDB, waits until
 * the build has deleted its files, and deletes them itself where that takes too long.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final BuildFile file;
  private final CountDownLatch buildEnded = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "warehouse-build-interruption");
  private Optional<BuildDatabase> database = Optional.empty();
  private boolean requested;

  private Interruption(BuildFile file) {
    this.file = file;
  }

  /** Watches over a build until closed, which is when its files are deleted or published. */
  static Interruption watchOver(BuildFile file) {
    Interruption interruption = new Interruption(file);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException e) {
      throw new WarehouseException(
          Code.USER, "The process is ending; no build is started any more.", e);
    }
    return interruption;
  }

  /** Says which database to stop. */
  synchronized void stops(BuildDatabase running) {
    database = Optional.of(running);
    if (requested) {
      running.interrupt();
    }
  }

  @Override
  public void close() {
    buildEnded.countDown();
    if (!isRequested()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private synchronized boolean isRequested() {
    return requested;
  }

  private synchronized void request() {
    requested = true;
    database.ifPresent(BuildDatabase::interrupt);
  }

  private void interrupt() {
    request();
    try {
      if (!buildEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        file.deleteLeftovers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      file.deleteLeftovers();
    }
  }
}
