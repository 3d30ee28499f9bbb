package io.genai.sessions.models.generate;

/** How the next token is chosen from the model's scores. */
public sealed interface Sampling {

  /** The most likely token, always; of equals the one with the lowest id. */
  record Greedy() implements Sampling {}

  /**
   * Drawn from the smallest set of tokens whose probabilities add up to {@code topP}. The draws of
   * a prompt depend on the seed and the prompt's index alone, not on how prompts are batched.
   *
   * @param temperature above 0 and at most 2
   * @param topP above 0 and at most 1
   * @param seed the same seed gives the same output
   */
  record Nucleus(double temperature, double topP, long seed) implements Sampling {
    public Nucleus {
      Require.that(
          temperature > 0 && temperature <= 2,
          "temperature must be above 0 and at most 2, but was: %s. Use Greedy for 0.",
          temperature);
      Require.that(topP > 0 && topP <= 1, "topP must be above 0 and at most 1, but was: %s", topP);
    }
  }
}
