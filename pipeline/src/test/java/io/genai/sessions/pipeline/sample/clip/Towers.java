package io.genai.sessions.pipeline.sample.clip;

/** What training and the files written have in common. */
final class Towers {
  private Towers() {}

  /**
   * The image tower's hidden layer.
   *
   * @param features [images, features]
   * @return [images, hidden]
   */
  static String hidden(Tape tape, String features, String weights, String bias) {
    return tape.rectified(tape.shifted(tape.product(features, weights), bias));
  }
}
