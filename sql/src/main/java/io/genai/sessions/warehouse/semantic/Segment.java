package io.genai.sessions.warehouse.semantic;

import java.util.List;

/**
 * A named condition on the rows of an entity.
 *
 * @param entity as for {@link Dimension}
 * @param condition a boolean DuckDB expression
 */
public record Segment(
    String name,
    String label,
    List<String> synonyms,
    String entity,
    String condition,
    String definition,
    SourceLine source) {}
