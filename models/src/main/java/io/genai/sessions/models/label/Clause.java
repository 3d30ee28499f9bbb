package io.genai.sessions.models.label;

import java.util.ArrayList;
import java.util.List;

/**
 * A clause as far as it tells what an image is of: what follows "by" speaks of artists.
 *
 * @param index the clause's place in the prompt, from 0
 * @param phrases its words between boundaries; at least one, which may be empty
 * @param matches the cues within the clause
 */
record Clause(int index, List<String> words, List<Phrase> phrases, List<CueMatch> matches) {

  /** Words between two boundaries; {@code after} is the boundary behind, "" at the end. */
  record Phrase(int start, int end, String after) {
    boolean holds(CueMatch match) {
      return match.start() >= start && match.end() <= end;
    }

    boolean isEmpty() {
      return start == end;
    }
  }

  static List<Clause> of(PromptText text, List<CueMatch> matches, Grammar grammar) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < text.clauses().size(); i++) {
      int index = i;
      List<String> words = text.clauses().get(i);
      List<CueMatch> own = matches.stream().filter(match -> match.clause() == index).toList();
      clauses.add(new Clause(i, words, phrases(words, own, grammar), own));
    }
    return clauses;
  }

  List<CueMatch> matches(Phrase phrase) {
    return matches.stream().filter(phrase::holds).toList();
  }

  List<String> words(Phrase phrase) {
    return words.subList(phrase.start(), phrase.end());
  }

  boolean namesArtists() {
    return phrases.get(phrases.size() - 1).end() < words.size();
  }

  private static List<Phrase> phrases(List<String> words, List<CueMatch> matches, Grammar grammar) {
    int limit = 0;
    while (limit < words.size() && !isAttribution(words, limit, grammar)) {
      limit++;
    }
    List<Phrase> phrases = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < limit; i++) {
      if (isBoundary(words, i, matches, grammar)) {
        phrases.add(new Phrase(start, i, words.get(i)));
        start = i + 1;
      }
    }
    phrases.add(new Phrase(start, limit, ""));
    return phrases;
  }

  private static boolean isAttribution(List<String> words, int index, Grammar grammar) {
    boolean styleOf =
        words.get(index).equals("style")
            && index + 1 < words.size()
            && words.get(index + 1).equals("of");
    return styleOf || isAttributive(words, index, grammar);
  }

  /** "Designed by" speaks of an artist, "a manga inspired robot" does not. */
  private static boolean isAttributive(List<String> words, int index, Grammar grammar) {
    String word = words.get(index);
    boolean leads =
        index + 1 == words.size() || grammar.boundaries().contains(words.get(index + 1));
    return grammar.attributions().contains(word) && (leads || !word.endsWith("ed"));
  }

  /**
   * Besides the known boundaries, a participle ends a phrase: "a robot feeding pigeons". Within a
   * cue none does: "a flying car".
   */
  private static boolean isBoundary(
      List<String> words, int index, List<CueMatch> matches, Grammar grammar) {
    String word = words.get(index);
    int longest =
        matches.stream()
            .filter(match -> match.start() <= index && index < match.end())
            .mapToInt(match -> match.end() - match.start())
            .max()
            .orElse(0);
    return (longest <= 1 && grammar.isBoundary(word))
        || (longest == 0 && grammar.isParticiple(word));
  }
}
