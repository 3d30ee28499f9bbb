package io.genai.sessions.pipeline.sample;

/**
 * One row of the sample.
 *
 * @param imageName {@code <uuid>.png}
 * @param prompt what the user typed
 * @param rendered what is drawn; another prompt where the image is misrendered on purpose
 */
record SampleRow(
    String imageName,
    SamplePrompt prompt,
    SamplePrompt rendered,
    Parameters parameters,
    int width,
    int height) {

  /** The model's parameters, in DiffusionDB's ranges. */
  record Parameters(long seed, double cfg, int step, String sampler) {}

  boolean misrendered() {
    return !rendered.equals(prompt);
  }
}
