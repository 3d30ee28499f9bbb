package io.genai.sessions.models.generate;

import io.genai.sessions.models.InferenceThreads;

/**
 * How a local model spends the machine. None of it changes what a full-precision model writes.
 *
 * @param threads threads of one step, which all rows of a batch take together
 * @param maximumBatch rows decoded together, at least 1; int8 graphs gain up to 64, 4-bit up to 16
 * @param prefixCache whether the keys and values of instructions are kept
 * @param jumpForward whether tokens that a constraint forces are fed together, not sampled one by
 *     one
 */
public record LocalOptions(
    InferenceThreads threads, int maximumBatch, boolean prefixCache, boolean jumpForward) {
  public LocalOptions {
    Require.that(maximumBatch >= 1, "maximumBatch must be at least 1, but was: %s", maximumBatch);
  }

  /** All processors, 16 rows, everything on. */
  public static LocalOptions defaults() {
    return new LocalOptions(InferenceThreads.allCores(), 16, true, true);
  }

  /** These options with another limit on rows. */
  public LocalOptions withMaximumBatch(int rows) {
    return new LocalOptions(threads, rows, prefixCache, jumpForward);
  }

  /** These options with the prefix cache on or off. */
  public LocalOptions withPrefixCache(boolean on) {
    return new LocalOptions(threads, maximumBatch, on, jumpForward);
  }

  /** These options with jumping over forced tokens on or off. */
  public LocalOptions withJumpForward(boolean on) {
    return new LocalOptions(threads, maximumBatch, prefixCache, on);
  }
}
