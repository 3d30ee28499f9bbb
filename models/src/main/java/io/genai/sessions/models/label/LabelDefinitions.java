package io.genai.sessions.models.label;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The content of {@code labels.yaml}. */
record LabelDefinitions(
    Map<String, LabelDefinition> labels,
    Grammar grammar,
    LabelDefinition nsfw,
    Weights complexityWeights,
    List<Double> complexityThresholds,
    LabelVocabulary vocabulary) {
  private static final String FILE = "labels.yaml";
  private static final List<String> VOCABULARIES =
      List.of("subject", "art_style", "mood", "setting", "lighting");

  private static final class Standard {
    static final LabelDefinitions DEFINITIONS = read();
  }

  static LabelDefinitions standard() {
    return Standard.DEFINITIONS;
  }

  LabelDefinition label(String name) {
    return labels.get(name);
  }

  private static LabelDefinitions read() {
    InputStream resource = LabelDefinitions.class.getResourceAsStream(FILE);
    if (resource == null) {
      throw new ModelException(Code.INTERNAL, "The resource %s is missing".formatted(FILE));
    }
    try (Reader text = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
      Map<?, ?> root = mapping(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), FILE);
      return read(root);
    } catch (IOException e) {
      throw new ModelException(Code.INTERNAL, "The resource %s cannot be read".formatted(FILE), e);
    }
  }

  private static LabelDefinitions read(Map<?, ?> root) {
    Map<?, ?> words = child(root, "grammar");
    Grammar grammar =
        new Grammar(
            wordSet(words, "negations"),
            wordSet(words, "frames"),
            wordSet(words, "boundaries"),
            wordSet(words, "attributions"),
            wordSet(words, "human_doings"),
            wordSet(words, "human_acts"),
            wordSet(words, "given_names"));
    Map<String, LabelDefinition> labels = new LinkedHashMap<>();
    Map<String, List<String>> vocabulary = new LinkedHashMap<>();
    for (String name : VOCABULARIES) {
      LabelDefinition label = label(name, child(root, name), grammar);
      labels.put(name, label);
      vocabulary.put(name, label.values());
    }
    Map<?, ?> complexity = child(root, "complexity");
    return new LabelDefinitions(
        Collections.unmodifiableMap(labels),
        grammar,
        label("nsfw", child(root, "nsfw"), grammar),
        weights(complexity),
        texts(complexity, "thresholds").stream().map(Double::valueOf).toList(),
        new LabelVocabulary(Collections.unmodifiableMap(vocabulary)));
  }

  private static LabelDefinition label(String name, Map<?, ?> node, Grammar grammar) {
    CueIndex cues = new CueIndex(grammar.negations());
    texts(node, "ignored").forEach(cues::ignore);
    List<String> values = new ArrayList<>();
    Map<String, Double> priorities = new LinkedHashMap<>();
    Map<String, List<String>> prototypes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : child(node, "values").entrySet()) {
      String value = String.valueOf(entry.getKey());
      Map<?, ?> evidence = mapping(entry.getValue(), name + "." + value);
      values.add(value);
      priorities.put(
          value,
          evidence.containsKey("priority")
              ? Double.valueOf(evidence.get("priority").toString())
              : 1.0);
      prototypes.put(value, texts(evidence, "prototypes"));
      for (Strength strength : Strength.values()) {
        for (String phrase : texts(evidence, strength.name().toLowerCase(Locale.ROOT))) {
          cues.add(phrase, new Cue(value, strength));
        }
      }
    }
    String otherwise = node.containsKey("otherwise") ? String.valueOf(node.get("otherwise")) : "";
    return new LabelDefinition(
        name, otherwise, List.copyOf(values), weights(node), cues, priorities, prototypes);
  }

  private static Weights weights(Map<?, ?> node) {
    Map<String, Double> weights = new LinkedHashMap<>();
    child(node, "weights")
        .forEach((name, value) -> weights.put(name.toString(), Double.valueOf(value.toString())));
    return new Weights(Collections.unmodifiableMap(weights));
  }

  private static Set<String> wordSet(Map<?, ?> node, String key) {
    return Set.copyOf(new HashSet<>(texts(node, key)));
  }

  private static Map<?, ?> child(Map<?, ?> node, String key) {
    return mapping(node.get(key), key);
  }

  private static Map<?, ?> mapping(Object node, String place) {
    if (node instanceof Map<?, ?> map) {
      return map;
    }
    throw new ModelException(Code.INTERNAL, "%s: %s must be a mapping".formatted(FILE, place));
  }

  /** YAML reads an unquoted "on" or "no" as a truth value: such a word would be lost in silence. */
  private static String text(Object item, String key) {
    if (item instanceof Boolean) {
      throw new ModelException(
          Code.INTERNAL, "%s: %s: quote the word that reads as %s".formatted(FILE, key, item));
    }
    return item.toString();
  }

  private static List<String> texts(Map<?, ?> node, String key) {
    if (!node.containsKey(key)) {
      return List.of();
    }
    if (node.get(key) instanceof List<?> list) {
      return list.stream().map(item -> text(item, key)).toList();
    }
    throw new ModelException(Code.INTERNAL, "%s: %s must be a list".formatted(FILE, key));
  }
}
