package io.genai.sessions.models.generate;

import io.genai.sessions.models.InferenceThreads;

/**
 * How a local model spends the machine. None of it changes what a full-precision model writes.
 *
 * @param threads of all batches together; those that callers bring are not counted, since they wait
 * @param maximumBatch rows decoded together, at least 1; beyond some 24 what an int8 graph gains in
 *     its products is lost again by looking back at the cached tokens of so many rows
 * @param batchesAtOnce how many batches of a request are decoded side by side, 1 to the number of
 *     threads: they share these, so that 1 answers a single prompt soonest, and as many as there
 *     are threads get most done, at the price of the memory of so many batches
 * @param prefixCache whether the keys and values of instructions are kept
 * @param jumpForward whether tokens that a constraint forces are fed together, not sampled one by
 *     one
 */
public record LocalOptions(
    InferenceThreads threads,
    int maximumBatch,
    int batchesAtOnce,
    boolean prefixCache,
    boolean jumpForward) {
  public LocalOptions {
    Require.that(maximumBatch >= 1, "maximumBatch must be at least 1, but was: %s", maximumBatch);
    Require.that(
        batchesAtOnce >= 1 && batchesAtOnce <= threads.count(),
        "batchesAtOnce must be 1 to the number of threads, %s, but was: %s",
        threads.count(),
        batchesAtOnce);
  }

  /** All processors, one batch of at most 16 rows at a time, everything on. */
  public static LocalOptions defaults() {
    return new LocalOptions(InferenceThreads.allCores(), 16, 1, true, true);
  }

  /** These options with another limit on rows. */
  public LocalOptions withMaximumBatch(int rows) {
    return new LocalOptions(threads, rows, batchesAtOnce, prefixCache, jumpForward);
  }

  /** These options with another number of batches side by side. */
  public LocalOptions withBatchesAtOnce(int batches) {
    return new LocalOptions(threads, maximumBatch, batches, prefixCache, jumpForward);
  }

  /** These options with the prefix cache on or off. */
  public LocalOptions withPrefixCache(boolean on) {
    return new LocalOptions(threads, maximumBatch, batchesAtOnce, on, jumpForward);
  }

  /** These options with jumping over forced tokens on or off. */
  public LocalOptions withJumpForward(boolean on) {
    return new LocalOptions(threads, maximumBatch, batchesAtOnce, prefixCache, on);
  }

  /** The threads that one step may take. */
  InferenceThreads stepThreads() {
    return new InferenceThreads(threads.count() / batchesAtOnce);
  }
}
