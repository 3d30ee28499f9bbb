package io.genai.sessions.models.label;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.util.Map;

/** The calibrated numbers of one rule, by name. */
record Weights(Map<String, Double> values) {
  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new ModelException(Code.INTERNAL, "labels.yaml lacks the weight '%s'".formatted(name));
    }
    return value;
  }

  double of(Strength strength) {
    return switch (strength) {
      case NAMED -> get("named");
      case IMPLIED -> get("implied");
      case HINTED -> get("hinted");
      case ARTIST -> get("artist");
    };
  }
}
