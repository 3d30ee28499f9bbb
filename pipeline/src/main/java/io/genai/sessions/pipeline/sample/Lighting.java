package io.genai.sessions.pipeline.sample;

import java.util.Locale;

/** The light that a prompt asks for: the label {@code lighting}. */
public enum Lighting {
  CINEMATIC,
  NATURAL,
  DRAMATIC,
  NEON,
  GOLDEN_HOUR,
  SOFT,
  VOLUMETRIC,
  MOONLIGHT,
  STUDIO,
  UNSPECIFIED;

  /** The value of the label {@code lighting}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
