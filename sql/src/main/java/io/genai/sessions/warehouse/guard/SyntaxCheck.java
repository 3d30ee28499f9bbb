package io.genai.sessions.warehouse.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the syntax tree that {@code json_serialize_sql} gives. Only node types, tables and
 * functions that are named here pass; a node that a later DuckDB invents does not.
 */
final class SyntaxCheck {
  private static final Set<String> NODES =
      Set.of(
          // query nodes, table references and modifiers
          "SELECT_NODE",
          "SET_OPERATION_NODE",
          "RECURSIVE_CTE_NODE",
          "CTE_NODE",
          "BASE_TABLE",
          "SUBQUERY",
          "JOIN",
          "TABLE_FUNCTION",
          "EXPRESSION_LIST",
          "EMPTY",
          "COLUMN_DATA",
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "LIMIT_PERCENT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ORDER_DEFAULT",
          "ASCENDING",
          "DESCENDING",
          "INVALID",
          // expressions
          "VALUE_CONSTANT",
          "COLUMN_REF",
          "STAR",
          "FUNCTION",
          "CASE_EXPR",
          "LAMBDA",
          "LAMBDA_REF",
          "POSITIONAL_REFERENCE",
          "COLLATE",
          "TYPE",
          "GROUPING_FUNCTION");
  private static final Set<String> NODE_FAMILIES =
      Set.of("COMPARE_", "CONJUNCTION_", "OPERATOR_", "WINDOW_", "ARRAY_", "STRUCT_", "ORDER_");
  private static final Map<String, String> EXPLANATIONS =
      Map.of(
          "SHOW_REF", "SHOW, DESCRIBE and SUMMARIZE are not SELECT statements",
          "INSERT_QUERY_NODE", "it would insert rows",
          "DELETE_QUERY_NODE", "it would delete rows",
          "UPDATE_QUERY_NODE", "it would change rows",
          "MERGE_QUERY_NODE", "it would change rows",
          "VALUE_PARAMETER", "a placeholder (? or $1) has no value here",
          "PIVOT", "PIVOT is not supported here; use FILTER or CASE instead");
  private static final Set<String> SESSION_NAMES =
      Set.of(
          "current_catalog",
          "current_database",
          "current_schema",
          "current_role",
          "current_user",
          "session_user");

  private final Set<String> tables;
  private final String catalog;

  /**
   * @param tables the warehouse's tables, in lower case
   * @param catalog the name under which the database is attached, in lower case
   */
  SyntaxCheck(Set<String> tables, String catalog) {
    this.tables = tables;
    this.catalog = catalog;
  }

  /** Why the statement may not run, or empty. */
  Optional<String> objection(JsonNode statement) {
    return walk(statement, Set.of());
  }

  private Optional<String> walk(JsonNode node, Set<String> scope) {
    if (node.isArray()) {
      for (JsonNode item : node) {
        Optional<String> objection = walk(item, scope);
        if (objection.isPresent()) {
          return objection;
        }
      }
      return Optional.empty();
    }
    if (!node.isObject()) {
      return Optional.empty();
    }
    Optional<String> own = own(node, scope);
    if (own.isPresent()) {
      return own;
    }
    Set<String> visible = new HashSet<>(scope);
    if (text(node, "type").equals("RECURSIVE_CTE_NODE")) {
      visible.add(text(node, "cte_name").toLowerCase(Locale.ROOT));
    }
    for (JsonNode entry : node.path("cte_map").path("map")) {
      Optional<String> objection = walk(entry.path("value"), visible);
      if (objection.isPresent()) {
        return objection;
      }
      visible.add(text(entry, "key").toLowerCase(Locale.ROOT));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getKey().equals("cte_map")) {
        Optional<String> objection = walk(field.getValue(), visible);
        if (objection.isPresent()) {
          return objection;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> own(JsonNode node, Set<String> scope) {
    String type = text(node, "type");
    if (!type.isEmpty()
        && !NODES.contains(type)
        && NODE_FAMILIES.stream().noneMatch(type::startsWith)) {
      return Optional.of(
          "Refused: "
              + EXPLANATIONS.getOrDefault(
                  type, "only plain SELECT is let through, not " + type.toLowerCase(Locale.ROOT))
              + ".");
    }
    if (node.hasNonNull("at_clause")) {
      return Optional.of("Refused: AT (a table's past) is not let through.");
    }
    if (type.equals("BASE_TABLE")) {
      return table(node, scope);
    }
    if (type.equals("TABLE_FUNCTION")) {
      String name = text(node.path("function"), "function_name");
      return AllowedFunctions.inFrom(name)
          ? Optional.empty()
          : Optional.of("Refused: the function '%s' is not let through in FROM.".formatted(name));
    }
    if (node.has("function_name")) {
      return function(node);
    }
    if (type.equals("COLUMN_REF") && node.path("column_names").size() == 1) {
      String name = node.path("column_names").get(0).asText().toLowerCase(Locale.ROOT);
      if (SESSION_NAMES.contains(name)) {
        return Optional.of("Refused: '%s' tells about the session.".formatted(name));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> function(JsonNode node) {
    String name = text(node, "function_name");
    boolean qualified =
        !text(node, "schema").isEmpty()
            || !text(node, "catalog").isEmpty()
            || node.path("qualified_name").path("path").size() > 1;
    return !qualified && AllowedFunctions.anywhere(name)
        ? Optional.empty()
        : Optional.of(
            "Refused: the function '%s' is not on the list of functions that only compute."
                .formatted(name));
  }

  private Optional<String> table(JsonNode node, Set<String> scope) {
    String name = text(node, "table_name").toLowerCase(Locale.ROOT);
    String schema = text(node, "schema_name").toLowerCase(Locale.ROOT);
    String database = text(node, "catalog_name").toLowerCase(Locale.ROOT);
    JsonNode path = node.path("qualified_name").path("path");
    if (path.size() == 1 && schema.isEmpty() && database.isEmpty() && scope.contains(name)) {
      return Optional.empty();
    }
    boolean own = tables.contains(name);
    for (int i = 0; i < path.size() - 1; i++) {
      String part = path.get(i).asText().toLowerCase(Locale.ROOT);
      own &= part.equals("main") || (i == 0 && part.equals(catalog));
    }
    own &= schema.isEmpty() || schema.equals("main") || schema.equals(catalog);
    own &= database.isEmpty() || database.equals(catalog);
    return own
        ? Optional.empty()
        : Optional.of(
            "Refused: '%s' is not a table of the warehouse; there are %s."
                .formatted(text(node, "table_name"), tables.stream().sorted().toList()));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText() : "";
  }
}
