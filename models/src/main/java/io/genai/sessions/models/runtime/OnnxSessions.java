package io.genai.sessions.models.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.nio.LongBuffer;

/** Opens ONNX Runtime sessions the one way this room uses them, and makes their small tensors. */
public final class OnnxSessions {
  private OnnxSessions() {}

  /** Returns the process's runtime, with telemetry off. */
  public static OrtEnvironment environment() {
    return Environment.INSTANCE;
  }

  /**
   * Opens a graph on the CPU.
   *
   * @param id the model's id, for messages
   * @param graph an ONNX file's bytes
   * @param intraOperatorThreads threads inside one operator, at least 1: 1 where items run side by
   *     side
   * @throws ModelException DATA if it is no graph that this runtime can run
   */
  public static OrtSession open(String id, byte[] graph, int intraOperatorThreads) {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(intraOperatorThreads);
      options.setInterOpNumThreads(1);
      // A spinning pool would take the cores from the callers' own threads.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return environment().createSession(graph, options);
    } catch (OrtException e) {
      throw new ModelException(
          Code.DATA,
          "The graph of model '%s' cannot be loaded: %s".formatted(id, e.getMessage()),
          e);
    }
  }

  /** Returns an INT64 tensor of shape [1, values]. */
  public static OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment(), LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static final class Environment {
    static final OrtEnvironment INSTANCE = withoutTelemetry();

    private static OrtEnvironment withoutTelemetry() {
      OrtEnvironment environment = OrtEnvironment.getEnvironment("session-analyzer");
      try {
        environment.setTelemetry(false);
      } catch (OrtException e) {
        throw new ModelException(Code.INTERNAL, "ONNX Runtime's telemetry cannot be turned off", e);
      }
      return environment;
    }
  }
}
