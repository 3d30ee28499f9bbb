package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Finds out whether a graph honours its attention mask wherever padding stands, which rows of
 * unequal length need. Graphs built around GroupQueryAttention do not: they count the mask's ones,
 * and take several tokens after cached ones for a single row only.
 */
final class PaddingProbe {
  /** Quantised graphs scale activations over the whole batch, so equal rows differ a little. */
  private static final double TOLERANCE = 0.2;

  private PaddingProbe() {}

  /** Compares a row fed whole with the same row fed in pieces between padding. */
  static boolean honoursPadding(CausalDecoder decoder) {
    TokenFeeder feeder = new TokenFeeder(decoder);
    feeder.feed(List.of(List.of(1, 2, 3)), decoder.empty(1)).close();
    float[] expected = copy(feeder.scores(0));
    try {
      KeyValueCache first = feeder.feed(List.of(List.of(1), List.of(1, 2)), decoder.empty(2));
      feeder.feed(List.of(List.of(2, 3), List.of(3)), first).close();
      return distance(expected, feeder.scores(0)) < TOLERANCE
          && distance(expected, feeder.scores(1)) < TOLERANCE;
    } catch (ModelException e) {
      if (e.code() != ModelException.Code.RESOURCE) {
        throw e;
      }
      // The graph refuses such a step, which is the answer.
      return false;
    }
  }

  private static float[] copy(FloatBuffer scores) {
    float[] copy = new float[scores.remaining()];
    scores.get(copy);
    return copy;
  }

  /** Euclidean distance, relative to the spread of the expected scores. */
  private static double distance(float[] expected, FloatBuffer actual) {
    double mean = 0;
    for (float score : expected) {
      mean += score / expected.length;
    }
    double difference = 0;
    double spread = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(expected[i] - actual.get(i), 2);
      spread += Math.pow(expected[i] - mean, 2);
    }
    return Math.sqrt(difference / spread);
  }
}
