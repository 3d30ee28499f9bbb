package io.genai.sessions.pipeline.sample;

import java.util.StringTokenizer;
import java.util.function.UnaryOperator;

/** A piece of a prompt between two commas, and what it changes in the picture. */
record Clause(String text, Kind kind, UnaryOperator<Scene> effect) {

  /** A prompt has at most one clause of each kind that {@link #single} names. */
  enum Kind {
    HEAD(true),
    STYLE(true),
    MOOD(true),
    LIGHT(true),
    COLOUR(true),
    ARTIST(true),
    NSFW(true),
    QUALITY(false),
    DETAIL(false);

    private final boolean single;

    Kind(boolean single) {
      this.single = single;
    }

    boolean single() {
      return single;
    }
  }

  static Clause of(Kind kind, String text) {
    return new Clause(text, kind, UnaryOperator.identity());
  }

  Clause withText(String other) {
    return new Clause(other, kind, effect);
  }

  int words() {
    return new StringTokenizer(text, " ").countTokens();
  }
}
