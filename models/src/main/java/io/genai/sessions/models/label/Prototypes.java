package io.genai.sessions.models.label;

import io.genai.sessions.models.TextEmbedder;
import io.genai.sessions.models.runtime.Vectors;
import java.util.ArrayList;
import java.util.List;

/** The embedded prototype sentences of one label; none where their weight is 0. */
final class Prototypes {
  private final List<List<float[]>> vectorsByValue = new ArrayList<>();

  Prototypes(LabelDefinition label, TextEmbedder embedder) {
    boolean used = label.weights().get("similarity") > 0;
    for (String value : label.values()) {
      vectorsByValue.add(used ? embedder.embed(label.prototypes().get(value)) : List.of());
    }
  }

  /** Returns for each value how much nearer its nearest prototype is than the average value's. */
  double[] similarities(float[] vector) {
    double[] similarities = new double[vectorsByValue.size()];
    double sum = 0;
    for (int value = 0; value < similarities.length; value++) {
      similarities[value] =
          vectorsByValue.get(value).stream()
              .mapToDouble(prototype -> Vectors.dot(prototype, vector))
              .max()
              .orElse(0);
      sum += similarities[value];
    }
    for (int value = 0; value < similarities.length; value++) {
      similarities[value] -= sum / similarities.length;
    }
    return similarities;
  }
}
