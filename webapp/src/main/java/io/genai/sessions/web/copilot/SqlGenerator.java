package io.genai.sessions.web.copilot;

/** Turns a question into SQL, or says why it cannot. Safe for several threads. */
public interface SqlGenerator {
  /** What answers call it, e.g. {@code embedded}. */
  String name();

  /**
   * The SQL for a question. Never throws for what a user may type.
   *
   * @param question English, as typed
   */
  Generated generate(String question);
}
