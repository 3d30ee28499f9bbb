package io.genai.sessions.warehouse.semantic;

import java.util.List;

/**
 * What figures are split and filtered by.
 *
 * @param name unique among dimensions; also the column's name in a result
 * @param entity the entity that the value belongs to; {@code time} when the expression is of the
 *     measure's own time, written {@code {time}}
 * @param values the closed vocabulary, or, when {@code open}, the values known beforehand; empty:
 *     anything of the type
 * @param open whether the warehouse may hold other values
 * @param identifier whether it names single rows
 * @param knownOnly whether rows without a value are left out when split by it
 */
public record Dimension(
    String name,
    String label,
    List<String> synonyms,
    String entity,
    String expression,
    Type type,
    List<Value> values,
    boolean open,
    boolean identifier,
    boolean knownOnly,
    boolean simulated,
    String definition,
    SourceLine source) {

  /** The entity of a dimension that is read from the measure's own time. */
  public static final String TIME = "time";

  /** What its values are. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  /** One word of a vocabulary and what else people call it. */
  public record Value(String value, List<String> synonyms) {}

  /** Whether it is a time grain. */
  public boolean isTime() {
    return entity.equals(TIME);
  }
}
