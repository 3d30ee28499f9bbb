package io.genai.sessions.models.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a shape as JSON schema (2020-12), for servers. */
final class JsonSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonSchema() {}

  static ObjectNode of(JsonShape shape) {
    ObjectNode schema = NODES.objectNode();
    if (shape instanceof JsonShape.Structure structure) {
      schema.put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = schema.putArray("required");
      for (JsonShape.Property property : structure.properties()) {
        properties.set(property.name(), of(property.shape()));
        required.add(property.name());
      }
      schema.put("additionalProperties", false);
    } else if (shape instanceof JsonShape.Tuple tuple) {
      array(schema, tuple.items().size(), tuple.items().size());
      ArrayNode items = schema.putArray("prefixItems");
      tuple.items().forEach(item -> items.add(of(item)));
      schema.put("items", false);
    } else if (shape instanceof JsonShape.Sequence sequence) {
      array(schema, sequence.minimum(), sequence.maximum());
      schema.set("items", of(sequence.item()));
    } else if (shape instanceof JsonShape.Choice choice) {
      schema.put("type", "string");
      ArrayNode values = schema.putArray("enum");
      choice.values().forEach(values::add);
    } else if (shape instanceof JsonShape.Text text) {
      schema.put("type", "string").put("maxLength", text.maximumLength());
    } else if (shape instanceof JsonShape.WholeNumber number) {
      schema.put("type", "integer");
      schema.put("minimum", number.minimum()).put("maximum", number.maximum());
    } else if (shape instanceof JsonShape.Flag) {
      schema.put("type", "boolean");
    }
    return schema;
  }

  private static void array(ObjectNode schema, int minimum, int maximum) {
    schema.put("type", "array").put("minItems", minimum).put("maxItems", maximum);
  }
}
