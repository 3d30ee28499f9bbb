package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.generate.DecoderSignature.CacheTensor;
import io.genai.sessions.models.runtime.DeepStack;
import java.util.List;
import java.util.Map;

/**
 * Picks and joins rows of cache tensors inside ONNX Runtime, by graphs of {@code Gather} and {@code
 * Concat}, so that keys and values never pass through the Java heap.
 */
final class CacheRows implements AutoCloseable {
  private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
  private static final int FLOAT16 = TensorProto.DataType.FLOAT16.getNumber();
  private static final int INT64 = TensorProto.DataType.INT64.getNumber();

  /** Old enough for any runtime, and new enough for an index of any rank. */
  private static final int OPERATOR_SET = 13;

  private static final int FORMAT_VERSION = 8;

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
    return model(
        GraphProto.newBuilder()
            .setName("select_rows")
            .addNode(node("Gather", batchAxis, "chosen", "data", "rows"))
            .addInput(tensor("data", type))
            .addInput(tensor("rows", INT64))
            .addOutput(tensor("chosen", type)));
  }

  private static byte[] junction(int type, int batchAxis, int lengthAxis) {
    return model(
        GraphProto.newBuilder()
            .setName("join_rows")
            .addNode(node("Concat", lengthAxis, "long", "before", "data"))
            .addNode(node("Concat", lengthAxis, "longOther", "beforeOther", "other"))
            .addNode(node("Concat", batchAxis, "joined", "long", "longOther"))
            .addInput(tensor("before", type))
            .addInput(tensor("data", type))
            .addInput(tensor("beforeOther", type))
            .addInput(tensor("other", type))
            .addOutput(tensor("joined", type)));
  }

  private static byte[] model(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static NodeProto node(String operator, int axis, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(axis))
        .build();
  }

  private static ValueInfoProto tensor(String name, int elementType) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(elementType)))
        .build();
  }
}
