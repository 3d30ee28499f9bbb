package io.genai.sessions.models.label;

import java.util.List;
import java.util.Map;

/**
 * One label as {@code labels.yaml} defines it.
 *
 * @param otherwise the value that no evidence at all means
 * @param values its closed vocabulary
 * @param priorities what the evidence for each value is multiplied by
 * @param prototypes sentences for each value
 */
record LabelDefinition(
    String name,
    String otherwise,
    List<String> values,
    Weights weights,
    CueIndex cues,
    Map<String, Double> priorities,
    Map<String, List<String>> prototypes) {

  /** Returns the index of the value with most evidence; of equals, the first. */
  static int greatest(double[] evidence) {
    int best = 0;
    for (int value = 1; value < evidence.length; value++) {
      if (evidence[value] > evidence[best]) {
        best = value;
      }
    }
    return best;
  }
}
