package io.genai.sessions.warehouse.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One file of SQL.
 *
 * @param name its name without folder and ending, which is the name of what it makes
 * @param text all of it
 */
record SqlScript(String name, String text) {
  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");
  private static final Pattern MODEL_NAME =
      Pattern.compile(
          "\\b((stg|dim|fct)_[a-z_]+|run_(users|prompts|generations|documents|bad_record_lines)|(check|model)_results)\\b");

  /** What stands behind {@code -- key:} in its first comment, continuation lines included. */
  String header(String key) {
    List<String> comments =
        text.lines()
            .takeWhile(line -> line.startsWith("--"))
            .map(line -> line.substring(2).strip())
            .toList();
    String prefix = key.toLowerCase(Locale.ROOT) + ":";
    StringBuilder value = new StringBuilder();
    for (String line : comments) {
      if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
        value.append(line.substring(prefix.length()).strip());
      } else if (!value.isEmpty() && !line.matches("[a-z]+: .*")) {
        value.append(' ').append(line);
      } else if (!value.isEmpty()) {
        break;
      }
    }
    if (value.isEmpty()) {
      throw new IllegalStateException("%s.sql has no '-- %s:' at its top".formatted(name, key));
    }
    return value.toString();
  }

  /** Its statements, each up to a semicolon at the end of a line. */
  List<String> statements() {
    return Arrays.stream(STATEMENT_END.split(text)).filter(part -> !part.isBlank()).toList();
  }

  /** The tables, views and staging models that it names, itself excepted. */
  List<String> upstream() {
    String code = text.replaceAll("--.*|(?m)^COMMENT ON .*", "");
    return MODEL_NAME
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .filter(found -> !found.equals(name))
        .distinct()
        .sorted()
        .toList();
  }
}
