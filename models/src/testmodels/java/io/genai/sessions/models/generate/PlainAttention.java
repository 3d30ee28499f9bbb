package io.genai.sessions.models.generate;

import static io.genai.sessions.models.generate.OnnxGraph.attribute;

import java.util.List;

/** Attention in plain operators, masked by the attention mask wherever it has zeros. */
final class PlainAttention implements AttentionLayers {
  private final OnnxGraph graph;
  private final DecoderShape shape;
  private final String bias;
  private final String cosine;
  private final String sine;

  PlainAttention(OnnxGraph graph, DecoderShape shape, String mask) throws java.io.IOException {
    this.graph = graph;
    this.shape = shape;
    String positions = graph.input("position_ids", OnnxGraph.INT64, -1, -2);
    bias = bias(positions, mask);
    float[] frequencies = new float[shape.headSize() / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = (float) Math.pow(shape.ropeTheta(), -2.0 * i / shape.headSize());
    }
    String angles =
        graph.node(
            "Mul",
            List.of(
                graph.node(
                    "Unsqueeze",
                    List.of(
                        graph.node("Cast", List.of(positions), attribute("to", OnnxGraph.FLOAT)),
                        graph.vector(1L, 3L))),
                graph.weight(
                    OnnxGraph.FLOAT, LinearLayers.bytes(frequencies), frequencies.length)));
    String both = graph.node("Concat", List.of(angles, angles), attribute("axis", -1));
    cosine = graph.node("Cos", List.of(both));
    sine = graph.node("Sin", List.of(both));
  }

  /** 0 where a query may look, the lowest number elsewhere: [batch, 1, tokens, total]. */
  private String bias(String positions, String mask) {
    String zero = graph.integers(List.of(0L));
    String one = graph.integers(List.of(1L));
    String tokens = dimension(positions, 1);
    String total = dimension(mask, 1);
    String past = graph.node("Sub", List.of(total, tokens));
    String columns = graph.node("Range", List.of(zero, total, one));
    String rows =
        graph.node(
            "Unsqueeze", List.of(graph.node("Range", List.of(past, total, one)), graph.vector(1L)));
    String causal = graph.node("LessOrEqual", List.of(columns, rows));
    String real =
        graph.node(
            "Unsqueeze",
            List.of(
                graph.node("Cast", List.of(mask), attribute("to", OnnxGraph.BOOL)),
                graph.vector(1L, 2L)));
    return graph.node(
        "Where",
        List.of(
            graph.node("And", List.of(causal, real)),
            graph.number(0),
            graph.number(-Float.MAX_VALUE)));
  }

  private String dimension(String value, long axis) {
    return graph.node(
        "Gather",
        List.of(graph.node("Shape", List.of(value)), graph.integers(List.of(axis))),
        attribute("axis", 0));
  }

  @Override
  public String attend(int layer, String query, String key, String value) {
    String turnedQuery = rotated(heads(query, shape.heads()));
    String keys = cached(layer, "key", rotated(heads(key, shape.keyValueHeads())));
    String values = cached(layer, "value", heads(value, shape.keyValueHeads()));
    String product =
        graph.node(
            "MatMul",
            List.of(
                turnedQuery,
                graph.node(
                    "Transpose",
                    List.of(repeated(keys)),
                    attribute("perm", List.of(0L, 1L, 3L, 2L)))));
    String scaled =
        graph.node(
            "Mul", List.of(product, graph.number((float) (1 / Math.sqrt(shape.headSize())))));
    String share =
        graph.node(
            "Softmax", List.of(graph.node("Add", List.of(scaled, bias))), attribute("axis", -1));
    String mixed = graph.node("MatMul", List.of(share, repeated(values)));
    return graph.node(
        "Reshape",
        List.of(
            graph.node("Transpose", List.of(mixed), attribute("perm", List.of(0L, 2L, 1L, 3L))),
            graph.vector(0L, 0L, (long) shape.heads() * shape.headSize())));
  }

  private String heads(String projection, int heads) {
    String split =
        graph.node(
            "Reshape",
            List.of(projection, graph.vector(0L, 0L, (long) heads, (long) shape.headSize())));
    return graph.node("Transpose", List.of(split), attribute("perm", List.of(0L, 2L, 1L, 3L)));
  }

  private String rotated(String heads) {
    long half = shape.headSize() / 2;
    String left = slice(heads, 0, half);
    String right = slice(heads, half, shape.headSize());
    String turned =
        graph.node(
            "Concat", List.of(graph.node("Neg", List.of(right)), left), attribute("axis", -1));
    return graph.node(
        "Add",
        List.of(
            graph.node("Mul", List.of(heads, cosine)), graph.node("Mul", List.of(turned, sine))));
  }

  private String slice(String value, long from, long to) {
    return graph.node(
        "Slice", List.of(value, graph.vector(from), graph.vector(to), graph.vector(3L)));
  }

  private String cached(int layer, String kind, String heads) {
    String past =
        graph.input(
            "past_key_values." + layer + "." + kind,
            OnnxGraph.FLOAT,
            -1,
            shape.keyValueHeads(),
            -4,
            shape.headSize());
    String present =
        graph.named(
            graph.node("Concat", List.of(past, heads), attribute("axis", 2)),
            "present." + layer + "." + kind);
    graph.output(present, OnnxGraph.FLOAT, -1, shape.keyValueHeads(), -3, shape.headSize());
    return present;
  }

  private String repeated(String heads) {
    long group = shape.heads() / shape.keyValueHeads();
    String apart = graph.node("Unsqueeze", List.of(heads, graph.vector(2L)));
    String copies = graph.node("Expand", List.of(apart, graph.vector(1L, 1L, group, 1L, 1L)));
    return graph.node(
        "Reshape",
        List.of(copies, graph.vector(0L, (long) shape.heads(), -1L, (long) shape.headSize())));
  }
}
