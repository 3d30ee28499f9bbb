package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file whose entries know their lines. */
final class YamlMapping {
  private final String file;
  private final Node node;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  private YamlMapping(String file, Node node) {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw error(node, "a mapping of keys to values must stand here");
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw error(entry.getKeyNode(), "a key must be a word");
      }
      if (entries.put(key.getValue(), entry.getValueNode()) != null) {
        throw error(key, "'%s' stands twice".formatted(key.getValue()));
      }
    }
  }

  static YamlMapping read(String file, Reader text) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
      if (root == null) {
        throw new ModelException(Code.DATA, file + ":1: the file is empty");
      }
      return new YamlMapping(file, root);
    } catch (MarkedYAMLException e) {
      throw new ModelException(
          Code.DATA,
          "%s:%d: not valid YAML: %s"
              .formatted(file, e.getProblemMark().getLine() + 1, e.getProblem()),
          e);
    }
  }

  void allowOnly(Set<String> keys) {
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw error(
            entry.getKey(), "is unknown; known keys: " + String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  String text(String key) {
    return scalar(key, required(key));
  }

  List<String> texts(String key) {
    return items(key).stream().map(item -> scalar(key, item)).toList();
  }

  List<YamlMapping> mappings(String key) {
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node item : items(key)) {
      mappings.add(new YamlMapping(file, item));
    }
    return mappings;
  }

  /** Returns a complaint about an entry, or about the whole mapping where it has no such entry. */
  ModelException error(String key, String problem) {
    return error(entries.getOrDefault(key, node), "'%s' %s".formatted(key, problem));
  }

  private String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw error(value, "'%s' must be a text".formatted(key));
  }

  private List<Node> items(String key) {
    if (required(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw error(key, "must be a list");
  }

  private Node required(String key) {
    Node value = entries.get(key);
    if (value == null) {
      throw error(key, "is missing");
    }
    return value;
  }

  private ModelException error(Node place, String problem) {
    return new ModelException(
        Code.DATA, "%s:%d: %s".formatted(file, place.getStartMark().getLine() + 1, problem));
  }
}
