package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/** Slips of a typing hand. */
final class Typos {
  private static final int SHORTEST = 5;

  private Typos() {}

  /** The text with one slip in one of its longer words, if it has any. */
  static String slip(String text, RandomGenerator random) {
    String[] words = text.split(" ");
    int index = random.nextInt(words.length);
    String word = words[index];
    if (word.length() < SHORTEST) {
      return text;
    }
    int at = 1 + random.nextInt(word.length() - 3);
    words[index] =
        switch (random.nextInt(3)) {
          case 0 -> word.substring(0, at) + word.substring(at + 1);
          case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
          default ->
              word.substring(0, at)
                  + word.charAt(at + 1)
                  + word.charAt(at)
                  + word.substring(at + 2);
        };
    return String.join(" ", words);
  }
}
