package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes an ONNX graph node by node, its weights into a file of external data beside it. */
final class OnnxGraph implements AutoCloseable {
  static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
  static final int UINT8 = TensorProto.DataType.UINT8.getNumber();
  static final int INT8 = TensorProto.DataType.INT8.getNumber();
  static final int INT32 = TensorProto.DataType.INT32.getNumber();
  static final int INT64 = TensorProto.DataType.INT64.getNumber();
  static final int BOOL = TensorProto.DataType.BOOL.getNumber();
  private static final int ALIGNMENT = 4096;

  private final Path file;
  private final OutputStream weights;
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("decoder");
  private long offset;
  private int names;

  OnnxGraph(Path file) throws IOException {
    this.file = file;
    weights = new BufferedOutputStream(Files.newOutputStream(data()), 1 << 20);
  }

  private Path data() {
    return file.resolveSibling(file.getFileName() + "_data");
  }

  /** An input; a negative dimension is open. */
  String input(String name, int type, long... shape) {
    graph.addInput(value(name, type, shape));
    return name;
  }

  void output(String name, int type, long... shape) {
    graph.addOutput(value(name, type, shape));
  }

  private static ValueInfoProto value(String name, int type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (int i = 0; i < shape.length; i++) {
      dimensions.addDim(
          shape[i] < 0
              ? TensorShapeProto.Dimension.newBuilder().setDimParam("d" + -shape[i])
              : TensorShapeProto.Dimension.newBuilder().setDimValue(shape[i]));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
        .build();
  }

  /** A node with one output. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return nodes("", operator, 1, inputs, attributes).get(0);
  }

  /** A node of a domain with several outputs. */
  List<String> nodes(
      String domain,
      String operator,
      int outputs,
      List<String> inputs,
      AttributeProto... attributes) {
    List<String> made =
        java.util.stream.IntStream.range(0, outputs)
            .mapToObj(i -> operator + "_" + names++)
            .toList();
    graph.addNode(
        NodeProto.newBuilder()
            .setName(made.get(0))
            .setDomain(domain)
            .setOpType(operator)
            .addAllInput(inputs)
            .addAllOutput(made)
            .addAllAttribute(List.of(attributes)));
    return made;
  }

  /**
   * Gives a value a name of its own, for an output. Where the last node made it, that node is told
   * so, as exporters do: an Identity would copy the value.
   */
  String named(String value, String name) {
    if (graph.getNodeCount() > 0) {
      NodeProto.Builder last = graph.getNodeBuilder(graph.getNodeCount() - 1);
      int output = last.getOutputList().indexOf(value);
      if (output >= 0) {
        last.setOutput(output, name);
        return name;
      }
    }
    graph.addNode(
        NodeProto.newBuilder()
            .setName("name_" + name)
            .setOpType("Identity")
            .addInput(value)
            .addOutput(name));
    return name;
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto attribute(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  /** Whole numbers kept in the graph itself; a scalar if there is no shape. */
  String integers(List<Long> values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName("integers_" + names++).setDataType(INT64);
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor.addAllInt64Data(values));
    return tensor.getName();
  }

  /** A vector of whole numbers. */
  String vector(Long... values) {
    return integers(List.of(values), values.length);
  }

  /** A scalar. */
  String number(float value) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName("number_" + names++).setDataType(FLOAT);
    graph.addInitializer(tensor.addFloatData(value));
    return tensor.getName();
  }

  /** A scalar of 8 bits. */
  String small(int type, int value) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName("small_" + names++).setDataType(type);
    graph.addInitializer(tensor.addInt32Data(value));
    return tensor.getName();
  }

  /** A tensor in the external data. */
  String weight(int type, byte[] content, long... shape) throws IOException {
    int padding = (int) ((ALIGNMENT - offset % ALIGNMENT) % ALIGNMENT);
    weights.write(new byte[padding]);
    offset += padding;
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName("weight_" + names++)
            .setDataType(type)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", data().getFileName().toString()))
            .addExternalData(entry("offset", Long.toString(offset)))
            .addExternalData(entry("length", Long.toString(content.length)));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    weights.write(content);
    offset += content.length;
    return tensor.getName();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  @Override
  public void close() throws IOException {
    weights.close();
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
            .addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
            .setGraph(graph)
            .build();
    Files.write(file, model.toByteArray());
  }
}
