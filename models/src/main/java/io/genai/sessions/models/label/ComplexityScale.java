package io.genai.sessions.models.label;

import java.util.List;

/** Scores how many visual instructions a prompt gives, by its words and clauses. */
final class ComplexityScale {
  private final Weights weights;
  private final List<Double> thresholds;

  ComplexityScale(Weights weights, List<Double> thresholds) {
    this.weights = weights;
    this.thresholds = thresholds;
  }

  int score(PromptText text) {
    double amount =
        weights.get("words") * text.wordCount() + weights.get("clauses") * text.clauses().size();
    return PromptLabels.MINIMUM_COMPLEXITY
        + (int) thresholds.stream().filter(threshold -> amount >= threshold).count();
  }
}
