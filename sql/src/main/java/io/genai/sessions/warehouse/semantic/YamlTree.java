package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file that knows its line, so that every complaint can name it. */
final class YamlTree {
  private final SourceLine source;
  private final Map<String, Node> entries;

  private YamlTree(String file, Node node) {
    this.source = new SourceLine(file, node.getStartMark().getLine() + 1);
    if (!(node instanceof MappingNode mapping)) {
      throw error("a mapping of keys to values must stand here");
    }
    this.entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (entries.put(key, tuple.getValueNode()) != null) {
        throw error("key '" + key + "' stands twice");
      }
    }
  }

  static YamlTree read(String file, Reader reader) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
      if (root == null) {
        throw problem(new SourceLine(file, 1), "the file is empty");
      }
      return new YamlTree(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new WarehouseException(
          WarehouseException.Code.DATA,
          new SourceLine(file, line) + ": not valid YAML: " + e.getProblem(),
          e);
    }
  }

  static WarehouseException problem(SourceLine source, String message) {
    return new WarehouseException(WarehouseException.Code.DATA, source + ": " + message);
  }

  SourceLine source() {
    return source;
  }

  WarehouseException error(String message) {
    return problem(source, message);
  }

  void allowOnly(Set<String> keys) {
    for (String key : entries.keySet()) {
      if (!keys.contains(key)) {
        throw problem(
            line(entries.get(key)), "unknown key '" + key + "'; known keys: " + sorted(keys));
      }
    }
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> error("key '" + key + "' is missing"));
  }

  Optional<String> optionalText(String key) {
    Node node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    throw problem(line(node), "'" + key + "' must be a text");
  }

  boolean flag(String key) {
    return optionalText(key)
        .map(
            value -> {
              if (!value.equals("true") && !value.equals("false")) {
                throw error("'" + key + "' must be true or false, but was: " + value);
              }
              return value.equals("true");
            })
        .orElse(false);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String value = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw error(
        "'%s' must be one of %s, but was: %s"
            .formatted(key, List.of(type.getEnumConstants()), value)
            .toLowerCase(Locale.ROOT));
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (!(item instanceof ScalarNode scalar)) {
        throw problem(line(item), "'" + key + "' must be a list of texts");
      }
      texts.add(scalar.getValue());
    }
    return List.copyOf(texts);
  }

  List<YamlTree> children(String key) {
    return items(key).stream().map(item -> new YamlTree(source.file(), item)).toList();
  }

  private List<Node> items(String key) {
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw problem(line(node), "'" + key + "' must be a list");
  }

  private SourceLine line(Node node) {
    return new SourceLine(source.file(), node.getStartMark().getLine() + 1);
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }
}
