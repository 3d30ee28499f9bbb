package io.genai.sessions.models.generate;

import static io.genai.sessions.models.generate.OnnxGraph.attribute;

import java.io.IOException;
import java.util.List;

/**
 * Attention by ONNX Runtime's own operator, which reads from the mask only how long each row is.
 */
final class GroupQueryAttention implements AttentionLayers {
  private final OnnxGraph graph;
  private final DecoderShape shape;
  private final String lengths;
  private final String total;
  private final String cosine;
  private final String sine;

  GroupQueryAttention(OnnxGraph graph, DecoderShape shape, String mask, int longest)
      throws IOException {
    this.graph = graph;
    this.shape = shape;
    String ones =
        graph.node("ReduceSum", List.of(mask, graph.vector(1L)), attribute("keepdims", 0));
    lengths = cast(graph.node("Sub", List.of(ones, graph.vector(1L))));
    total =
        cast(
            graph.node(
                "Gather",
                List.of(graph.node("Shape", List.of(mask)), graph.integers(List.of(1L)))));
    int half = shape.headSize() / 2;
    float[] cosines = new float[longest * half];
    float[] sines = new float[longest * half];
    for (int i = 0; i < cosines.length; i++) {
      int position = i / half;
      double angle = position * Math.pow(shape.ropeTheta(), -2.0 * (i % half) / shape.headSize());
      cosines[i] = (float) Math.cos(angle);
      sines[i] = (float) Math.sin(angle);
    }
    cosine = graph.weight(OnnxGraph.FLOAT, LinearLayers.bytes(cosines), longest, half);
    sine = graph.weight(OnnxGraph.FLOAT, LinearLayers.bytes(sines), longest, half);
  }

  private String cast(String value) {
    return graph.node("Cast", List.of(value), attribute("to", OnnxGraph.INT32));
  }

  @Override
  public String attend(int layer, String query, String key, String value) {
    List<String> results =
        graph.nodes(
            "com.microsoft",
            "GroupQueryAttention",
            3,
            List.of(
                query,
                key,
                value,
                past(layer, "key"),
                past(layer, "value"),
                lengths,
                total,
                cosine,
                sine),
            attribute("num_heads", shape.heads()),
            attribute("kv_num_heads", shape.keyValueHeads()),
            attribute("do_rotary", 1),
            attribute("scale", (float) (1 / Math.sqrt(shape.headSize()))));
    present(layer, "key", results.get(1));
    present(layer, "value", results.get(2));
    return results.get(0);
  }

  private String past(int layer, String kind) {
    return graph.input(
        "past_key_values." + layer + "." + kind,
        OnnxGraph.FLOAT,
        -1,
        shape.keyValueHeads(),
        -4,
        shape.headSize());
  }

  private void present(int layer, String kind, String value) {
    graph.output(
        graph.named(value, "present." + layer + "." + kind),
        OnnxGraph.FLOAT,
        -1,
        shape.keyValueHeads(),
        -3,
        shape.headSize());
  }
}
