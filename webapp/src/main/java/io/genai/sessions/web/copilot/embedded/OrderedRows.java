package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.warehouse.semantic.Unit;
import java.util.List;

/**
 * What a user's or session's rows, in the order of time, say about their owner.
 *
 * @param owner a user or a session
 * @param rows the owner's requests or sessions
 */
record OrderedRows(Entity owner, Entity rows) {
  /** The last row's place, as DuckDB counts from the end of a list. */
  private static final int LAST = -1;

  /** The place that an ordinal names, from 1. */
  static int place(String ordinal) {
    return switch (ordinal) {
      case "first", "1st", "initial", "very first" -> 1;
      case "second", "2nd" -> 2;
      case "third", "3rd" -> 3;
      case "fourth", "4th" -> 4;
      case "fifth", "5th" -> 5;
      default -> LAST;
    };
  }

  /** The expression of the n-th row as an aggregate; NULL where the owner has fewer. */
  String nth(String expression, int place) {
    return "(list(%s ORDER BY %s))[%d]".formatted(expression, order(), place);
  }

  /** An aggregate over the owner's rows, for each owner. */
  String ofOwner(String aggregate) {
    return "(SELECT %s FROM %s WHERE %s = %s)"
        .formatted(aggregate, from(aggregate), keyOfRows(), keyOfOwner());
  }

  /**
   * The same where it splits figures of other rows too, which must first be joined to the owner.
   */
  String column(String aggregate) {
    return "CASE WHEN %s IS NOT NULL THEN %s END".formatted(keyOfOwner(), ofOwner(aggregate));
  }

  /** The owners of whose rows an aggregate condition holds. */
  Filter owners(String condition, String words) {
    return new Filter(
        "%s IN (SELECT %s FROM %s GROUP BY ALL HAVING %s)"
            .formatted(keyOfOwner(), keyOfRows(), from(condition), condition),
        words);
  }

  /** Which of the owner's rows is the first to meet the condition, from 1; NULL if none does. */
  String placeOfFirst(String condition) {
    return "(SELECT min(place) FROM (SELECT %s AS owner, row_number() OVER (%s) AS place, %s AS meets FROM %s) AS numbered WHERE meets AND numbered.owner = %s)"
        .formatted(keyOfRows(), window(""), condition, from(condition), keyOfOwner());
  }

  /** How many rows in a row meet the condition at most; NULL if none does. */
  String longestRun(String condition) {
    return "(SELECT max(length) FROM (SELECT owner, count(*) AS length FROM (SELECT %1$s AS owner, %2$s AS meets, row_number() OVER (%3$s) - row_number() OVER (%4$s) AS run FROM %5$s) AS numbered WHERE meets GROUP BY owner, run) AS runs WHERE runs.owner = %6$s)"
        .formatted(
            keyOfRows(),
            condition,
            window(""),
            window(", " + condition),
            from(condition),
            keyOfOwner());
  }

  /** A fact of the owner that the model does not name. */
  Fact fact(String name, String label, String expression, Unit unit, boolean higherIsWorse) {
    return new Fact(
        name,
        label,
        List.of(),
        owner.name(),
        expression,
        unit,
        unit == Unit.COUNT ? Format.INTEGER : Format.DECIMAL,
        false,
        higherIsWorse,
        false,
        List.of(),
        List.of(),
        label,
        new SourceLine("question", 1));
  }

  String time() {
    return rows.time().orElseThrow();
  }

  private String order() {
    return time() + ", " + rows.alias() + "." + rows.key();
  }

  private String window(String further) {
    return "PARTITION BY " + keyOfRows() + further + " ORDER BY " + order();
  }

  private String keyOfRows() {
    return rows.alias() + "." + owner.key();
  }

  private String keyOfOwner() {
    return owner.alias() + "." + owner.key();
  }

  private String from(String expression) {
    String prompts =
        expression.matches("(?s).*\\bp\\..*")
            ? " JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id"
            : "";
    return rows.relation() + " AS " + rows.alias() + prompts;
  }
}
