package io.genai.sessions.pipeline.sample.clip;

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
import java.util.List;

/** Builds an ONNX graph node by node; every method returns the name of the value that it adds. */
final class OnnxGraph {
  private static final long OPSET = 17;
  private static final long FORMAT = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("sample-clip");
  private int count;

  /** An input of floats; -1 is an open dimension. */
  String floatInput(String name, int... shape) {
    graph.addInput(value(name, DataType.FLOAT, shape));
    return name;
  }

  /** An input of 64-bit integers; -1 is an open dimension. */
  String integerInput(String name, int... shape) {
    graph.addInput(value(name, DataType.INT64, shape));
    return name;
  }

  /** Names a value of floats as an output. */
  void output(String value, String name, int... shape) {
    graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
    graph.addOutput(value(name, DataType.FLOAT, shape));
  }

  /** The first result of an operator. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String name = operator + count++;
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllAttribute(List.of(attributes))
            .addOutput(name));
    return name;
  }

  String floats(float[] values, int... shape) {
    TensorProto.Builder tensor = constant(DataType.FLOAT, shape);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  String scalar(float value) {
    return floats(new float[] {value});
  }

  String integers(long... values) {
    TensorProto.Builder tensor = constant(DataType.INT64, values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  private TensorProto.Builder constant(DataType type, int... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName("constant" + count++).setDataType(type.getNumber());
    for (int dimension : shape) {
      tensor.addDims(dimension);
    }
    return tensor;
  }

  static AttributeProto numbers(String name, long... values) {
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

  private static ValueInfoProto value(String name, DataType type, int... shape) {
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

  /** The bytes of an {@code .onnx} file. */
  byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
