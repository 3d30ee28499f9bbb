package io.genai.sessions.web.explorer;

/** Which prompts are hidden until asked for. */
final class Sensitive {
  /**
   * NSFW intent, or an image that the dataset blurred: DiffusionDB marks those with an image_nsfw
   * of 2. At the alias p.
   */
  static final String CONDITION =
      "coalesce(p.has_nsfw_intent, false) OR coalesce(p.image_nsfw, 0) >= 2";

  private Sensitive() {}
}
