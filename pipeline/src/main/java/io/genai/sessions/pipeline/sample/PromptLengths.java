package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/** How many words a prompt aims at: DiffusionDB's quantiles, and a share of overlong ones. */
final class PromptLengths {
  /** The share of prompts of more than {@link #LONGEST_USUAL} words. */
  static final double OVERLONG_SHARE = 0.04;

  /** Beyond this many words a prompt is overlong (the simulator's timeout rule). */
  static final int LONGEST_USUAL = 75;

  private static final double[] LEVELS = {0, 0.05, 0.25, 0.50, 0.75, 0.90, 0.96, 1};
  private static final double[] WORDS = {2, 4, 8, 15, 27, 37, 44, 58};

  private PromptLengths() {}

  static int draw(RandomGenerator random) {
    if (random.nextDouble() < OVERLONG_SHARE) {
      return LONGEST_USUAL + 1 + random.nextInt(30);
    }
    double level = random.nextDouble();
    int upper = 1;
    while (LEVELS[upper] < level) {
      upper++;
    }
    double share = (level - LEVELS[upper - 1]) / (LEVELS[upper] - LEVELS[upper - 1]);
    return (int) Math.round(WORDS[upper - 1] + share * (WORDS[upper] - WORDS[upper - 1]));
  }
}
