package io.genai.sessions.models.label;

/** How strongly a cue speaks for its value. */
enum Strength {
  /** The prompt says it in so many words. */
  NAMED,
  /** The prompt says something that usually comes with it. */
  IMPLIED,
  /** A weak sign, which decides only where nothing else does. */
  HINTED,

  /** An artist who is known for it: less than a word for it, more than a weak sign. */
  ARTIST
}
