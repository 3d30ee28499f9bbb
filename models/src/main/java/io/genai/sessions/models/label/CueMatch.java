package io.genai.sessions.models.label;

/**
 * A cue found in a prompt.
 *
 * @param clause index of the clause
 * @param start index of the first word in the clause
 * @param end index after the last word
 */
record CueMatch(Cue cue, int clause, int start, int end) {}
