package io.genai.sessions.models.label;

/** A phrase that speaks for a value of a label. */
record Cue(String value, Strength strength) {}
