package io.genai.sessions.models.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.label.PromptLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A prompt and its labels by hand.
 *
 * @param expected for each label its value, as text
 * @param accepted for each label all values that are as good, the expected one included
 */
record LabelledPrompt(
    String id, String prompt, Map<String, String> expected, Map<String, Set<String>> accepted) {
  static final List<String> LABELS =
      List.of(
          "subject",
          "art_style",
          "mood",
          "setting",
          "lighting",
          "complexity_score",
          "has_nsfw_intent");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns a label's value as text. */
  static String value(PromptLabels labels, String label) {
    return switch (label) {
      case "subject" -> labels.subject();
      case "art_style" -> labels.artStyle();
      case "mood" -> labels.mood();
      case "setting" -> labels.setting();
      case "lighting" -> labels.lighting();
      case "complexity_score" -> String.valueOf(labels.complexityScore());
      case "has_nsfw_intent" -> String.valueOf(labels.hasNsfwIntent());
      default -> throw new ModelException(Code.INTERNAL, "No such label: " + label);
    };
  }

  static List<LabelledPrompt> read(Path file) {
    List<LabelledPrompt> prompts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          prompts.add(of(line, file + ":" + (prompts.size() + 1)));
        }
      }
    } catch (IOException e) {
      throw new ModelException(Code.USER, "The file cannot be read: " + file, e);
    }
    if (prompts.isEmpty()) {
      throw new ModelException(Code.DATA, file + " must hold at least 1 prompt, but held: 0");
    }
    return prompts;
  }

  private static LabelledPrompt of(String line, String place) {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new ModelException(Code.DATA, place + ": not valid JSON", e);
    }
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, Set<String>> accepted = new LinkedHashMap<>();
    for (String label : LABELS) {
      String value = required(row, label, place).asText();
      Set<String> values = new LinkedHashSet<>(Set.of(value));
      row.path("also").path(label).forEach(other -> values.add(other.asText()));
      expected.put(label, value);
      accepted.put(label, values);
    }
    return new LabelledPrompt(
        row.path("id").asText(), required(row, "prompt", place).asText(), expected, accepted);
  }

  private static JsonNode required(JsonNode row, String field, String place) {
    if (!row.hasNonNull(field)) {
      throw new ModelException(Code.DATA, "%s: '%s' is missing".formatted(place, field));
    }
    return row.get(field);
  }
}
