package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the copies out of attention. Where several heads share keys and values, exports repeat
 * these for each head (Unsqueeze, Expand, Reshape) and multiply head by head; in a step of few
 * tokens after many that costs more than all other products. One product for all heads of a group
 * gives the same numbers: the group's queries stand below each other as its rows. ("GQA: Training
 * Generalized Multi-Query Transformer Models", Ainslie et al., 2023, names the heads so.)
 */
final class GroupedHeads {
  private static final List<Long> LAST_TWO_SWAPPED = List.of(0L, 1L, 3L, 2L);
  private static final long HEADS = 1;

  private final GraphProto graph;
  private final GraphIndex index;
  private final List<NodeProto> nodes = new ArrayList<>();

  private GroupedHeads(GraphProto graph) {
    this.graph = graph;
    index = new GraphIndex(graph);
  }

  /** Returns a decoder's graph without copies; empty if it has none of this kind. */
  static Optional<GraphProto> of(GraphProto graph) {
    return new GroupedHeads(graph).rewritten();
  }

  private Optional<GraphProto> rewritten() {
    boolean found = false;
    for (NodeProto node : graph.getNodeList()) {
      Optional<Copies> copies =
          node.getOpType().equals("MatMul") ? copies(node.getInput(1)) : Optional.empty();
      copies.ifPresentOrElse(of -> multiplyOnce(node, of), () -> nodes.add(node));
      found |= copies.isPresent();
    }
    return found ? Optional.of(needed()) : Optional.empty();
  }

  /**
   * A value repeated for each head of a group.
   *
   * @param original [batch, groups, …]
   * @param since what was done to the copies before their use, in that order
   */
  private record Copies(String original, List<NodeProto> since) {}

  private Optional<Copies> copies(String use) {
    Deque<NodeProto> since = new ArrayDeque<>();
    Optional<NodeProto> node = index.producer(use);
    while (node.filter(this::treatsCopiesAlike).isPresent()) {
      since.addFirst(node.get());
      node = index.producer(node.get().getInput(0));
    }
    return node.filter(merge -> merge.getOpType().equals("Reshape"))
        .flatMap(merge -> index.producer(merge.getInput(0), "Expand"))
        .flatMap(repeat -> index.producer(repeat.getInput(0), "Unsqueeze"))
        .filter(split -> index.integers(split, 1, "axes").equals(List.of(HEADS + 1)))
        .map(split -> new Copies(split.getInput(0), List.copyOf(since)));
  }

  /** Whether it may as well be done once, before the value is repeated. */
  private boolean treatsCopiesAlike(NodeProto node) {
    return switch (node.getOpType()) {
      case "Transpose" -> index.integers(node, 1, "perm").equals(LAST_TWO_SWAPPED);
      case "Mul", "Div" -> isOneNumber(node.getInput(1));
      default -> false;
    };
  }

  /** A constant, or what exports compute at run time from the width of a head. */
  private boolean isOneNumber(String value) {
    return index
        .constant(value)
        .map(constant -> constant.getDimsList().stream().allMatch(size -> size == 1))
        .orElseGet(() -> index.producer(value).filter(this::scalesByOneDimension).isPresent());
  }

  private boolean scalesByOneDimension(NodeProto node) {
    return switch (node.getOpType()) {
      case "Sqrt", "Cast" -> isOneNumber(node.getInput(0));
      case "Div" -> isOneNumber(node.getInput(0)) && isOneNumber(node.getInput(1));
      case "Slice" ->
          index.producer(node.getInput(0), "Shape").isPresent()
              && index.integers(node, 1, "starts").equals(List.of(-1L));
      default -> false;
    };
  }

  private void multiplyOnce(NodeProto product, Copies copies) {
    String heads = product.getInput(0);
    Writer writer = new Writer(product.getOutput(0) + "/grouped/");
    String shared = copies.original();
    for (NodeProto step : copies.since()) {
      shared = writer.repeat(step, shared);
    }
    // In a reshape 0 keeps the dimension at its place and -1 takes what is left.
    String groups =
        writer.add("Gather", "groups", writer.shape(copies.original()), writer.list(HEADS));
    String below =
        writer.add("Concat", "below", writer.list(0), groups, writer.list(-1), writer.list(0));
    String rows = writer.add("Reshape", "rows", heads, below);
    String together = writer.add("MatMul", "together", rows, shared);
    String leading = writer.add("Gather", "leading", writer.shape(heads), writer.list(0, 1, 2));
    String apart = writer.add("Concat", "apart", leading, writer.list(-1));
    writer.write("Reshape", product.getOutput(0), together, apart);
  }

  /** The graph of the nodes and weights whose values are used, in their order. */
  private GraphProto needed() {
    Set<String> used = new HashSet<>();
    graph.getOutputList().forEach(output -> used.add(output.getName()));
    List<NodeProto> needed = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      NodeProto node = nodes.get(i);
      if (node.getOutputList().stream().anyMatch(used::contains)) {
        needed.add(node);
        addUses(node, used);
      }
    }
    Collections.reverse(needed);
    return graph.toBuilder()
        .clearNode()
        .addAllNode(needed)
        .clearInitializer()
        .addAllInitializer(
            graph.getInitializerList().stream()
                .filter(weight -> used.contains(weight.getName()))
                .toList())
        .build();
  }

  /** Those of the graphs inside a node too. */
  private static void addUses(NodeProto node, Set<String> used) {
    used.addAll(node.getInputList());
    for (AttributeProto attribute : node.getAttributeList()) {
      List<GraphProto> inner = new ArrayList<>(attribute.getGraphsList());
      inner.add(attribute.getG());
      for (GraphProto body : inner) {
        body.getOutputList().forEach(output -> used.add(output.getName()));
        body.getNodeList().forEach(innerNode -> addUses(innerNode, used));
      }
    }
  }

  /** Adds nodes whose values have names of their own. */
  private final class Writer {
    private final String prefix;
    private int names;

    Writer(String prefix) {
      this.prefix = prefix;
    }

    /** A node once more, for another first input. */
    String repeat(NodeProto node, String input) {
      String output = prefix + names++;
      nodes.add(
          node.toBuilder()
              .setName(output)
              .setInput(0, input)
              .clearOutput()
              .addOutput(output)
              .build());
      return output;
    }

    String shape(String value) {
      return add("Shape", "shape" + names++, value);
    }

    String list(long... values) {
      TensorProto.Builder tensor =
          TensorProto.newBuilder()
              .setDataType(TensorProto.DataType.INT64.getNumber())
              .addDims(values.length);
      for (long value : values) {
        tensor.addInt64Data(value);
      }
      String output = prefix + "list" + names++;
      NodeProto.Builder constant = node("Constant", output);
      constant
          .addAttributeBuilder()
          .setName("value")
          .setType(AttributeProto.AttributeType.TENSOR)
          .setT(tensor);
      nodes.add(constant.build());
      return output;
    }

    String add(String operator, String output, String... inputs) {
      write(operator, prefix + output, inputs);
      return prefix + output;
    }

    void write(String operator, String output, String... inputs) {
      NodeProto.Builder node = node(operator, output).addAllInput(List.of(inputs));
      if (operator.equals("Concat")) {
        node.addAttributeBuilder()
            .setName("axis")
            .setType(AttributeProto.AttributeType.INT)
            .setI(0);
      }
      nodes.add(node.build());
    }

    private NodeProto.Builder node(String operator, String output) {
      return NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
    }
  }
}
