package io.genai.sessions.warehouse.semantic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A SELECT under construction, written out the way a person would indent it. */
final class Select {
  final Map<String, String> with = new LinkedHashMap<>();
  final List<String> columns = new ArrayList<>();
  final List<String> from = new ArrayList<>();
  final List<String> where = new ArrayList<>();
  final List<String> having = new ArrayList<>();
  final List<String> qualify = new ArrayList<>();
  final List<String> orderBy = new ArrayList<>();
  boolean distinct;
  boolean grouped;
  int limit = -1;

  String sql() {
    StringBuilder sql = new StringBuilder();
    if (!with.isEmpty()) {
      List<String> parts = new ArrayList<>();
      with.forEach((name, body) -> parts.add(name + " AS (\n" + indent(body) + "\n)"));
      sql.append("WITH ").append(String.join(",\n", parts)).append('\n');
    }
    sql.append(distinct ? "SELECT DISTINCT" : "SELECT");
    if (columns.size() == 1) {
      sql.append(' ').append(columns.get(0));
    } else {
      sql.append("\n  ").append(String.join(",\n  ", columns));
    }
    sql.append("\nFROM ").append(String.join("\n", from));
    list(sql, "\nWHERE ", where, "\n  AND ");
    if (grouped) {
      sql.append("\nGROUP BY ALL");
    }
    list(sql, "\nHAVING ", having, "\n  AND ");
    list(sql, "\nQUALIFY ", qualify, "\n  AND ");
    list(sql, "\nORDER BY ", orderBy, ", ");
    if (limit >= 0) {
      sql.append("\nLIMIT ").append(limit);
    }
    return sql.toString();
  }

  private static void list(StringBuilder sql, String start, List<String> parts, String between) {
    if (!parts.isEmpty()) {
      sql.append(start).append(String.join(between, parts));
    }
  }

  static String indent(String sql) {
    return "  " + sql.strip().replace("\n", "\n  ");
  }
}
