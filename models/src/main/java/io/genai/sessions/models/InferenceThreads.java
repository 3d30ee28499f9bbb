package io.genai.sessions.models;

import io.genai.sessions.models.ModelException.Code;

/**
 * How many threads one model computes on, however many threads call it. Every model runs each item
 * (a text, an image) on one thread and several items side by side: items need no synchronisation,
 * whereas ONNX Runtime's own pool waits at each operator, and would fight with the workers of a
 * pipeline for the same cores.
 *
 * @param count at least 1
 */
public record InferenceThreads(int count) {
  public InferenceThreads {
    if (count < 1) {
      throw new ModelException(
          Code.USER, "The number of inference threads must be at least 1, but was: " + count);
    }
  }

  /** Returns one thread for each core that this process may use: the default. */
  public static InferenceThreads allCores() {
    return new InferenceThreads(Runtime.getRuntime().availableProcessors());
  }
}
