package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who makes a value of an ONNX graph, and which values are constant. */
final class GraphIndex {
  private final Map<String, NodeProto> producers = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();

  GraphIndex(GraphProto graph) {
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> producers.put(output, node));
      if (node.getOpType().equals("Constant")) {
        attribute(node, "value").ifPresent(v -> constants.put(node.getOutput(0), v.getT()));
      }
    }
  }

  /** The node that makes a value; empty for inputs and weights. */
  Optional<NodeProto> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The node that makes a value, if it is of this operator. */
  Optional<NodeProto> producer(String value, String operator) {
    return producer(value).filter(node -> node.getOpType().equals(operator));
  }

  /** A value that never changes. */
  Optional<TensorProto> constant(String value) {
    return Optional.ofNullable(constants.get(value));
  }

  /** A node's list of integers, which newer operator sets take as an input; empty if open. */
  List<Long> integers(NodeProto node, int input, String attribute) {
    return node.getInputCount() > input
        ? constant(node.getInput(input)).map(GraphIndex::integers).orElse(List.of())
        : attribute(node, attribute).map(AttributeProto::getIntsList).orElse(List.of());
  }

  private static List<Long> integers(TensorProto tensor) {
    if (tensor.getRawData().isEmpty()) {
      return tensor.getInt64DataList();
    }
    LongBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    List<Long> values = new ArrayList<>();
    while (raw.hasRemaining()) {
      values.add(raw.get());
    }
    return values;
  }

  private static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }
}
