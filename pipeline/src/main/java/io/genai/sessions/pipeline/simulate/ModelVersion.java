package io.genai.sessions.pipeline.simulate;

/**
 * The image models that the service rolled out one after the other. Each reaches users gradually: a
 * user keeps the place in the queue that its id gives, so that its version never goes back.
 */
enum ModelVersion {
  SD_V1_4("sd-v1.4", 0, 0),
  SD_V1_5("sd-v1.5", 0.30, 0.50),
  SDXL_0_9("sdxl-0.9", 0.65, 0.95);

  final String label;

  /** Share of the data's time span after which the first user has it. */
  private final double rollOutStart;

  /** Share of the span after which every user has it. */
  private final double rollOutEnd;

  ModelVersion(String label, double rollOutStart, double rollOutEnd) {
    this.label = label;
    this.rollOutStart = rollOutStart;
    this.rollOutEnd = rollOutEnd;
  }

  /**
   * The version that serves a user.
   *
   * @param dayStart how far into the data's time span the request's day begins, 0..1
   * @param queuePosition the user's place in every roll-out, 0..1
   */
  static ModelVersion serving(double dayStart, double queuePosition) {
    ModelVersion serving = SD_V1_4;
    for (ModelVersion version : values()) {
      double reached =
          version.rollOutStart + queuePosition * (version.rollOutEnd - version.rollOutStart);
      if (dayStart >= reached) {
        serving = version;
      }
    }
    return serving;
  }
}
