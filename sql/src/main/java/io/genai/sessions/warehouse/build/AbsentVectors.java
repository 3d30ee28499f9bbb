package io.genai.sessions.warehouse.build;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Leaves vectors out of dim_prompts where the run has none. DuckDB stores a NULL vector as slowly
 * as a real one: a minute for 2,000,000 rows of three. A column that is computed as NULL has the
 * same name and type, and costs nothing.
 */
final class AbsentVectors {
  private static final Pattern VECTOR = Pattern.compile("(?m)^ {4}(\\w+) FLOAT\\[\\d+\\]");

  private AbsentVectors() {}

  /** The script without the vectors that no row of the run has. */
  static SqlScript leaveOut(BuildDatabase database, SqlScript mart) {
    String text = mart.text();
    for (String column : vectorsOf(mart)) {
      if (database.count("run_prompts WHERE %s IS NOT NULL".formatted(column)) == 0) {
        text =
            text.replaceAll(
                    "(?m)^( {4}%s FLOAT\\[\\d+\\])".formatted(column),
                    "$1 GENERATED ALWAYS AS (NULL) VIRTUAL")
                .replaceAll("(?m)^ {4}%s,\\n".formatted(column), "");
      }
    }
    return new SqlScript(mart.name(), text);
  }

  private static List<String> vectorsOf(SqlScript mart) {
    return VECTOR
        .matcher(mart.text())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
