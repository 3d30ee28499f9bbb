package io.genai.sessions.pipeline.sample;

import java.util.Locale;

/** Where it takes place: the label {@code setting}; {@link #OTHER} where a prompt does not say. */
public enum Setting {
  CITY,
  FOREST,
  SPACE,
  INTERIOR,
  UNDERWATER,
  MOUNTAINS,
  DESERT,
  CASTLE,
  STUDIO,
  OTHER;

  /** The value of the label {@code setting}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
