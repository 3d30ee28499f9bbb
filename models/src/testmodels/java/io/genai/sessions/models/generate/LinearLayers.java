package io.genai.sessions.models.generate;

import static io.genai.sessions.models.generate.OnnxGraph.attribute;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes matrix products and the token embedding, in full precision or quantised. */
interface LinearLayers {
  /** Product of {@code input} with the named matrix [inputs, outputs]. */
  String product(OnnxGraph graph, String input, String name, int layer, int inputs, int outputs)
      throws IOException;

  /** Rows of the embedding table [vocabulary, width] by token id. */
  String embedding(OnnxGraph graph, String tokens, int vocabulary, int width) throws IOException;

  /** Bytes of floats, little-endian as external data is. */
  static byte[] bytes(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  /** 32-bit weights. */
  static LinearLayers full(DecoderWeights weights) {
    return new LinearLayers() {
      @Override
      public String product(
          OnnxGraph graph, String input, String name, int layer, int inputs, int outputs)
          throws IOException {
        float[] matrix = weights.matrix(name, layer, inputs, outputs);
        String weight = graph.weight(OnnxGraph.FLOAT, bytes(matrix), inputs, outputs);
        return graph.node("MatMul", List.of(input, weight));
      }

      @Override
      public String embedding(OnnxGraph graph, String tokens, int vocabulary, int width)
          throws IOException {
        float[] table = weights.matrix("embedding", 0, vocabulary, width);
        String weight = graph.weight(OnnxGraph.FLOAT, bytes(table), vocabulary, width);
        return graph.node("Gather", List.of(weight, tokens));
      }
    };
  }

  /**
   * Random 4-bit weights in blocks of 32 with a scale each, as in the hub's {@code model_q4.onnx};
   * the embedding stays in full precision.
   *
   * @param accuracyLevel what the kernel may compute in: 0 and 1 full precision, 4 int8
   */
  static LinearLayers fourBit(long seed, int accuracyLevel) {
    return new LinearLayers() {
      private static final int BLOCK = 32;
      private final Random random = new Random(seed);

      @Override
      public String product(
          OnnxGraph graph, String input, String name, int layer, int inputs, int outputs)
          throws IOException {
        int blocks = (inputs + BLOCK - 1) / BLOCK;
        byte[] packed = new byte[outputs * blocks * BLOCK / 2];
        random.nextBytes(packed);
        float[] scales = new float[outputs * blocks];
        // Values 0..15 less 8 spread by 4.6.
        java.util.Arrays.fill(scales, (float) (1 / (4.6 * Math.sqrt(inputs))));
        String weight = graph.weight(OnnxGraph.UINT8, packed, outputs, blocks, BLOCK / 2);
        String scale = graph.weight(OnnxGraph.FLOAT, bytes(scales), (long) outputs * blocks);
        return graph
            .nodes(
                "com.microsoft",
                "MatMulNBits",
                1,
                List.of(input, weight, scale),
                attribute("K", inputs),
                attribute("N", outputs),
                attribute("bits", 4),
                attribute("block_size", BLOCK),
                attribute("accuracy_level", accuracyLevel))
            .get(0);
      }

      @Override
      public String embedding(OnnxGraph graph, String tokens, int vocabulary, int width)
          throws IOException {
        ByteBuffer table =
            ByteBuffer.allocate(vocabulary * width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (table.hasRemaining()) {
          table.putFloat(random.nextFloat() - 0.5f);
        }
        String weight = graph.weight(OnnxGraph.FLOAT, table.array(), vocabulary, width);
        return graph.node("Gather", List.of(weight, tokens));
      }
    };
  }

  /**
   * Random 8-bit weights multiplied with activations quantised at run time, as in the hub's {@code
   * model_quantized.onnx}.
   */
  static LinearLayers eightBit(long seed) {
    return new LinearLayers() {
      private final Random random = new Random(seed);
      private final Map<String, List<String>> quantised = new HashMap<>();

      @Override
      public String product(
          OnnxGraph graph, String input, String name, int layer, int inputs, int outputs)
          throws IOException {
        byte[] values = new byte[inputs * outputs];
        random.nextBytes(values);
        String weight = graph.weight(OnnxGraph.INT8, values, inputs, outputs);
        List<String> activation =
            quantised.computeIfAbsent(
                input, key -> graph.nodes("", "DynamicQuantizeLinear", 3, List.of(key)));
        String sums =
            graph.node(
                "MatMulInteger",
                List.of(
                    activation.get(0), weight, activation.get(2), graph.small(OnnxGraph.INT8, 0)));
        // Values -128..127 spread by 74. A little different for each matrix, as trained ones are:
        // equal scales would be merged, and the products no longer fused with their scaling.
        double spread = (74 + random.nextDouble()) * Math.sqrt(inputs);
        String scale =
            graph.node("Mul", List.of(activation.get(1), graph.number((float) (1 / spread))));
        String real = graph.node("Cast", List.of(sums), attribute("to", OnnxGraph.FLOAT));
        return graph.node("Mul", List.of(real, scale));
      }

      @Override
      public String embedding(OnnxGraph graph, String tokens, int vocabulary, int width)
          throws IOException {
        byte[] table = new byte[vocabulary * width];
        random.nextBytes(table);
        String weight = graph.weight(OnnxGraph.INT8, table, vocabulary, width);
        return graph.node(
            "DequantizeLinear",
            List.of(
                graph.node("Gather", List.of(weight, tokens)),
                graph.number(1f / 128),
                graph.small(OnnxGraph.INT8, 0)));
      }
    };
  }
}
