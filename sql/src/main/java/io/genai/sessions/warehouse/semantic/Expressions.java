package io.genai.sessions.warehouse.semantic;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes pieces of SQL. */
final class Expressions {
  private static final String QUOTED = "'(?:[^']|'')*'";
  private static final Pattern QUALIFIED =
      Pattern.compile(QUOTED + "|\\b([a-z_][a-z_0-9]*)\\.(?=[a-z_])");
  private static final Pattern COLUMN =
      Pattern.compile(QUOTED + "|\\b([a-z_][a-z_0-9]*\\.)([a-z_][a-z_0-9]*)");
  private static final Pattern TIME = Pattern.compile(QUOTED + "|(\\{time\\})");

  private Expressions() {}

  /**
   * The aliases that qualify columns in {@code sql}; text in quotes does not count, nor does a
   * subquery, which brings its own.
   */
  static Set<String> aliases(String sql) {
    Set<String> aliases = new LinkedHashSet<>();
    Matcher matcher = QUALIFIED.matcher(withoutSubqueries(sql));
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        aliases.add(matcher.group(1));
      }
    }
    return aliases;
  }

  private static String withoutSubqueries(String sql) {
    String rest = sql;
    int start = rest.indexOf("(SELECT ");
    while (start >= 0) {
      int end = closing(rest, start);
      rest = rest.substring(0, start) + rest.substring(end);
      start = rest.indexOf("(SELECT ");
    }
    return rest;
  }

  /** The place after the bracket that closes the one at {@code open}. */
  private static int closing(String sql, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return sql.length();
  }

  /** The expression with each of these qualified columns read from another alias. */
  static String moved(String sql, Set<String> columns, String alias) {
    return COLUMN
        .matcher(sql)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    columns.contains(match.group())
                        ? alias + "." + match.group(2)
                        : match.group()));
  }

  static boolean mentionsTime(String sql) {
    Matcher matcher = TIME.matcher(sql);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        return true;
      }
    }
    return false;
  }

  static String withTime(String sql, String time) {
    return TIME.matcher(sql)
        .replaceAll(
            match -> Matcher.quoteReplacement(match.group(1) == null ? match.group() : time));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
