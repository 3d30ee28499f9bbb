package io.genai.sessions.pipeline.sample.clip;

import static io.genai.sessions.pipeline.sample.clip.OnnxGraph.number;
import static io.genai.sessions.pipeline.sample.clip.OnnxGraph.numbers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds operators to a graph and remembers how a gradient passes back through each, so that the
 * gradients of a network's weights can be added to the same graph (reverse-mode differentiation).
 * Every value is a matrix or, for a bias, a row.
 */
final class Tape {
  private static final float SMALLEST = 1e-6f;

  private final OnnxGraph graph;
  private final Map<String, String> gradients = new HashMap<>();
  private final Deque<Runnable> steps = new ArrayDeque<>();

  Tape(OnnxGraph graph) {
    this.graph = graph;
  }

  /** The product of two matrices. */
  String product(String rows, String weights) {
    String output = graph.node("MatMul", List.of(rows, weights));
    steps.push(
        () -> {
          String gradient = gradient(output);
          pass(weights, graph.node("Gemm", List.of(rows, gradient), number("transA", 1)));
          pass(rows, graph.node("Gemm", List.of(gradient, weights), number("transB", 1)));
        });
    return output;
  }

  /** Each row plus a bias. */
  String shifted(String rows, String bias) {
    String output = graph.node("Add", List.of(rows, bias));
    steps.push(
        () -> {
          pass(rows, gradient(output));
          pass(
              bias,
              graph.node(
                  "ReduceSum",
                  List.of(gradient(output), graph.integers(0)),
                  number("keepdims", 0)));
        });
    return output;
  }

  /** Negative values become zero. */
  String rectified(String rows) {
    String output = graph.node("Relu", List.of(rows));
    steps.push(() -> pass(rows, multiplied(gradient(output), graph.node("Sign", List.of(output)))));
    return output;
  }

  /** Each value times that of a matrix which does not learn. */
  String scaled(String rows, String factors) {
    String output = multiplied(rows, factors);
    steps.push(() -> pass(rows, multiplied(gradient(output), factors)));
    return output;
  }

  /** Each row with norm one. */
  String normalised(String rows) {
    String squares = graph.node("ReduceSumSquare", List.of(rows), numbers("axes", 1));
    String norm =
        graph.node("Sqrt", List.of(graph.node("Add", List.of(squares, graph.scalar(SMALLEST)))));
    String output = graph.node("Div", List.of(rows, norm));
    steps.push(
        () -> {
          String gradient = gradient(output);
          String along =
              graph.node("ReduceSum", List.of(multiplied(gradient, output), graph.integers(1)));
          String across = graph.node("Sub", List.of(gradient, multiplied(output, along)));
          pass(rows, graph.node("Div", List.of(across, norm)));
        });
    return output;
  }

  /** Says what the gradient of a value is, or a part of it. */
  void pass(String value, String gradient) {
    gradients.merge(value, gradient, (a, b) -> graph.node("Add", List.of(a, b)));
  }

  /** Passes the gradients back to where each value came from; then every weight has its own. */
  void rewind() {
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }

  /** The gradient of a value that was rewound to. */
  String gradient(String value) {
    return gradients.get(value);
  }

  private String multiplied(String left, String right) {
    return graph.node("Mul", List.of(left, right));
  }
}
