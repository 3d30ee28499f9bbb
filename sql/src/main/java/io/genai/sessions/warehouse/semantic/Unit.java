package io.genai.sessions.warehouse.semantic;

/** What a figure counts. */
public enum Unit {
  COUNT,
  /** A fraction, 0..1. */
  SHARE,
  MILLISECONDS,
  SECONDS,
  MINUTES,
  HOURS,
  DAYS,
  CREDITS,
  SCORE,
  WORDS,
  PIXELS
}
