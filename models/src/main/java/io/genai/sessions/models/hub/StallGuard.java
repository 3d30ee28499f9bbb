package io.genai.sessions.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a stream that brings nothing for too long, so that its reader goes on: the HTTP client
 * bounds the wait for an answer, but not the waits within its body.
 */
final class StallGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);

  private final InputStream stream;
  private final long limitNanos;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stall-guard");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long lastSign = System.nanoTime();

  StallGuard(InputStream stream, Duration limit) {
    this.stream = stream;
    this.limitNanos = limit.toNanos();
    long period = Math.max(1, limit.toMillis() / 4);
    var unused = clock.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
  }

  /** Tells that bytes have come. */
  void alive() {
    lastSign = System.nanoTime();
  }

  private void check() {
    if (System.nanoTime() - lastSign > limitNanos) {
      try {
        stream.close();
      } catch (IOException e) {
        LOG.debug("A stalled stream did not close well", e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
