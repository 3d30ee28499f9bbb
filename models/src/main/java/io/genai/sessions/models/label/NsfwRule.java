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

  NsfwRule(LabelDefinition label) {
    this.label = label;
    this.rule = new EvidenceRule(label);
  }

  boolean decide(PromptText text) {
    if (isExplicit(text)) {
      return true;
    }
    List<PromptText> guesses = new ArrayList<>();
    guesses.add(map(text, NsfwRule::withoutDisguise));
    VOWELS.forEach(vowel -> guesses.add(map(text, word -> word.replace("*", vowel))));
    return guesses.stream().filter(guess -> !guess.equals(text)).anyMatch(this::isExplicit);
  }

  private boolean isExplicit(PromptText text) {
    return !rule.decide(text, new double[label.values().size()]).equals(label.otherwise());
  }

  private static PromptText map(PromptText text, UnaryOperator<String> operation) {
    return new PromptText(
        text.clauses().stream().map(clause -> clause.stream().map(operation).toList()).toList());
  }

  private static String withoutDisguise(String word) {
    boolean mixed = word.chars().anyMatch(Character::isLetter);
    return mixed
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
