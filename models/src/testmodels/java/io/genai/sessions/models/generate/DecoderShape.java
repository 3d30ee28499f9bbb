package io.genai.sessions.models.generate;

/**
 * The shape of a Llama-like decoder.
 *
 * @param bias whether queries, keys and values have biases (Qwen2 has, Llama has not)
 */
record DecoderShape(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int feedForward,
    float ropeTheta,
    float epsilon,
    boolean bias) {

  /** Qwen/Qwen2.5-0.5B-Instruct, config.json. */
  static final DecoderShape QWEN_HALF_BILLION =
      new DecoderShape(151_936, 896, 24, 14, 2, 64, 4_864, 1e6f, 1e-6f, true);

  /** Qwen/Qwen2.5-1.5B-Instruct, config.json. */
  static final DecoderShape QWEN_ONE_AND_A_HALF_BILLION =
      new DecoderShape(151_936, 1_536, 28, 12, 2, 128, 8_960, 1e6f, 1e-6f, true);

  /** A decoder small enough for any test. */
  static DecoderShape tiny(int vocabulary, int headSize) {
    return new DecoderShape(vocabulary, 32, 2, 4, 2, headSize, 64, 1e4f, 1e-5f, true);
  }
}
