package io.genai.sessions.pipeline.sample.clip;

import java.util.List;

/** Brings each feature to mean 0 and deviation 1 over the training images. */
record Standardisation(float[] means, float[] deviations) {
  /** Keeps a feature that hardly ever shows from being blown up. */
  private static final double LEAST_DEVIATION = 1e-3;

  static Standardisation of(List<TrainingPair> pairs) {
    int size = pairs.get(0).features().length;
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (TrainingPair pair : pairs) {
      for (int i = 0; i < size; i++) {
        double value = pair.features()[i];
        sums[i] += value;
        squares[i] += value * value;
      }
    }
    float[] means = new float[size];
    float[] deviations = new float[size];
    for (int i = 0; i < size; i++) {
      double mean = sums[i] / pairs.size();
      means[i] = (float) mean;
      deviations[i] =
          (float)
              (Math.sqrt(Math.max(0, squares[i] / pairs.size() - mean * mean)) + LEAST_DEVIATION);
    }
    return new Standardisation(means, deviations);
  }

  float apply(int feature, float value) {
    return (value - means[feature]) / deviations[feature];
  }

  /**
   * Changes a layer that was trained on standardised features so that it takes plain ones.
   *
   * @param weights [features, outputs], changed in place
   * @param bias [outputs], changed in place
   */
  void foldInto(float[] weights, float[] bias) {
    int outputs = bias.length;
    for (int feature = 0; feature < means.length; feature++) {
      for (int output = 0; output < outputs; output++) {
        int index = feature * outputs + output;
        weights[index] /= deviations[feature];
        bias[output] -= means[feature] * weights[index];
      }
    }
  }
}
