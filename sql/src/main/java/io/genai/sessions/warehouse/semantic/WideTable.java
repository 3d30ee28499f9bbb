package io.genai.sessions.warehouse.semantic;

import java.util.Set;

/**
 * A table with the rows of an entity and columns of what it joins to.
 *
 * @param entity whose rows; all its own columns that expressions use are there too
 * @param table the table's name
 * @param holds the columns of others, by alias and name ({@code u.region}); each has that name here
 */
public record WideTable(String entity, String table, Set<String> holds, SourceLine source) {

  /** Copies its set. */
  public WideTable {
    holds = Set.copyOf(holds);
  }
}
