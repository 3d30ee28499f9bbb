package io.genai.sessions.models.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decides whether a prompt asks for nudity, sexual content or graphic gore: one explicit cue, or
 * several suggestive ones of the same kind. Reads through the usual disguises ("b00bs", "n*de").
 */
final class NsfwRule {
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");

  private final LabelDefinition label;
  private final EvidenceRule rule;

  NsfwRule(LabelDefinition label, Grammar grammar) {
    this.label = label;
    this.rule = new EvidenceRule(label, grammar);
  }

  boolean decide(PromptText text) {
    if (isExplicit(text)) {
      return true;
    }
    if (text.clauses().stream().flatMap(List::stream).noneMatch(NsfwRule::isDisguised)) {
      return false;
    }
    List<PromptText> guesses = new ArrayList<>();
    guesses.add(map(text, NsfwRule::withoutDisguise));
    VOWELS.forEach(vowel -> guesses.add(map(text, word -> word.replace("*", vowel))));
    return guesses.stream().anyMatch(this::isExplicit);
  }

  private boolean isExplicit(PromptText text) {
    return !rule.decide(text, new double[label.values().size()]).equals(label.otherwise());
  }

  private static PromptText map(PromptText text, UnaryOperator<String> operation) {
    return new PromptText(
        text.clauses().stream().map(clause -> clause.stream().map(operation).toList()).toList());
  }

  /** Mostly letters, with a look-alike among them: "b00bs", but not "4k" or "35mm". */
  private static boolean isDisguised(String word) {
    long letters = word.chars().filter(Character::isLetter).count();
    return letters > word.length() - letters
        && word.chars().anyMatch(character -> "01345@$*".indexOf(character) >= 0);
  }

  private static String withoutDisguise(String word) {
    return isDisguised(word)
        ? word.replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('5', 's')
            .replace('@', 'a')
            .replace('$', 's')
        : word;
  }
}
