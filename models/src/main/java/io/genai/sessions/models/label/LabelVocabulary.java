package io.genai.sessions.models.label;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.util.List;
import java.util.Map;

/**
 * The closed vocabularies, as {@code labels.yaml} lists them.
 *
 * @param values the values of each label, by the label's name in the warehouse, such as {@code
 *     art_style}; both in the order of the file
 */
public record LabelVocabulary(Map<String, List<String>> values) {

  /** Returns the vocabularies of {@code labels.yaml}. */
  public static LabelVocabulary standard() {
    return LabelDefinitions.standard().vocabulary();
  }

  /**
   * Returns the values of a label.
   *
   * @throws ModelException USER if there is no such label
   */
  public List<String> of(String label) {
    List<String> found = values.get(label);
    if (found == null) {
      throw new ModelException(
          Code.USER,
          "label must be one of %s, but was: %s"
              .formatted(String.join(", ", values.keySet()), label));
    }
    return found;
  }

  void require(String label, String value) {
    if (!of(label).contains(value)) {
      throw new ModelException(
          Code.DATA,
          "%s must be one of %s, but was: %s"
              .formatted(label, String.join(", ", of(label)), value));
    }
  }
}
