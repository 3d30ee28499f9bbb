package io.genai.sessions.models.label;

import java.util.Set;

/**
 * Closed classes of words that the rules need.
 *
 * @param negations before a cue, these take it back
 * @param frames what an image is rather than what it is of: "portrait" of, "group" of
 * @param boundaries these end the phrase that names the subject
 * @param attributions from these on, a clause speaks of artists and manner
 * @param humanDoings what people do and wear
 * @param humanActs what hardly anybody but people does, behind a name
 * @param givenNames first names
 */
record Grammar(
    Set<String> negations,
    Set<String> frames,
    Set<String> boundaries,
    Set<String> attributions,
    Set<String> humanDoings,
    Set<String> humanActs,
    Set<String> givenNames) {
  private static final int SHORTEST_PARTICIPLE = 6;

  /** Whether a word parts phrases; one that may also lead to an artist does not by itself. */
  boolean isBoundary(String word) {
    return boundaries.contains(word) && !attributions.contains(word);
  }

  boolean isParticiple(String word) {
    return word.length() >= SHORTEST_PARTICIPLE && word.endsWith("ing") && !frames.contains(word);
  }
}
