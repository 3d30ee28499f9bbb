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
  private static final Pattern TIME = Pattern.compile(QUOTED + "|(\\{time\\})");

  private Expressions() {}

  /** The aliases that qualify columns in {@code sql}; text in quotes does not count. */
  static Set<String> aliases(String sql) {
    Set<String> aliases = new LinkedHashSet<>();
    Matcher matcher = QUALIFIED.matcher(sql);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        aliases.add(matcher.group(1));
      }
    }
    return aliases;
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
