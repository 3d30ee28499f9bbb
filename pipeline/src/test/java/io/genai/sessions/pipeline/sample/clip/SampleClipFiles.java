package io.genai.sessions.pipeline.sample.clip;

import static io.genai.sessions.pipeline.sample.clip.OnnxGraph.number;

import io.genai.sessions.pipeline.sample.clip.Weights.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the towers as a CLIP export with separate encoders has them. */
final class SampleClipFiles {

  private SampleClipFiles() {}

  static void write(Path directory, Weights weights, Words words) throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve("vision_model.onnx"), vision(weights));
    Files.write(directory.resolve("text_model.onnx"), text(weights));
    Files.writeString(directory.resolve("tokenizer.json"), words.tokenizerJson());
  }

  private static byte[] vision(Weights weights) {
    OnnxGraph graph = new OnnxGraph();
    Tape tape = new Tape(graph);
    String features =
        ImageFeatures.add(
            graph, graph.floatInput("pixel_values", -1, 3, ImageFeatures.SIDE, ImageFeatures.SIDE));
    String hidden =
        Towers.hidden(
            tape, features, constant(graph, weights.hidden()), constant(graph, weights.bias()));
    String vectors = tape.product(hidden, constant(graph, weights.projection()));
    graph.output(vectors, "image_embeds", -1, Weights.DIMENSIONS);
    return graph.bytes();
  }

  private static String constant(OnnxGraph graph, Weight weight) {
    return graph.floats(weight.values(), weight.shape());
  }

  /** The sum of a text's words; what stands for no word is zero, so that padding adds nothing. */
  private static byte[] text(Weights weights) {
    Weight words = weights.words();
    int rows = Words.SPECIAL + words.shape()[0];
    float[] table = new float[rows * Weights.DIMENSIONS];
    System.arraycopy(
        words.values(), 0, table, Words.SPECIAL * Weights.DIMENSIONS, words.values().length);
    OnnxGraph graph = new OnnxGraph();
    String ids = graph.integerInput("input_ids", -1, -1);
    String vectors =
        graph.node("Gather", List.of(graph.floats(table, rows, Weights.DIMENSIONS), ids));
    String sum =
        graph.node("ReduceSum", List.of(vectors, graph.integers(1)), number("keepdims", 0));
    graph.output(sum, "text_embeds", -1, Weights.DIMENSIONS);
    return graph.bytes();
  }
}
