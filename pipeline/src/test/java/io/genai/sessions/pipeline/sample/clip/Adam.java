package io.genai.sessions.pipeline.sample.clip;

import java.util.List;

/** Moves weights against their gradients (Kingma and Ba, 2015; decay as of AdamW). */
final class Adam {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.98;

  private final Weights weights;
  private final double decay;
  private final List<float[]> means;
  private final List<float[]> squares;
  private int steps;

  Adam(Weights weights, double decay) {
    this.weights = weights;
    this.decay = decay;
    this.means = weights.all().stream().map(weight -> new float[weight.values().length]).toList();
    this.squares = weights.all().stream().map(weight -> new float[weight.values().length]).toList();
  }

  /** Takes one step of the given rate. */
  void step(List<float[]> gradients, double rate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(SECOND, steps)) / (1 - Math.pow(FIRST, steps));
    for (int index = 0; index < gradients.size(); index++) {
      float[] values = weights.all().get(index).values();
      float[] gradient = gradients.get(index);
      float[] mean = means.get(index);
      float[] square = squares.get(index);
      for (int i = 0; i < values.length; i++) {
        mean[i] = (float) (FIRST * mean[i] + (1 - FIRST) * gradient[i]);
        square[i] = (float) (SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i]);
        double move = correction * mean[i] / (Math.sqrt(square[i]) + 1e-8);
        values[i] -= (float) (rate * (move + decay * values[i]));
      }
    }
  }
}
