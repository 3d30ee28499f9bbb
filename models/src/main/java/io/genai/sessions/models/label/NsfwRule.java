package io.genai.sessions.models.label;

import java.util.List;

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
    PromptText plain = map(text, NsfwRule::withoutDisguise);
    return !plain.equals(text) && isExplicit(plain)
        || VOWELS.stream()
            .map(vowel -> map(text, word -> word.replace("*", vowel)))
            .anyMatch(guess -> !guess.equals(text) && isExplicit(guess));
  }

  private boolean isExplicit(PromptText text) {
    return !rule.decide(text, new double[label.values().size()]).equals(label.otherwise());
  }

  private static PromptText map(
      PromptText text, java.util.function.UnaryOperator<String> operation) {
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
