package io.genai.sessions.warehouse;

import io.genai.sessions.warehouse.WarehouseException.Code;

/**
 * What a reader of the warehouse may use.
 *
 * @param threads threads of all its queries together, 1 or more
 * @param memoryLimitMebibytes memory of all its queries together, 64 or more; a query that needs
 *     more fails, nothing is spilled to disk
 */
public record ReaderSettings(int threads, int memoryLimitMebibytes) {

  /** Checks the ranges. */
  public ReaderSettings {
    requireAtLeast("threads", 1, threads);
    requireAtLeast("memoryLimitMebibytes", 64, memoryLimitMebibytes);
  }

  /** All processors and 1 GiB. */
  public static ReaderSettings defaults() {
    return new ReaderSettings(Runtime.getRuntime().availableProcessors(), 1024);
  }

  private static void requireAtLeast(String parameter, int minimum, int actual) {
    if (actual < minimum) {
      throw new WarehouseException(
          Code.USER, "%s must be at least %d, but was: %d".formatted(parameter, minimum, actual));
    }
  }
}
