package io.genai.sessions.models.generate;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses the next token of one row. */
final class Sampler {
  private final Sampling sampling;
  private final SplittableRandom random;

  /** The draws depend on the prompt's index in its request, not on when its turn comes. */
  Sampler(Sampling sampling, int prompt) {
    this.sampling = sampling;
    long seed = sampling instanceof Sampling.Nucleus nucleus ? nucleus.seed() : 0;
    random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * prompt);
  }

  /**
   * Chooses one of the allowed tokens.
   *
   * @param scores unnormalised log probabilities by token id
   * @param allowed the ids to choose from, at least one
   */
  int choose(FloatBuffer scores, BitSet allowed) {
    if (sampling instanceof Sampling.Nucleus nucleus) {
      return draw(scores, allowed, nucleus);
    }
    int best = allowed.nextSetBit(0);
    for (int id = best; id >= 0; id = allowed.nextSetBit(id + 1)) {
      if (scores.get(id) > scores.get(best)) {
        best = id;
      }
    }
    return best;
  }

  private int draw(FloatBuffer scores, BitSet allowed, Sampling.Nucleus nucleus) {
    int[] ids = allowed.stream().toArray();
    double highest = Arrays.stream(ids).mapToDouble(scores::get).max().orElseThrow();
    double[] weights =
        Arrays.stream(ids)
            .mapToDouble(id -> Math.exp((scores.get(id) - highest) / nucleus.temperature()))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    // A token below this cannot be among those whose probabilities reach topP.
    double cutoff = sum * (1 - nucleus.topP()) / Math.max(1, ids.length - 1);
    int[] order =
        IntStream.range(0, ids.length)
            .filter(i -> weights[i] >= cutoff)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = 0;
    double mass = 0;
    while (kept < order.length && mass < nucleus.topP() * sum) {
      mass += weights[order[kept++]];
    }
    double left = random.nextDouble() * mass;
    int chosen = 0;
    while (chosen < kept - 1 && left >= weights[order[chosen]]) {
      left -= weights[order[chosen++]];
    }
    return ids[order[chosen]];
  }
}
