package io.genai.sessions.web.copilot.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words that a word may be a form of: "succeeding" of "succeed", "stopped" of "stop". */
final class Stems {
  private static final List<String> VERB_ENDINGS = List.of("ing", "ed", "s");
  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "ly", "er", "est");
  private static final int SHORTEST = 3;

  private Stems() {}

  /** Of a verb only. */
  static List<String> ofVerb(String word) {
    return of(word, VERB_ENDINGS);
  }

  /** Whether the word, or one that it is a form of, is among them. */
  static boolean among(Set<String> words, String word) {
    return words.contains(word) || of(word, ENDINGS).stream().anyMatch(words::contains);
  }

  private static List<String> of(String word, List<String> endings) {
    List<String> stems = new ArrayList<>();
    for (String ending : endings) {
      String stem = word.substring(0, Math.max(0, word.length() - ending.length()));
      if (word.endsWith(ending) && stem.length() >= SHORTEST) {
        stems.add(stem);
        stems.add(stem + "e");
        if (stem.endsWith("i")) {
          stems.add(stem.substring(0, stem.length() - 1) + "y");
        }
        if (stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
          stems.add(stem.substring(0, stem.length() - 1));
        }
      }
    }
    return stems;
  }
}
