package io.genai.sessions.models.label;

import java.util.List;

/**
 * Decides a label by what speaks for each value: its strongest cue, a little for every further one,
 * a little for a cue in the opening clause, and the similarity to its prototypes. The value with
 * most evidence wins if it reaches the threshold.
 */
final class EvidenceRule {
  private static final int MAXIMUM_REPETITIONS = 3;

  private final LabelDefinition label;

  EvidenceRule(LabelDefinition label) {
    this.label = label;
  }

  /** Returns the value that no evidence means. */
  String otherwise() {
    return label.otherwise();
  }

  /**
   * @param similarities above-average similarity to each value, in the order of the values
   */
  String decide(PromptText text, double[] similarities) {
    double[] evidence = evidence(text, similarities);
    int best = LabelDefinition.greatest(evidence);
    return evidence[best] >= label.weights().get("threshold")
        ? label.values().get(best)
        : label.otherwise();
  }

  double[] evidence(PromptText text, double[] similarities) {
    List<String> values = label.values();
    Weights weights = label.weights();
    double[] strongest = new double[values.size()];
    int[] count = new int[values.size()];
    for (CueMatch match : label.cues().find(text)) {
      int value = values.indexOf(match.cue().value());
      double weight = weights.of(match.cue().strength());
      if (match.clause() == 0 && match.cue().strength() != Strength.HINTED) {
        weight += weights.get("opening");
      }
      weight *= label.priorities().get(match.cue().value());
      strongest[value] = Math.max(strongest[value], weight);
      count[value]++;
    }
    double[] evidence = new double[values.size()];
    for (int value = 0; value < evidence.length; value++) {
      int repetitions = Math.max(0, Math.min(count[value] - 1, MAXIMUM_REPETITIONS));
      evidence[value] =
          strongest[value]
              + weights.get("repeated") * repetitions
              + weights.get("similarity") * similarities[value];
    }
    return evidence;
  }
}
