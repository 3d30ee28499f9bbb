package io.genai.sessions.pipeline.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** Longer beginnings would tear re-tries apart, shorter ones would join unrelated prompts. */
  private static final int WORDS_OF_AN_IDEA = 8;

  private PromptTraits() {}

  static boolean hasNsfwKeyword(String prompt) {
    return Arrays.stream(NOT_LETTERS.split(prompt.toLowerCase(Locale.ROOT)))
        .anyMatch(NSFW_KEYWORDS::contains);
  }

  /** What a prompt begins with: people retry an idea by changing what follows. */
  static String idea(String prompt) {
    return Arrays.stream(prompt.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .limit(WORDS_OF_AN_IDEA)
        .collect(Collectors.joining(" "));
  }
}
