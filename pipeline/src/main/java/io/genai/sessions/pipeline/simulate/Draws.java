package io.genai.sessions.pipeline.simulate;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Random numbers that depend on nothing but the run's seed, what they are for, and the key of the
 * row or user that they are about: not on order, runner or parallelism.
 */
final class Draws {
  private Draws() {}

  /** A generator of its own for {@code purpose} of the entity called {@code key}. */
  static RandomGenerator of(long seed, String purpose, String key) {
    return new SplittableRandom(seed ^ hash(purpose + '/' + key));
  }

  /** A well-mixed 64-bit hash, the same everywhere. */
  static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0)[0];
  }

  /** {@code e^(sigma * gaussian)} times {@code median}. */
  static double lognormal(RandomGenerator draws, double median, double sigma) {
    return median * Math.exp(sigma * draws.nextGaussian());
  }
}
