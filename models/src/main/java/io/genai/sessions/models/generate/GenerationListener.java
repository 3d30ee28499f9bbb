package io.genai.sessions.models.generate;

/**
 * Hears the text as it is made, and may call the work off. Called from the threads that generate:
 * for different prompts by several at once, for one prompt by one after another.
 */
public interface GenerationListener {

  /** Hears nothing and lets the work run to its end. */
  GenerationListener SILENT = (prompt, piece) -> {};

  /**
   * A piece of the output of one prompt. The pieces of a prompt, joined, are its {@link
   * Generation#text()}.
   *
   * @param prompt index of the prompt in the request
   * @param piece whole characters, never empty
   */
  void onText(int prompt, String piece);

  /** Asked before each step of the model; true ends unfinished outputs where they stand. */
  default boolean cancelled() {
    return false;
  }
}
