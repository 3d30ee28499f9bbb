package io.genai.sessions.warehouse;

import com.sun.management.OperatingSystemMXBean;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.lang.management.ManagementFactory;

/**
 * What a reader of the warehouse may use.
 *
 * @param threads threads of all its queries together, 1 or more
 * @param memoryLimitMebibytes memory of all its queries together, 64 or more; a query that needs
 *     more fails, nothing is spilled to disk
 */
public record ReaderSettings(int threads, int memoryLimitMebibytes) {
  private static final long MEBIBYTE = 1 << 20;
  private static final int LEAST_BY_DEFAULT = 1024;

  /** Checks the ranges. */
  public ReaderSettings {
    requireAtLeast("threads", 1, threads);
    requireAtLeast("memoryLimitMebibytes", 64, memoryLimitMebibytes);
  }

  /**
   * All processors, and a quarter of the machine's memory but at least 1 GiB: a small warehouse
   * takes little of it, and of a large one what is looked up often stays at hand.
   */
  public static ReaderSettings defaults() {
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    int quarter = Math.toIntExact(machine / MEBIBYTE / 4);
    return new ReaderSettings(
        Runtime.getRuntime().availableProcessors(), Math.max(LEAST_BY_DEFAULT, quarter));
  }

  private static void requireAtLeast(String parameter, int minimum, int actual) {
    if (actual < minimum) {
      throw new WarehouseException(
          Code.USER, "%s must be at least %d, but was: %d".formatted(parameter, minimum, actual));
    }
  }
}
