package io.genai.sessions.pipeline.simulate;

/** Where users and times come from. */
public enum UserSource {
  /** From the input; only what is missing there is made up. */
  OBSERVED,
  /** Made up, whatever the input says. */
  SIMULATED
}
