package io.genai.sessions.models.clip;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds an ONNX graph node by node; every method returns the name of the value that it adds. */
final class GraphBuilder {
  private static final long OPSET = 17;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private int count;

  /** An input; -1 is an open dimension. */
  String input(String name, DataType type, long... shape) {
    graph.addInput(value(name, type, shape));
    return name;
  }

  void output(String value, String name, long... shape) {
    graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
    graph.addOutput(value(name, DataType.FLOAT, shape));
  }

  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return nodes(operator, 1, inputs, attributes).get(0);
  }

  List<String> nodes(
      String operator, int outputs, List<String> inputs, AttributeProto... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllAttribute(List.of(attributes));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      names.add(operator + count++);
    }
    graph.addNode(node.addAllOutput(names));
    return names;
  }

  String floats(float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return initializer(DataType.FLOAT, bytes.array(), shape);
  }

  String scalar(float value) {
    return floats(new float[] {value});
  }

  String integers(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return initializer(DataType.INT64, bytes.array(), values.length);
  }

  String bytes(DataType type, byte[] values, long... shape) {
    return initializer(type, values, shape);
  }

  private String initializer(DataType type, byte[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName("constant" + count++)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(values));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  static AttributeProto attribute(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static ValueInfoProto value(String name, DataType type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (int i = 0; i < shape.length; i++) {
      dimensions.addDim(
          shape[i] < 0
              ? TensorShapeProto.Dimension.newBuilder().setDimParam("open" + i)
              : TensorShapeProto.Dimension.newBuilder().setDimValue(shape[i]));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(dimensions)))
        .build();
  }

  Path write(Path file) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }
}
