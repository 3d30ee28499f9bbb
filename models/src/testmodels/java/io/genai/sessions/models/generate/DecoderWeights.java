package io.genai.sessions.models.generate;

import java.util.Random;

/** Where the weights of a built decoder come from. */
interface DecoderWeights {
  /** A matrix [inputs, outputs], row by row. */
  float[] matrix(String name, int layer, int inputs, int outputs);

  /** A vector: a norm's scale or a bias. */
  float[] vector(String name, int layer, int size);

  /** Random weights of unit gain: the architecture's arithmetic without its knowledge. */
  static DecoderWeights random(long seed) {
    return new DecoderWeights() {
      @Override
      public float[] matrix(String name, int layer, int inputs, int outputs) {
        Random random = new Random(seed + 31L * layer + name.hashCode());
        float[] values = new float[inputs * outputs];
        float gain = (float) (1 / Math.sqrt(inputs));
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian() * gain;
        }
        return values;
      }

      @Override
      public float[] vector(String name, int layer, int size) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, name.endsWith("norm") ? 1 : 0.01f);
        return values;
      }
    };
  }
}
