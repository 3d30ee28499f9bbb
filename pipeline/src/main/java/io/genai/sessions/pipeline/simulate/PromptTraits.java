package io.genai.sessions.pipeline.simulate;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** What the simulation reads off a prompt's text. */
final class PromptTraits {
  /** Words that a service's safety filter would stop; matched as whole words. */
  private static final Set<String> NSFW_KEYWORDS =
      Set.of(
          "nsfw",
          "nude",
          "nudes",
          "nudity",
          "naked",
          "topless",
          "explicit",
          "erotic",
          "erotica",
          "sexual",
          "sex",
          "porn",
          "hentai",
          "lingerie",
          "gore",
          "gory");

  /** ASCII white space. */
  private static final String BLANKS = " \t\n\u000B\f\r";

  /** Longer beginnings would tear re-tries apart, shorter ones would join unrelated prompts. */
  private static final int WORDS_OF_AN_IDEA = 8;

  private PromptTraits() {}

  static boolean hasNsfwKeyword(String prompt) {
    String text = prompt.toLowerCase(Locale.ROOT);
    int wordStart = 0;
    for (int at = 0; at <= text.length(); ) {
      boolean isLetter = at < text.length() && Character.isLetter(text.codePointAt(at));
      int next = at == text.length() ? at + 1 : text.offsetByCodePoints(at, 1);
      if (!isLetter) {
        if (NSFW_KEYWORDS.contains(text.substring(wordStart, at))) {
          return true;
        }
        wordStart = next;
      }
      at = next;
    }
    return false;
  }

  /** What a prompt begins with: people retry an idea by changing what follows. */
  static String idea(String prompt) {
    StringTokenizer words = new StringTokenizer(prompt.strip().toLowerCase(Locale.ROOT), BLANKS);
    StringJoiner idea = new StringJoiner(" ");
    for (int count = 0; count < WORDS_OF_AN_IDEA && words.hasMoreTokens(); count++) {
      idea.add(words.nextToken());
    }
    return idea.toString();
  }
}
