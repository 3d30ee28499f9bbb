package io.genai.sessions.models.hub;

import java.util.Locale;

/** What a model is used as. */
public enum ModelRole {
  TEXT_EMBEDDER,
  CLIP,
  TEXT_GENERATOR;

  /** Returns the word of the catalogue and of options, for instance {@code text-embedder}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
