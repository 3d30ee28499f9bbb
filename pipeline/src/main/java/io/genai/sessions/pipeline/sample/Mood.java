package io.genai.sessions.pipeline.sample;

import java.util.Locale;

/** The dominant tone: the label {@code mood}; {@link #NEUTRAL} where a prompt gives no cue. */
public enum Mood {
  DARK,
  CHEERFUL,
  MYSTERIOUS,
  EPIC,
  SERENE,
  ROMANTIC,
  MELANCHOLIC,
  WHIMSICAL,
  NEUTRAL;

  /** The value of the label {@code mood}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
