package io.genai.sessions.models.generate;

/**
 * The tokens of one generation.
 *
 * @param prompt tokens of the prompt, the cached ones included
 * @param cached tokens of the prompt whose keys and values were taken from the prefix cache
 * @param sampled output tokens that the model chose
 * @param forced output tokens that the constraint left no choice about and that were jumped over
 */
public record TokenUsage(int prompt, int cached, int sampled, int forced) {

  /** Tokens of the output. */
  public int output() {
    return sampled + forced;
  }
}
