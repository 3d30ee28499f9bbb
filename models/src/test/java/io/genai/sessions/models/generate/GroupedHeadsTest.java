package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attention of six heads in two groups, as exports write it. */
class GroupedHeadsTest {
  private static final long HEADS = 6;
  private static final long GROUPS = 2;
  private static final long SIZE = 8;

  @TempDir Path directory;

  /** What is done to the repeated keys before their product with the queries. */
  enum Keys {
    TRANSPOSED,
    SCALED_BY_A_CONSTANT,
    /** As scaled_dot_product_attention is exported: by the root of a root of the width. */
    SCALED_BY_WIDTH,
    SCALED_HEAD_BY_HEAD,
    REPEATED_ALONG_ANOTHER_AXIS
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSPOSED", "SCALED_BY_A_CONSTANT", "SCALED_BY_WIDTH"})
  void copiesGoAndTheNumbersStay(Keys keys) throws IOException, OrtException {
    ModelProto exported = attention(keys);
    GraphProto grouped = GroupedHeads.of(exported.getGraph()).orElseThrow();
    assertThat(operators(exported.getGraph())).contains("Expand", "Unsqueeze");
    assertThat(operators(grouped)).doesNotContain("Expand", "Unsqueeze");
    assertSameNumbers(exported, grouped);
  }

  @ParameterizedTest
  @EnumSource(names = {"SCALED_HEAD_BY_HEAD", "REPEATED_ALONG_ANOTHER_AXIS"})
  void copiesThatDifferFromEachOtherStay(Keys keys) throws IOException, OrtException {
    ModelProto exported = attention(keys);
    GraphProto grouped = GroupedHeads.of(exported.getGraph()).orElseThrow();
    assertThat(operators(grouped)).as("those of the keys alone").containsOnlyOnce("Expand");
    assertSameNumbers(exported, grouped);
  }

  @Test
  void aGraphWithoutCopiesIsLeftAlone() throws IOException {
    GraphProto once = GroupedHeads.of(attention(Keys.TRANSPOSED).getGraph()).orElseThrow();
    assertThat(GroupedHeads.of(once)).isEmpty();
  }

  private static List<String> operators(GraphProto graph) {
    return graph.getNodeList().stream().map(node -> node.getOpType()).toList();
  }

  private ModelProto attention(Keys kind) throws IOException {
    Path file = directory.resolve("attention.onnx");
    try (OnnxGraph graph = new OnnxGraph(file)) {
      String queries = graph.input("queries", OnnxGraph.FLOAT, -1, HEADS, -2, SIZE);
      String keys = graph.input("keys", OnnxGraph.FLOAT, -1, GROUPS, -3, SIZE);
      String values = graph.input("values", OnnxGraph.FLOAT, -1, GROUPS, -3, SIZE);
      String scores = graph.node("MatMul", List.of(queries, keys(graph, kind, queries, keys)));
      String shares = graph.node("Softmax", List.of(scores), OnnxGraph.attribute("axis", -1));
      String mixed = graph.node("MatMul", List.of(shares, repeated(graph, values, 2)));
      graph.output(graph.named(mixed, "mixed"), OnnxGraph.FLOAT, -1, HEADS, -2, SIZE);
    }
    return GraphFile.read(file).model();
  }

  private static String keys(OnnxGraph graph, Keys kind, String queries, String keys) {
    String copies = repeated(graph, keys, kind == Keys.REPEATED_ALONG_ANOTHER_AXIS ? 1 : 2);
    String turned =
        graph.node(
            "Transpose", List.of(copies), OnnxGraph.attribute("perm", List.of(0L, 1L, 3L, 2L)));
    return switch (kind) {
      case TRANSPOSED, REPEATED_ALONG_ANOTHER_AXIS -> turned;
      case SCALED_BY_A_CONSTANT -> graph.node("Mul", List.of(turned, graph.number(0.4f)));
      case SCALED_BY_WIDTH -> graph.node("Mul", List.of(turned, rootOfWidth(graph, queries)));
      case SCALED_HEAD_BY_HEAD -> graph.node("Mul", List.of(turned, headByHead(graph)));
    };
  }

  private static String repeated(OnnxGraph graph, String value, long axis) {
    long copies = HEADS / GROUPS;
    Long[] sizes = {1L, 1L, 1L, 1L, 1L};
    sizes[(int) axis] = copies;
    String apart = graph.node("Unsqueeze", List.of(value, graph.vector(axis)));
    String all = graph.node("Expand", List.of(apart, graph.vector(sizes)));
    return graph.node("Reshape", List.of(all, graph.vector(0L, HEADS, -1L, SIZE)));
  }

  private static String rootOfWidth(OnnxGraph graph, String queries) {
    String width =
        graph.node(
            "Slice",
            List.of(
                graph.node("Shape", List.of(queries)),
                graph.vector(-1L),
                graph.vector(Long.MAX_VALUE)));
    String number = graph.node("Cast", List.of(width), OnnxGraph.attribute("to", OnnxGraph.FLOAT));
    String scale = graph.node("Div", List.of(graph.number(1), graph.node("Sqrt", List.of(number))));
    return graph.node("Sqrt", List.of(scale));
  }

  private static String headByHead(OnnxGraph graph) {
    return graph.node(
        "Reshape",
        List.of(
            graph.node(
                "Cast",
                List.of(graph.vector(1L, 2L, 3L, 4L, 5L, 6L)),
                OnnxGraph.attribute("to", OnnxGraph.FLOAT)),
            graph.vector(HEADS, 1L, 1L)));
  }

  /** Two rows, three tokens after four others. */
  private void assertSameNumbers(ModelProto exported, GraphProto grouped) throws OrtException {
    ModelProto rewritten = exported.toBuilder().setGraph(grouped).build();
    Random random = new Random(1);
    OrtEnvironment environment = OnnxSessions.environment();
    try (OnnxTensor queries = tensor(random, 2, HEADS, 3, SIZE);
        OnnxTensor keys = tensor(random, 2, GROUPS, 7, SIZE);
        OnnxTensor values = tensor(random, 2, GROUPS, 7, SIZE);
        OrtSession before = environment.createSession(exported.toByteArray());
        OrtSession after = environment.createSession(rewritten.toByteArray())) {
      Map<String, OnnxTensor> inputs = Map.of("queries", queries, "keys", keys, "values", values);
      try (OrtSession.Result expected = before.run(inputs);
          OrtSession.Result actual = after.run(inputs)) {
        OnnxTensor mixed = (OnnxTensor) actual.get(0);
        assertThat(mixed.getInfo().getShape()).containsExactly(2, HEADS, 3, SIZE);
        assertThat(mixed.getFloatBuffer().array())
            .containsExactly(
                ((OnnxTensor) expected.get(0)).getFloatBuffer().array(),
                org.assertj.core.data.Offset.offset(1e-5f));
      }
    }
  }

  private static OnnxTensor tensor(Random random, long... shape) throws OrtException {
    int size = (int) (shape[0] * shape[1] * shape[2] * shape[3]);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return OnnxTensor.createTensor(OnnxSessions.environment(), FloatBuffer.wrap(values), shape);
  }
}
