package io.genai.sessions.web.copilot.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which parts of a question to try, likeliest first. People open with a rhetorical question or a
 * headline ("Who gets throttled? Share of …") and then say precisely what they want.
 */
final class Sentences {
  private static final String ANAPHORA = "(?s).*\\b(?:for each|each of them|both|them|it|those|these|one|which gets?|which has|which is)\\b\\s*[.?]?\\s*";

  private Sentences() {}

  static List<String> candidates(String plain) {
    String[] parts = plain.split(" ?[?:!;] | \\. |[?!.:;]$");
    List<String> sentences = new ArrayList<>();
    for (String part : parts) {
      if (!part.isBlank()) {
        sentences.add(part.strip());
      }
    }
    List<String> candidates = new ArrayList<>();
    String whole = String.join(" , ", sentences);
    if (sentences.size() > 1) {
      String last = sentences.get(sentences.size() - 1);
      boolean refers = last.matches(ANAPHORA) || last.startsWith("which gets") || last.startsWith("and ");
      if (!refers && last.split(" ").length >= 3) {
        candidates.add(last);
      }
      if (refers && sentences.size() == 2) {
        candidates.add(whole);
      }
    }
    candidates.add(whole);
    return candidates;
  }
}
