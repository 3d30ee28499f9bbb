package io.genai.sessions.models;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/**
 * Times repeated work for a benchmark: the best of three rounds after one to warm up. The processor
 * time tells more than the clock where other programs run.
 */
public final class Stopwatch {
  private static final int ROUNDS = 3;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Stopwatch() {}

  /**
   * Prints how long one of so many items takes.
   *
   * @return milliseconds by the clock
   */
  public static double report(String what, int count, IntConsumer work) {
    work.accept(count);
    double time = Double.MAX_VALUE;
    double processorTime = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long processorStart = PROCESS.getProcessCpuTime();
      work.accept(count);
      time = Math.min(time, (System.nanoTime() - start) / 1e6 / count);
      processorTime =
          Math.min(processorTime, (PROCESS.getProcessCpuTime() - processorStart) / 1e6 / count);
    }
    System.out.printf(
        "%s: %.2f ms each (%.0f/s), %.2f ms of processor time%n",
        what, time, 1000 / time, processorTime);
    return time;
  }
}
