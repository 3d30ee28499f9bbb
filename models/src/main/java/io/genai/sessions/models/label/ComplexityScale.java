package io.genai.sessions.models.label;

import java.util.List;

/** Scores how many visual instructions a prompt gives, by its words and clauses. */
final class ComplexityScale {
  private final Weights weights;
  private final List<Double> thresholds;
  private final Grammar grammar;

  ComplexityScale(Weights weights, List<Double> thresholds, Grammar grammar) {
    this.weights = weights;
    this.thresholds = thresholds;
    this.grammar = grammar;
  }

  int score(PromptText text) {
    if (isBareSubject(text)) {
      return PromptLabels.MINIMUM_COMPLEXITY;
    }
    double amount =
        weights.get("words") * text.wordCount() + weights.get("clauses") * text.clauses().size();
    return PromptLabels.MINIMUM_COMPLEXITY
        + (int) thresholds.stream().filter(threshold -> amount >= threshold).count();
  }

  /** "Sega game action figure" says no more of its subject; "a monkey at a computer" does. */
  private boolean isBareSubject(PromptText text) {
    return text.clauses().size() == 1
        && text.wordCount() <= weights.get("bare")
        && text.clauses().get(0).stream()
            .noneMatch(word -> grammar.isBoundary(word) || grammar.isParticiple(word));
  }
}
