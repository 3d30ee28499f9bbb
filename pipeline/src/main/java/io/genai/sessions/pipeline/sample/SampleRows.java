package io.genai.sessions.pipeline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The rows of a sample, before anything is drawn. */
final class SampleRows {
  /** The share of images that are rendered from another prompt. */
  static final double MISRENDERED_SHARE = 0.08;

  private static final long LARGEST_SEED = 1L << 32;
  private static final List<String> SAMPLERS =
      List.of(
          "k_lms",
          "k_euler",
          "k_euler_ancestral",
          "ddim",
          "plms",
          "k_heun",
          "k_dpm_2",
          "k_dpm_2_ancestral");
  private static final int SIDE = 320;

  private SampleRows() {}

  /** The same rows for the same arguments. */
  static List<SampleRow> of(int rows, long seed) {
    PromptGrammar grammar = PromptGrammar.seeded(seed);
    List<SamplePrompt> prompts = IntStream.range(0, rows).mapToObj(row -> grammar.next()).toList();
    List<SampleRow> result = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      result.add(row(prompts, row, seed));
    }
    return result;
  }

  private static SampleRow row(List<SamplePrompt> prompts, int row, long seed) {
    RandomGenerator random = Draws.seeded(seed, 3, row);
    SamplePrompt prompt = prompts.get(row);
    SamplePrompt rendered =
        random.nextDouble() < MISRENDERED_SHARE ? another(prompts, prompt, random) : prompt;
    int shape = Draws.weighted(random, 76, 9, 9, 6);
    int width = shape == 2 ? SIDE + 128 : shape == 3 ? SIDE + 64 : SIDE;
    int height = shape == 1 ? SIDE + 128 : SIDE;
    return new SampleRow(
        uuid(random) + ".png", prompt, rendered, parameters(random), width, height);
  }

  /** Another prompt, of another subject; the same prompt where none was met. */
  private static SamplePrompt another(
      List<SamplePrompt> prompts, SamplePrompt prompt, RandomGenerator random) {
    for (int attempt = 0; attempt < 50; attempt++) {
      SamplePrompt candidate = Draws.one(prompts, random);
      if (candidate.scene().motif().subject() != prompt.scene().motif().subject()) {
        return candidate;
      }
    }
    return prompt;
  }

  private static SampleRow.Parameters parameters(RandomGenerator random) {
    double cfg = new double[] {7, 7.5, 10, 12, 14, 20}[Draws.weighted(random, 62, 8, 8, 8, 8, 6)];
    int step = new int[] {50, 20, 30, 100, 150}[Draws.weighted(random, 66, 9, 9, 8, 8)];
    String sampler = SAMPLERS.get(Draws.weighted(random, 78, 6, 5, 4, 3, 1, 1, 1));
    return new SampleRow.Parameters(random.nextLong(LARGEST_SEED), cfg, step, sampler);
  }

  /** A random (version 4) UUID of the seeded generator. */
  private static UUID uuid(RandomGenerator random) {
    return new UUID(
        (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
        (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }
}
