package io.genai.sessions.warehouse.guard;

import java.util.Optional;

/**
 * Looks at the bare text, before any parser sees it: thousands of open brackets keep DuckDB's
 * parser busy for seconds, nested subqueries crash it.
 */
final class TextCaps {
  private TextCaps() {}

  /** Why the text may not even be parsed, or empty. */
  static Optional<String> objection(String sql, QueryLimits limits) {
    if (sql.isBlank()) {
      return Optional.of("There is no SQL to run.");
    }
    if (sql.length() > limits.characters()) {
      return Optional.of(
          "The SQL has %,d characters; at most %,d are let through."
              .formatted(sql.length(), limits.characters()));
    }
    if (sql.indexOf('\0') >= 0) {
      return Optional.of("The SQL holds a NUL character.");
    }
    int depth = deepestNesting(sql);
    if (depth > limits.nesting()) {
      return Optional.of(
          "The SQL nests brackets %d deep; at most %d are let through."
              .formatted(depth, limits.nesting()));
    }
    return Optional.empty();
  }

  /**
   * Counts brackets wherever they stand, in literals and comments too: to tell those apart takes a
   * parser, and a literal with a hundred open brackets is nothing that people write.
   */
  private static int deepestNesting(String sql) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
        depth--;
      }
    }
    return deepest;
  }
}
