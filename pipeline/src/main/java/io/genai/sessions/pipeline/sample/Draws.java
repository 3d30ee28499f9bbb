package io.genai.sessions.pipeline.sample;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded draws. */
final class Draws {
  private Draws() {}

  /** A generator that depends on nothing but the given numbers. */
  static RandomGenerator seeded(long seed, long... keys) {
    long state = seed;
    for (long key : keys) {
      state = new SplittableRandom(state * 31 + key).nextLong();
    }
    return new SplittableRandom(state);
  }

  static <T> T one(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An index, drawn in proportion to its weight. */
  static int weighted(RandomGenerator random, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = random.nextDouble() * sum;
    int index = 0;
    while (index < weights.length - 1 && rest >= weights[index]) {
      rest -= weights[index];
      index++;
    }
    return index;
  }
}
