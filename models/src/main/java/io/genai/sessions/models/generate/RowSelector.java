package io.genai.sessions.models.generate;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Picks rows of a tensor, in any order and as often as wanted, inside ONNX Runtime: a graph of one
 * {@code Gather} along the batch axis, so that keys and values never pass through the Java heap.
 */
final class RowSelector implements AutoCloseable {
  /** Element types as numbered in onnx.proto. */
  private static final int FLOAT = 1;

  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  private final OrtEnvironment environment;
  private final OrtSession session;

  RowSelector(OrtEnvironment environment, OnnxJavaType type, int axis) throws OrtException {
    this.environment = environment;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session =
          environment.createSession(
              graph(type == OnnxJavaType.FLOAT16 ? FLOAT16 : FLOAT, axis), options);
    }
  }

  /** The chosen rows; the caller closes the result. */
  OnnxTensor select(OnnxTensor data, long[] rows) throws OrtException {
    try (OnnxTensor indices = OnnxTensor.createTensor(environment, rows)) {
      // The result's one tensor is handed on, so the result itself stays open.
      return (OnnxTensor) session.run(Map.of("data", data, "rows", indices)).get(0);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw CausalDecoder.failure("The row selector cannot be closed", e);
    }
  }

  /** The bytes of the ModelProto, field numbers as in onnx.proto (IR version 8, opset 13). */
  private static byte[] graph(int elementType, int axis) {
    Message attribute = new Message().text(1, "axis").number(3, axis).number(20, 2);
    Message gather =
        new Message().text(1, "data").text(1, "rows").text(2, "chosen").text(4, "Gather");
    Message graph =
        new Message()
            .nested(1, gather.nested(5, attribute))
            .text(2, "select_rows")
            .nested(11, tensor("data", elementType))
            .nested(11, tensor("rows", INT64))
            .nested(12, tensor("chosen", elementType));
    return new Message()
        .number(1, 8)
        .nested(7, graph)
        .nested(8, new Message().text(1, "").number(2, 13))
        .bytes();
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
