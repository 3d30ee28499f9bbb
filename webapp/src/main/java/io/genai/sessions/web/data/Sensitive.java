package io.genai.sessions.web.data;

/** Which prompts are hidden until asked for. */
public final class Sensitive {
  /**
   * NSFW intent, or an image that the dataset blurred: DiffusionDB marks those with an image_nsfw
   * of 2. A condition on {@code dim_prompts AS p}.
   */
  public static final String CONDITION =
      "coalesce(p.has_nsfw_intent, false) OR coalesce(p.image_nsfw, 0) >= 2";

  private Sensitive() {}
}
