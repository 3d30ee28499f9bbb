package io.genai.sessions.models.clip;

import static io.genai.sessions.models.clip.GraphBuilder.attribute;
import static io.genai.sessions.models.clip.GraphBuilder.number;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * CLIP ViT-B/32's two encoders with random weights, quantised as {@code quantize_dynamic} does with
 * signed weights: same shapes, same operators, same cost as the export's {@code *_int8.onnx}. Each
 * weight has a scale of its own, as there; equal ones would be merged, which keeps ONNX Runtime
 * from fusing the products with their scaling.
 */
final class VitGraphs {
  private static final int LAYERS = 12;
  private static final int HEAD = 64;
  private static final int PROJECTION = 512;
  private static final int WORDS = 49_408;
  private static final int CONTEXT = 77;
  private static final int PATCH = 32;

  private final GraphBuilder graph = new GraphBuilder();
  private final Random random = new Random(42);
  private final int width;

  private VitGraphs(int width) {
    this.width = width;
  }

  static Path writeVision(Path file) throws IOException {
    return new VitGraphs(768).vision(file);
  }

  static Path writeText(Path file) throws IOException {
    return new VitGraphs(512).text(file);
  }

  private Path vision(Path file) throws IOException {
    String pixels = graph.input("pixel_values", DataType.FLOAT, -1, 3, 224, 224);
    List<String> quantised = graph.nodes("DynamicQuantizeLinear", 3, List.of(pixels));
    String kernel = quantisedWeight(width, 3, PATCH, PATCH);
    String products =
        graph.node(
            "ConvInteger",
            List.of(quantised.get(0), kernel, quantised.get(2), zeroPoint()),
            attribute("strides", PATCH, PATCH));
    String patches = rescaled(products, quantised.get(1));
    String rows = reshape(patches, 0, width, -1);
    String columns = graph.node("Transpose", List.of(rows), attribute("perm", 0, 2, 1));
    String first = graph.floats(floats(width), 1, 1, width);
    String tokens = graph.node("Concat", List.of(first, columns), number("axis", 1));
    String placed = add(tokens, graph.floats(floats(50 * width), 1, 50, width));
    String states = norm(placed);
    for (int layer = 0; layer < LAYERS; layer++) {
      states = layer(states, "");
    }
    String pooled = graph.node("Gather", List.of(states, graph.integers(0)), number("axis", 1));
    graph.output(
        reshape(linear(norm(pooled), width, PROJECTION), -1, PROJECTION),
        "image_embeds",
        -1,
        PROJECTION);
    return graph.write(file);
  }

  private Path text(Path file) throws IOException {
    String ids = graph.input("input_ids", DataType.INT64, -1, -1);
    String shape = graph.node("Shape", List.of(ids));
    String length = slice(shape, graph.integers(1), graph.integers(2), graph.integers(0));
    String start = graph.integers(0);
    String words =
        graph.node("Gather", List.of(graph.floats(floats(WORDS * width), WORDS, width), ids));
    String places =
        slice(
            graph.floats(floats(CONTEXT * width), 1, CONTEXT, width),
            start,
            length,
            graph.integers(1));
    float[] hidden = new float[CONTEXT * CONTEXT];
    for (int row = 0; row < CONTEXT; row++) {
      Arrays.fill(hidden, row * CONTEXT + row + 1, (row + 1) * CONTEXT, -1e9f);
    }
    String mask = graph.floats(hidden, CONTEXT, CONTEXT);
    mask = slice(mask, start, length, graph.integers(0));
    mask = slice(mask, start, length, graph.integers(1));
    String states = add(words, places);
    for (int layer = 0; layer < LAYERS; layer++) {
      states = layer(states, mask);
    }
    String end = graph.node("ArgMax", List.of(ids), number("axis", 1), number("keepdims", 0));
    String pooled = graph.node("Gather", List.of(norm(states), end), number("axis", 1));
    graph.output(
        reshape(linear(pooled, width, PROJECTION), -1, PROJECTION), "text_embeds", -1, PROJECTION);
    return graph.write(file);
  }

  private String layer(String states, String mask) {
    String normed = norm(states);
    String queries = heads(linear(normed, width, width), 0, 2, 1, 3);
    String keys = heads(linear(normed, width, width), 0, 2, 3, 1);
    String values = heads(linear(normed, width, width), 0, 2, 1, 3);
    String scores =
        graph.node(
            "Mul", List.of(graph.node("MatMul", List.of(queries, keys)), graph.scalar(1 / 8f)));
    String allowed = mask.isEmpty() ? scores : add(scores, mask);
    String shares = graph.node("Softmax", List.of(allowed), number("axis", -1));
    String mixed = graph.node("MatMul", List.of(shares, values));
    String joined = graph.node("Transpose", List.of(mixed), attribute("perm", 0, 2, 1, 3));
    String attended = add(states, linear(reshape(joined, 0, -1, width), width, width));
    String inner = linear(norm(attended), width, 4 * width);
    // CLIP's "quick" GELU.
    String gate =
        graph.node("Sigmoid", List.of(graph.node("Mul", List.of(inner, graph.scalar(1.702f)))));
    String active = graph.node("Mul", List.of(inner, gate));
    return add(attended, linear(active, 4 * width, width));
  }

  private String heads(String states, long... order) {
    String split = reshape(states, 0, -1, width / HEAD, HEAD);
    return graph.node("Transpose", List.of(split), attribute("perm", order));
  }

  private String linear(String states, int inputs, int outputs) {
    List<String> quantised = graph.nodes("DynamicQuantizeLinear", 3, List.of(states));
    String products =
        graph.node(
            "MatMulInteger",
            List.of(
                quantised.get(0), quantisedWeight(inputs, outputs), quantised.get(2), zeroPoint()));
    return add(rescaled(products, quantised.get(1)), graph.floats(floats(outputs), outputs));
  }

  private String rescaled(String products, String scale) {
    String sums = graph.node("Cast", List.of(products), number("to", DataType.FLOAT.getNumber()));
    String factor =
        graph.node("Mul", List.of(scale, graph.scalar(0.0005f + 1e-6f * random.nextFloat())));
    return graph.node("Mul", List.of(sums, factor));
  }

  private String quantisedWeight(long... shape) {
    int size = 1;
    for (long dimension : shape) {
      size *= (int) dimension;
    }
    byte[] values = new byte[size];
    random.nextBytes(values);
    return graph.bytes(DataType.INT8, values, shape);
  }

  private String zeroPoint() {
    return graph.bytes(DataType.INT8, new byte[1]);
  }

  private String norm(String states) {
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    return graph.node(
        "LayerNormalization",
        List.of(states, graph.floats(ones, width), graph.floats(new float[width], width)),
        number("axis", -1));
  }

  private String add(String one, String other) {
    return graph.node("Add", List.of(one, other));
  }

  private String reshape(String value, long... shape) {
    return graph.node("Reshape", List.of(value, graph.integers(shape)));
  }

  private String slice(String value, String from, String to, String axis) {
    return graph.node("Slice", List.of(value, from, to, axis));
  }

  private float[] floats(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = 0.02f * (random.nextFloat() - 0.5f);
    }
    return values;
  }
}
