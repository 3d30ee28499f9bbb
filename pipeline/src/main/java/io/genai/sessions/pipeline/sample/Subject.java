package io.genai.sessions.pipeline.sample;

import java.util.Locale;

/** What a picture is of: the label {@code subject}. */
public enum Subject {
  PERSON,
  ANIMAL,
  CREATURE,
  LANDSCAPE,
  ARCHITECTURE,
  OBJECT,
  VEHICLE,
  FOOD,
  SCENE,
  ABSTRACT;

  /** The value of the label {@code subject}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
