package io.genai.sessions.models.runtime;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs what loads ONNX Runtime or a graph on a thread with a deep stack. The runtime walks a graph
 * recursively as it optimises it, and needs much of the stack as it starts; on a Java thread's
 * usual stack of 1 MiB, used in part by a runner's own frames, either overruns it, which ends the
 * process without a word (seen with ONNX Runtime 1.29.0).
 */
public final class DeepStack {
  private static final long STACK_BYTES = 64L << 20;

  private DeepStack() {}

  /** What needs the stack. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws OrtException;
  }

  /**
   * Runs a task and waits for it.
   *
   * @throws OrtException what the task throws
   */
  public static <T> T call(Task<T> task) throws OrtException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread deep =
        new Thread(
            null,
            () -> {
              try {
                result.complete(task.run());
              } catch (OrtException | RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            "deep-stack",
            STACK_BYTES);
    deep.setDaemon(true);
    deep.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OrtException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
