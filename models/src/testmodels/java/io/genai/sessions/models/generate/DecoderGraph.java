package io.genai.sessions.models.generate;

import static io.genai.sessions.models.generate.OnnxGraph.attribute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds a Llama-like decoder with a key/value cache, with the inputs and outputs of Hugging Face's
 * exports.
 */
final class DecoderGraph {
  /** How attention is written. */
  enum Attention {
    /** Plain operators, keys and values repeated for each head: Optimum's export. */
    PLAIN,
    /** GroupQueryAttention with rotation inside: onnxruntime-genai's model builder. */
    GROUP_QUERY
  }

  /** The tokens for which scores are computed. */
  enum Scored {
    /** All that are fed: Optimum's export. */
    ALL,
    /** As many of the last as the input {@code num_logits_to_keep} says, 0 for all. */
    AS_ASKED
  }

  private static final int LONGEST = 4_096;

  private final OnnxGraph graph;
  private final DecoderShape shape;
  private final DecoderWeights weights;
  private final LinearLayers linear;
  private final Attention attention;
  private final Scored scored;

  private DecoderGraph(
      OnnxGraph graph,
      DecoderShape shape,
      DecoderWeights weights,
      LinearLayers linear,
      Attention attention,
      Scored scored) {
    this.graph = graph;
    this.shape = shape;
    this.weights = weights;
    this.linear = linear;
    this.attention = attention;
    this.scored = scored;
  }

  /** Writes {@code file} and its weights beside it. */
  static void write(
      Path file,
      DecoderShape shape,
      DecoderWeights weights,
      LinearLayers linear,
      Attention attention,
      Scored scored)
      throws IOException {
    try (OnnxGraph graph = new OnnxGraph(file)) {
      new DecoderGraph(graph, shape, weights, linear, attention, scored).build();
    }
  }

  private void build() throws IOException {
    String tokens = graph.input("input_ids", OnnxGraph.INT64, -1, -2);
    String mask = graph.input("attention_mask", OnnxGraph.INT64, -1, -3);
    AttentionLayers layers =
        attention == Attention.PLAIN
            ? new PlainAttention(graph, shape, mask)
            : new GroupQueryAttention(graph, shape, mask, LONGEST);
    String hidden = linear.embedding(graph, tokens, shape.vocabulary(), shape.width());
    for (int layer = 0; layer < shape.layers(); layer++) {
      hidden = graph.node("Add", List.of(hidden, attend(layers, hidden, layer)));
      hidden = graph.node("Add", List.of(hidden, feedForward(hidden, layer)));
    }
    String normal = norm(scored == Scored.ALL ? hidden : last(hidden), "final_norm", 0);
    String scores = linear.product(graph, normal, "head", 0, shape.width(), shape.vocabulary());
    graph.output(graph.named(scores, "logits"), OnnxGraph.FLOAT, -1, -4, shape.vocabulary());
  }

  /** The last rows; from −0, which is from the first, if none are named. */
  private String last(String hidden) {
    String kept = graph.input("num_logits_to_keep", OnnxGraph.INT64);
    String from =
        graph.node(
            "Unsqueeze", List.of(graph.node("Neg", List.of(kept)), graph.vector(0L)));
    return graph.node(
        "Slice", List.of(hidden, from, graph.vector(Long.MAX_VALUE), graph.vector(1L)));
  }

  private String attend(AttentionLayers layers, String hidden, int layer) throws IOException {
    String normal = norm(hidden, "attention_norm", layer);
    int queries = shape.heads() * shape.headSize();
    int keys = shape.keyValueHeads() * shape.headSize();
    String mixed =
        layers.attend(
            layer,
            projection(normal, "query", layer, queries),
            projection(normal, "key", layer, keys),
            projection(normal, "value", layer, keys));
    return linear.product(graph, mixed, "output", layer, queries, shape.width());
  }

  private String projection(String input, String name, int layer, int outputs) throws IOException {
    String product = linear.product(graph, input, name, layer, shape.width(), outputs);
    if (!shape.bias()) {
      return product;
    }
    byte[] bias = LinearLayers.bytes(weights.vector(name, layer, outputs));
    return graph.node("Add", List.of(product, graph.weight(OnnxGraph.FLOAT, bias, outputs)));
  }

  private String feedForward(String hidden, int layer) throws IOException {
    String normal = norm(hidden, "feed_forward_norm", layer);
    String gate = linear.product(graph, normal, "gate", layer, shape.width(), shape.feedForward());
    String up = linear.product(graph, normal, "up", layer, shape.width(), shape.feedForward());
    String open = graph.node("Mul", List.of(gate, graph.node("Sigmoid", List.of(gate))));
    String product = graph.node("Mul", List.of(open, up));
    return linear.product(graph, product, "down", layer, shape.feedForward(), shape.width());
  }

  private String norm(String input, String name, int layer) throws IOException {
    byte[] scale = LinearLayers.bytes(weights.vector(name, layer, shape.width()));
    String square = graph.node("Pow", List.of(input, graph.number(2)));
    String mean = graph.node("ReduceMean", List.of(square), attribute("axes", List.of(-1L)));
    String root =
        graph.node(
            "Sqrt", List.of(graph.node("Add", List.of(mean, graph.number(shape.epsilon())))));
    return graph.node(
        "Mul",
        List.of(
            graph.node("Div", List.of(input, root)),
            graph.weight(OnnxGraph.FLOAT, scale, shape.width())));
  }
}
