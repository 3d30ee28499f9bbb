package io.genai.sessions.models.label;

import java.util.List;

/**
 * Decides a label by what speaks for each value: its strongest cue, a little for every further one,
 * a little for a cue in the opening clause, and the similarity to its prototypes. The value with
 * most evidence wins if it reaches the threshold.
 */
final class EvidenceRule {
  private static final int MAXIMUM_REPETITIONS = 3;

  /** Of two that are equal the earlier one wins: no more than that. */
  private static final double LATENESS = 0.0005;

  private static final int LATEST_CLAUSE = 20;

  private final LabelDefinition label;
  private final Grammar grammar;

  EvidenceRule(LabelDefinition label, Grammar grammar) {
    this.label = label;
    this.grammar = grammar;
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
      if (match.cue().strength() == Strength.ARTIST && isPortrayed(match, text)) {
        continue;
      }
      int value = values.indexOf(match.cue().value());
      double weight = weights.of(match.cue().strength());
      if (match.clause() == 0 && isWord(match.cue())) {
        weight += weights.get("opening");
      }
      weight *= label.priorities().get(match.cue().value());
      weight -= LATENESS * Math.min(match.clause(), LATEST_CLAUSE);
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

  /** Whether an artist is what the image is of: the opening clause then speaks of no manner. */
  private boolean isPortrayed(CueMatch match, PromptText text) {
    List<String> words = text.clauses().get(match.clause());
    return match.clause() == 0
        && words.subList(0, match.start()).stream()
            .noneMatch(word -> isManner(word) || grammar.attributions().contains(word))
        && words.subList(match.end(), words.size()).stream()
            .noneMatch(word -> isManner(word) || grammar.frames().contains(word));
  }

  private static boolean isManner(String word) {
    return word.equals("style") || word.equals("after");
  }

  private static boolean isWord(Cue cue) {
    return cue.strength() == Strength.NAMED || cue.strength() == Strength.IMPLIED;
  }
}
