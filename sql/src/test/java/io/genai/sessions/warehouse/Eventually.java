package io.genai.sessions.warehouse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process brings about. */
final class Eventually {
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

  private Eventually() {}

  /** Whether the condition came true before the limit was over. */
  static boolean within(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    return condition.getAsBoolean();
  }
}
