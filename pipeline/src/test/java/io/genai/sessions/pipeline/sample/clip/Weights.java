package io.genai.sessions.pipeline.sample.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the two towers learn. */
final class Weights {
  /** The length of the vectors, as of CLIP ViT-B/32. */
  static final int DIMENSIONS = 512;

  private static final int HIDDEN = 256;

  private final List<Weight> all = new ArrayList<>();
  private final RandomGenerator random;

  /** An array that is learned. */
  record Weight(String name, float[] values, int... shape) {}

  /** Random weights, scaled so that each layer keeps its input's variance (He et al., 2015). */
  Weights(int features, int words, RandomGenerator random) {
    this.random = random;
    add("hidden", Math.sqrt(2.0 / features), features, HIDDEN);
    add("bias", 0, HIDDEN);
    add("projection", Math.sqrt(1.0 / HIDDEN), HIDDEN, DIMENSIONS);
    add("words", Math.sqrt(1.0 / DIMENSIONS), words, DIMENSIONS);
  }

  private void add(String name, double deviation, int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    all.add(new Weight(name, values, shape));
  }

  /** The image tower's first layer: [features, {@link #hiddenSize()}]. */
  Weight hidden() {
    return all.get(0);
  }

  /** What is added to its result. */
  Weight bias() {
    return all.get(1);
  }

  /** Its second layer, to vectors. */
  Weight projection() {
    return all.get(2);
  }

  /** The text tower: a vector for each word. */
  Weight words() {
    return all.get(3);
  }

  List<Weight> all() {
    return all;
  }

  int hiddenSize() {
    return HIDDEN;
  }
}
