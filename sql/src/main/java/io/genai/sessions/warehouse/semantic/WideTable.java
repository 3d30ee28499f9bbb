package io.genai.sessions.warehouse.semantic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table with the rows of an entity and columns of what it joins to.
 *
 * @param entity whose rows; all its own columns that expressions use are there too
 * @param table the table's name
 * @param number the column that numbers the entity's key, from 0 without a gap; the wide tables of
 *     finer rows have it too
 * @param holds the columns of others, by alias and name ({@code u.region}); each has that name here
 * @param instead what expressions can read instead of working out a part of them, by that part
 */
public record WideTable(
    String entity,
    String table,
    Optional<String> number,
    Set<String> holds,
    Map<String, String> instead,
    SourceLine source) {

  /** Copies what it holds. */
  public WideTable {
    holds = Set.copyOf(holds);
    instead = Map.copyOf(instead);
  }

  /** The expression, which names the entity's columns by their alias, as this table answers it. */
  String within(String expression, String alias) {
    String read = Expressions.moved(expression, holds, alias);
    for (Map.Entry<String, String> part : instead.entrySet()) {
      read = read.replace(part.getKey(), part.getValue());
    }
    return read;
  }
}
