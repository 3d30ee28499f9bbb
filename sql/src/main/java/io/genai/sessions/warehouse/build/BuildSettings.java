package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;

/**
 * What a build may use.
 *
 * @param threads threads of DuckDB, 1 or more
 * @param memoryLimitMebibytes memory of DuckDB outside the Java heap, 256 or more; what needs more
 *     is spilled beside the warehouse
 */
public record BuildSettings(int threads, int memoryLimitMebibytes) {

  /** Checks the ranges. */
  public BuildSettings {
    requireAtLeast("threads", 1, threads);
    requireAtLeast("memoryLimitMebibytes", 256, memoryLimitMebibytes);
  }

  /** All processors and 2 GiB. */
  public static BuildSettings defaults() {
    return new BuildSettings(Runtime.getRuntime().availableProcessors(), 2048);
  }

  private static void requireAtLeast(String parameter, int minimum, int actual) {
    if (actual < minimum) {
      throw new WarehouseException(
          Code.USER, "%s must be at least %d, but was: %d".formatted(parameter, minimum, actual));
    }
  }
}
