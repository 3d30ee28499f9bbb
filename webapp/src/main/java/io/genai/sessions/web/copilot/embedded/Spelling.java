package io.genai.sessions.web.copilot.embedded;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Mends a mistyped word when one known word, and only one, is near enough. */
final class Spelling {
  private final Set<String> known = new TreeSet<>();

  Spelling(Set<String> lexicon) {
    known.addAll(lexicon);
    known.addAll(Vocabulary.GRAMMAR);
  }

  /** The text with words that nobody knows replaced by the known one that was meant. */
  String mend(String plain) {
    StringBuilder text = new StringBuilder();
    String[] words = Words.split(plain);
    for (int i = 0; i < words.length; i++) {
      boolean searched = i > 0 && Vocabulary.BEFORE_SEARCHED.contains(Words.singular(words[i - 1]));
      searched |=
          i > 1
              && words[i - 1].matches("an?|the")
              && Vocabulary.BEFORE_SEARCHED.contains(Words.singular(words[i - 2]));
      searched |= i + 1 < words.length && words[i + 1].matches("prompts?");
      text.append(searched ? words[i] : nearest(words[i]).orElse(words[i])).append(' ');
    }
    return text.toString().strip();
  }

  private Optional<String> nearest(String word) {
    String single = Words.singular(word);
    if (word.length() < 4
        || !word.matches("[a-z]+")
        || known.contains(single)
        || known.contains(word)
        || Vocabulary.isCommon(single)
        || Vocabulary.isCommon(word)
        || EverydayWords.isTelling(word)) {
      return Optional.empty();
    }
    String best = null;
    int bestDistance = word.length() >= 8 ? 3 : 2;
    boolean tie = false;
    for (String candidate : known) {
      // A short word may have two letters swapped; anything else is another word.
      if (word.length() == 4 && !swapped(candidate, word) && !undoubled(candidate).equals(word)) {
        continue;
      }
      if (candidate.charAt(0) == word.charAt(0)
          && Math.abs(candidate.length() - single.length()) < 3
          && candidate.length() > 3) {
        int distance = Math.min(distance(candidate, single), distance(candidate, word));
        if (distance < bestDistance) {
          best = candidate;
          bestDistance = distance;
          tie = false;
        } else if (distance == bestDistance && best != null) {
          tie |= !Words.singular(candidate).equals(Words.singular(best));
        }
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  /** With each letter that stands twice in a row once: "error" is easily mistyped as "eror". */
  private static String undoubled(String word) {
    return word.replaceAll("(.)\\1", "$1");
  }

  private static boolean swapped(String left, String right) {
    return left.length() == right.length()
        && Arrays.equals(left.chars().sorted().toArray(), right.chars().sorted().toArray());
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }
}
