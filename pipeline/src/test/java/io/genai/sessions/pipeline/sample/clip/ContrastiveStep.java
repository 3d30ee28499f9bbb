package io.genai.sessions.pipeline.sample.clip;

import static io.genai.sessions.pipeline.sample.clip.OnnxGraph.number;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.runtime.OnnxSessions;
import io.genai.sessions.pipeline.sample.clip.Weights.Weight;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The loss of a batch and its gradient by every weight, computed by ONNX Runtime: each image is to
 * find its text among all of the batch, and each text its image (InfoNCE, as of CLIP).
 */
final class ContrastiveStep implements AutoCloseable {
  /** What cosines are multiplied with: one over the temperature. */
  private static final float SHARPNESS = 14;

  private static final float SMALLEST = 1e-12f;

  private final int batch;
  private final Weights weights;
  private final OrtSession session;

  ContrastiveStep(Weights weights, int batch) {
    this.weights = weights;
    this.batch = batch;
    this.session =
        OnnxSessions.open(
            "sample-clip-training", graph(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * A batch.
   *
   * @param features [batch, features], standardised
   * @param kept [batch, hidden]: factors of the hidden layer, 0 where a value is dropped
   * @param counts [batch, words]: how often each text says each word
   * @param alike [batch, batch]: large where an image and another pair's text are of one idea,
   *     which makes them no strangers
   */
  record Batch(float[] features, float[] kept, float[] counts, float[] alike) {}

  /**
   * What a batch teaches.
   *
   * @param loss the mean over images and texts
   * @param gradients in the weights' order
   */
  record Lesson(double loss, List<float[]> gradients) {}

  private byte[] graph() {
    OnnxGraph graph = new OnnxGraph();
    Tape tape = new Tape(graph);
    for (Weight weight : weights.all()) {
      graph.floatInput(weight.name(), weight.shape());
    }
    int features = weights.hidden().shape()[0];
    String hidden =
        Towers.hidden(
            tape,
            graph.floatInput("features", batch, features),
            weights.hidden().name(),
            weights.bias().name());
    String kept = tape.scaled(hidden, graph.floatInput("kept", batch, weights.hiddenSize()));
    String images = tape.normalised(tape.product(kept, weights.projection().name()));
    String counts = graph.floatInput("counts", batch, weights.words().shape()[0]);
    String texts = tape.normalised(tape.product(counts, weights.words().name()));
    compare(graph, tape, images, texts);
    tape.rewind();
    for (Weight weight : weights.all()) {
      graph.output(tape.gradient(weight.name()), gradient(weight), weight.shape());
    }
    return graph.bytes();
  }

  /** The logarithm of the likelihood of all right pairs, and its negative's gradient. */
  private void compare(OnnxGraph graph, Tape tape, String images, String texts) {
    String cosines = graph.node("MatMul", List.of(images, graph.node("Transpose", List.of(texts))));
    String sharpened = graph.node("Mul", List.of(cosines, graph.scalar(SHARPNESS)));
    String logits = graph.node("Sub", List.of(sharpened, graph.floatInput("alike", batch, batch)));
    String ofTexts = graph.node("Softmax", List.of(logits), number("axis", 1));
    String ofImages = graph.node("Softmax", List.of(logits), number("axis", 0));
    String pairs = graph.floats(identity(), batch, batch);

    String both = graph.node("Mul", List.of(ofImages, ofTexts));
    String logarithms =
        graph.node("Log", List.of(graph.node("Add", List.of(both, graph.scalar(SMALLEST)))));
    String ofPairs = graph.node("Mul", List.of(pairs, logarithms));
    graph.output(graph.node("ReduceSum", List.of(ofPairs), number("keepdims", 0)), "likelihood");

    String wrong =
        graph.node(
            "Add",
            List.of(
                graph.node("Sub", List.of(ofImages, pairs)),
                graph.node("Sub", List.of(ofTexts, pairs))));
    String error = graph.node("Mul", List.of(wrong, graph.scalar(SHARPNESS / (2 * batch))));
    tape.pass(images, graph.node("MatMul", List.of(error, texts)));
    tape.pass(texts, graph.node("Gemm", List.of(error, images), number("transA", 1)));
  }

  private float[] identity() {
    float[] values = new float[batch * batch];
    for (int i = 0; i < batch; i++) {
      values[i * batch + i] = 1;
    }
    return values;
  }

  private static String gradient(Weight weight) {
    return "gradient_of_" + weight.name();
  }

  /** Computes one batch with the weights as they are now. */
  Lesson learn(Batch shown) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("features", tensor(shown.features(), batch, weights.hidden().shape()[0]));
      inputs.put("kept", tensor(shown.kept(), batch, weights.hiddenSize()));
      inputs.put("counts", tensor(shown.counts(), batch, weights.words().shape()[0]));
      inputs.put("alike", tensor(shown.alike(), batch, batch));
      for (Weight weight : weights.all()) {
        inputs.put(weight.name(), tensor(weight.values(), weight.shape()));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        List<float[]> gradients =
            weights.all().stream().map(weight -> floats(result, gradient(weight))).toList();
        return new Lesson(-floats(result, "likelihood")[0] / (2 * batch), gradients);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(float[] values, int... shape) throws OrtException {
    long[] dimensions = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      dimensions[i] = shape[i];
    }
    return OnnxTensor.createTensor(
        OnnxSessions.environment(), FloatBuffer.wrap(values), dimensions);
  }

  private static float[] floats(OrtSession.Result result, String name) {
    FloatBuffer values = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    float[] copy = new float[values.remaining()];
    values.get(copy);
    return copy;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
