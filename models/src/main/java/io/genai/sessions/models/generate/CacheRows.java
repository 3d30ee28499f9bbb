package io.genai.sessions.models.generate;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.generate.DecoderSignature.CacheTensor;
import io.genai.sessions.models.runtime.DeepStack;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Picks and joins rows of cache tensors inside ONNX Runtime, by graphs of {@code Gather} and {@code
 * Concat}, so that keys and values never pass through the Java heap.
 */
final class CacheRows implements AutoCloseable {
  /** Element types as numbered in onnx.proto. */
  private static final int FLOAT = 1;

  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  private final OrtEnvironment environment;
  private final OrtSession selection;
  private final OrtSession junction;

  CacheRows(OrtEnvironment environment, CacheTensor cache) throws OrtException {
    this.environment = environment;
    int type = cache.type() == OnnxJavaType.FLOAT16 ? FLOAT16 : FLOAT;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      byte[] selectionGraph = selection(type, cache.batchAxis());
      byte[] junctionGraph = junction(type, cache.batchAxis(), cache.lengthAxis());
      selection = DeepStack.call(() -> environment.createSession(selectionGraph, options));
      junction = DeepStack.call(() -> environment.createSession(junctionGraph, options));
    }
  }

  /** The chosen rows, in any order and as often as wanted; the caller closes the result. */
  OnnxTensor select(OnnxTensor data, long[] rows) throws OrtException {
    try (OnnxTensor indices = OnnxTensor.createTensor(environment, rows)) {
      // The result's one tensor is handed on, so the result itself stays open.
      return (OnnxTensor) selection.run(Map.of("data", data, "rows", indices)).get(0);
    }
  }

  /**
   * The rows of both tensors, each behind columns that make them equally long; the caller closes
   * the result.
   *
   * @param before columns to put before the first tensor, with its rows; may be none
   * @param beforeOther columns to put before the other
   */
  OnnxTensor join(OnnxTensor before, OnnxTensor data, OnnxTensor beforeOther, OnnxTensor other)
      throws OrtException {
    Map<String, OnnxTensor> inputs =
        Map.of("before", before, "data", data, "beforeOther", beforeOther, "other", other);
    return (OnnxTensor) junction.run(inputs).get(0);
  }

  @Override
  public void close() {
    try (selection) {
      junction.close();
    } catch (OrtException e) {
      throw CausalDecoder.failure("The graphs for cached rows cannot be closed", e);
    }
  }

  private static byte[] selection(int type, int batchAxis) {
    Message graph =
        new Message()
            .nested(1, node("Gather", batchAxis, "chosen", "data", "rows"))
            .text(2, "select_rows")
            .nested(11, tensor("data", type))
            .nested(11, tensor("rows", INT64))
            .nested(12, tensor("chosen", type));
    return model(graph);
  }

  private static byte[] junction(int type, int batchAxis, int lengthAxis) {
    Message graph =
        new Message()
            .nested(1, node("Concat", lengthAxis, "long", "before", "data"))
            .nested(1, node("Concat", lengthAxis, "longOther", "beforeOther", "other"))
            .nested(1, node("Concat", batchAxis, "joined", "long", "longOther"))
            .text(2, "join_rows")
            .nested(11, tensor("before", type))
            .nested(11, tensor("data", type))
            .nested(11, tensor("beforeOther", type))
            .nested(11, tensor("other", type))
            .nested(12, tensor("joined", type));
    return model(graph);
  }

  /** The bytes of a ModelProto, field numbers as in onnx.proto (IR version 8, opset 13). */
  private static byte[] model(Message graph) {
    return new Message()
        .number(1, 8)
        .nested(7, graph)
        .nested(8, new Message().text(1, "").number(2, 13))
        .bytes();
  }

  private static Message node(String operator, int axis, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    Message attribute = new Message().text(1, "axis").number(3, axis).number(20, 2);
    return node.text(2, output).text(4, operator).nested(5, attribute);
  }

  private static Message tensor(String name, int elementType) {
    Message type = new Message().nested(1, new Message().number(1, elementType));
    return new Message().text(1, name).nested(2, type);
  }

  /** A protocol buffers message whose field numbers are below 16 or written as two bytes. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Message number(int field, int value) {
      varint((field << 3) | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return raw(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message nested(int field, Message value) {
      return raw(field, value.bytes());
    }

    byte[] bytes() {
      return content.toByteArray();
    }

    private Message raw(int field, byte[] value) {
      varint((field << 3) | BYTES);
      varint(value.length);
      content.writeBytes(value);
      return this;
    }

    private void varint(int value) {
      int rest = value;
      while (rest > 0x7F) {
        content.write((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      content.write(rest);
    }
  }
}
