package io.genai.sessions.models.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Creates sessions on a thread with a deep stack. ONNX Runtime walks a graph recursively as it
 * optimises it; on a Java thread's usual stack of 1 MiB a graph of a few hundred nodes overruns it,
 * which ends the process without a word (seen with all-MiniLM-L6-v2 on ONNX Runtime 1.29.0).
 */
public final class SessionLoader {
  private static final long STACK_BYTES = 64L << 20;

  private SessionLoader() {}

  /** What creates a session. */
  @FunctionalInterface
  public interface SessionFactory {
    OrtSession create() throws OrtException;
  }

  /**
   * Creates a session.
   *
   * @throws OrtException what the factory throws
   */
  public static OrtSession load(SessionFactory factory) throws OrtException {
    CompletableFuture<OrtSession> session = new CompletableFuture<>();
    Thread loader =
        new Thread(
            null,
            () -> {
              try {
                session.complete(factory.create());
              } catch (OrtException | RuntimeException | Error e) {
                session.completeExceptionally(e);
              }
            },
            "load-onnx-session",
            STACK_BYTES);
    loader.setDaemon(true);
    loader.start();
    try {
      return session.join();
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
