package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.semantic.Dimension.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the YAML files into definitions. What they say about each other is checked elsewhere. */
final class SemanticReader {
  static final List<String> FILES =
      List.of(
          "entities.yaml",
          "time.yaml",
          "measures.yaml",
          "facts.yaml",
          "dimensions.yaml",
          "segments.yaml",
          "verified_questions.yaml");

  final List<Entity> entities = new ArrayList<>();
  final List<Join> joins = new ArrayList<>();
  final List<WideTable> wideTables = new ArrayList<>();
  final List<Measure> measures = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<Dimension> dimensions = new ArrayList<>();
  final List<Dimension> timeGrains = new ArrayList<>();
  final List<Segment> segments = new ArrayList<>();
  final List<VerifiedQuestion> verifiedQuestions = new ArrayList<>();

  private final Map<String, Integer> constants;

  SemanticReader(Map<String, Integer> constants) {
    this.constants = constants;
  }

  /** Opens a file of the model by its name. */
  interface Opener {
    Reader open(String file) throws IOException;
  }

  SemanticReader readAll(Opener opener) throws IOException {
    for (String file : FILES) {
      try (Reader reader = opener.open(file)) {
        read(file, reader);
      }
    }
    return this;
  }

  private void read(String file, Reader reader) {
    YamlTree tree = YamlTree.read(file, reader);
    tree.allowOnly(
        Set.of(
            "entities",
            "joins",
            "wide_tables",
            "grains",
            "measures",
            "facts",
            "dimensions",
            "segments",
            "questions"));
    tree.children("entities").forEach(node -> entities.add(entity(node)));
    tree.children("joins").forEach(node -> joins.add(join(node)));
    tree.children("wide_tables").forEach(node -> wideTables.add(wideTable(node)));
    tree.children("grains").forEach(node -> timeGrains.add(grain(node)));
    tree.children("measures").forEach(node -> measures.add(measure(node)));
    tree.children("facts").forEach(node -> facts.add(fact(node)));
    tree.children("dimensions").forEach(node -> dimensions.add(dimension(node)));
    tree.children("segments").forEach(node -> segments.add(segment(node)));
    verifiedQuestions.addAll(questions(tree));
  }

  static List<VerifiedQuestion> questions(YamlTree tree) {
    return tree.children("questions").stream()
        .map(
            node -> {
              node.allowOnly(Set.of("question", "sql"));
              return new VerifiedQuestion(node.text("question"), node.text("sql"), node.source());
            })
        .toList();
  }

  private static Entity entity(YamlTree node) {
    node.allowOnly(
        Set.of(
            "name",
            "label",
            "plural",
            "synonyms",
            "table",
            "relation",
            "alias",
            "key",
            "time",
            "extends",
            "definition"));
    Optional<String> table = node.optionalText("table");
    return new Entity(
        node.text("name"),
        node.text("label"),
        node.text("plural"),
        node.texts("synonyms"),
        table.orElseGet(() -> node.text("relation")),
        table.isEmpty(),
        node.text("alias"),
        node.text("key"),
        node.optionalText("time"),
        node.optionalText("extends"),
        node.text("definition"),
        node.source());
  }

  private static Join join(YamlTree node) {
    node.allowOnly(Set.of("from", "to", "key", "optional"));
    return new Join(
        node.text("from"), node.text("to"), node.text("key"), node.flag("optional"), node.source());
  }

  private static WideTable wideTable(YamlTree node) {
    node.allowOnly(Set.of("entity", "table", "number", "holds", "instead"));
    Map<String, String> instead = new LinkedHashMap<>();
    for (YamlTree part : node.children("instead")) {
      part.allowOnly(Set.of("of", "read"));
      instead.put(part.text("of"), part.text("read"));
    }
    return new WideTable(
        node.text("entity"),
        node.text("table"),
        node.optionalText("number"),
        Set.copyOf(node.texts("holds")),
        instead,
        node.source());
  }

  private static Dimension grain(YamlTree node) {
    node.allowOnly(Set.of("name", "label", "synonyms", "expression", "type"));
    return new Dimension(
        node.text("name"),
        node.text("label"),
        node.texts("synonyms"),
        Dimension.TIME,
        node.text("expression"),
        node.choice("type", Dimension.Type.class),
        List.of(),
        false,
        false,
        false,
        false,
        "The " + node.text("label").toLowerCase(java.util.Locale.ROOT) + " in which it happened.",
        node.source());
  }

  private Measure measure(YamlTree node) {
    node.allowOnly(
        Set.of(
            "name",
            "label",
            "synonyms",
            "entity",
            "expression",
            "unit",
            "format",
            "higher_is_worse",
            "simulated",
            "definition"));
    return new Measure(
        node.text("name"),
        node.text("label"),
        node.texts("synonyms"),
        node.text("entity"),
        withConstants(node),
        node.choice("unit", Unit.class),
        node.choice("format", Format.class),
        node.flag("higher_is_worse"),
        node.flag("simulated"),
        node.text("definition"),
        node.source());
  }

  private String withConstants(YamlTree node) {
    String expression = node.text("expression");
    for (Map.Entry<String, Integer> constant : constants.entrySet()) {
      expression =
          expression.replace("{" + constant.getKey() + "}", constant.getValue().toString());
    }
    if (expression.replace("{time}", "").matches("(?s).*\\{\\w+}.*")) {
      throw node.error(
          "unknown constant in expression; known constants: " + constants.keySet() + " and time");
    }
    return expression;
  }

  private static Fact fact(YamlTree node) {
    node.allowOnly(
        Set.of(
            "name",
            "label",
            "synonyms",
            "entity",
            "expression",
            "unit",
            "format",
            "additive",
            "higher_is_worse",
            "simulated",
            "low",
            "high",
            "definition"));
    return new Fact(
        node.text("name"),
        node.text("label"),
        node.texts("synonyms"),
        node.text("entity"),
        node.text("expression"),
        node.choice("unit", Unit.class),
        node.choice("format", Format.class),
        node.flag("additive"),
        node.flag("higher_is_worse"),
        node.flag("simulated"),
        node.texts("low"),
        node.texts("high"),
        node.text("definition"),
        node.source());
  }

  private static Dimension dimension(YamlTree node) {
    node.allowOnly(
        Set.of(
            "name",
            "label",
            "synonyms",
            "entity",
            "expression",
            "type",
            "values",
            "open",
            "identifier",
            "known_only",
            "simulated",
            "definition"));
    return new Dimension(
        node.text("name"),
        node.text("label"),
        node.texts("synonyms"),
        node.text("entity"),
        node.text("expression"),
        node.choice("type", Dimension.Type.class),
        node.children("values").stream().map(SemanticReader::value).toList(),
        node.flag("open"),
        node.flag("identifier"),
        node.flag("known_only"),
        node.flag("simulated"),
        node.text("definition"),
        node.source());
  }

  private static Value value(YamlTree node) {
    node.allowOnly(Set.of("value", "synonyms"));
    return new Value(node.text("value"), node.texts("synonyms"));
  }

  private static Segment segment(YamlTree node) {
    node.allowOnly(Set.of("name", "label", "synonyms", "entity", "condition", "definition"));
    return new Segment(
        node.text("name"),
        node.text("label"),
        node.texts("synonyms"),
        node.text("entity"),
        node.text("condition"),
        node.text("definition"),
        node.source());
  }
}
