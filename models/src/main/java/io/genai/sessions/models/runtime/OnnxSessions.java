package io.genai.sessions.models.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

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
    return open(id, options -> environment().createSession(graph, options), intraOperatorThreads);
  }

  /** Opens a graph's file, as {@link #open(String, byte[], int)}, without a copy on the heap. */
  public static OrtSession open(String id, Path graph, int intraOperatorThreads) {
    if (!Files.isReadable(graph)) {
      throw new ModelException(
          Code.DATA, "The graph of model '%s' cannot be read: %s".formatted(id, graph));
    }
    return open(
        id,
        options -> environment().createSession(graph.toString(), options),
        intraOperatorThreads);
  }

  private static OrtSession open(String id, SessionFactory factory, int intraOperatorThreads) {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(intraOperatorThreads);
      options.setInterOpNumThreads(1);
      // A spinning pool would take the cores from the callers' own threads.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return DeepStack.call(() -> factory.create(options));
    } catch (OrtException e) {
      throw new ModelException(
          Code.DATA,
          "The graph of model '%s' cannot be loaded: %s".formatted(id, e.getMessage()),
          e);
    }
  }

  @FunctionalInterface
  private interface SessionFactory {
    OrtSession create(SessionOptions options) throws OrtException;
  }

  /** Returns an input's shape, -1 where it is open; empty if there is no such tensor. */
  public static long[] inputShape(OrtSession session, String name) {
    try {
      return shape(session.getInputInfo().get(name));
    } catch (OrtException e) {
      throw unreadable(e);
    }
  }

  /** Returns an output's shape, -1 where it is open; empty if there is no such tensor. */
  public static long[] outputShape(OrtSession session, String name) {
    try {
      return shape(session.getOutputInfo().get(name));
    } catch (OrtException e) {
      throw unreadable(e);
    }
  }

  private static long[] shape(NodeInfo node) {
    return node != null && node.getInfo() instanceof TensorInfo tensor
        ? tensor.getShape()
        : new long[0];
  }

  private static ModelException unreadable(OrtException cause) {
    return new ModelException(Code.INTERNAL, "A graph does not tell its inputs and outputs", cause);
  }

  /** Returns an INT64 tensor of shape [1, values]. */
  public static OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment(), LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static final class Environment {
    static final OrtEnvironment INSTANCE = start();
  }

  /** Not in the class above: the other thread would wait for that to be initialised. */
  private static OrtEnvironment start() {
    try {
      return DeepStack.call(
          () -> {
            OrtEnvironment environment = OrtEnvironment.getEnvironment("session-analyzer");
            environment.setTelemetry(false);
            return environment;
          });
    } catch (OrtException e) {
      throw new ModelException(Code.INTERNAL, "ONNX Runtime's telemetry cannot be turned off", e);
    }
  }
}
