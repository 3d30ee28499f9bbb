package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/** Smooth noise that tiles, made once: clouds, paper, wobbling edges. */
final class NoiseTile {
  static final int SIZE = 512;
  private static final int MASK = SIZE - 1;

  /** Five octaves: clouds and nebulae. */
  static final NoiseTile CLOUDS = new NoiseTile(4, 5, 0.55);

  /** Small lumps: paper, granulation, foliage. */
  static final NoiseTile GRAIN = new NoiseTile(64, 3, 0.7);

  private final byte[] values = new byte[SIZE * SIZE];

  private NoiseTile(int cells, int octaves, double persistence) {
    RandomGenerator random = Draws.seeded(cells, octaves);
    float[] sum = new float[SIZE * SIZE];
    double weight = 1;
    for (int octave = 0; octave < octaves; octave++, weight *= persistence) {
      add(sum, cells << octave, (float) weight, random);
    }
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (float value : sum) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    for (int i = 0; i < sum.length; i++) {
      values[i] = (byte) Math.round((sum[i] - low) / (high - low) * 255);
    }
  }

  private static void add(float[] sum, int cells, float weight, RandomGenerator random) {
    float[] lattice = new float[cells * cells];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = random.nextFloat();
    }
    for (int y = 0; y < SIZE; y++) {
      float v = (float) y * cells / SIZE;
      int row = (int) v;
      float fy = eased(v - row);
      for (int x = 0; x < SIZE; x++) {
        float u = (float) x * cells / SIZE;
        int column = (int) u;
        float fx = eased(u - column);
        int right = (column + 1) % cells;
        int below = (row + 1) % cells;
        float upper = mix(lattice[row * cells + column], lattice[row * cells + right], fx);
        float lower = mix(lattice[below * cells + column], lattice[below * cells + right], fx);
        sum[y * SIZE + x] += weight * mix(upper, lower, fy);
      }
    }
  }

  private static float eased(float t) {
    return t * t * (3 - 2 * t);
  }

  private static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** 0..255 at the coordinates, which wrap. */
  int at(int x, int y) {
    return values[(y & MASK) * SIZE + (x & MASK)] & 255;
  }
}
