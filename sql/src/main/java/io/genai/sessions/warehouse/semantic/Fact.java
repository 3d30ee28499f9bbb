package io.genai.sessions.warehouse.semantic;

import java.util.List;

/**
 * A numeric column that can be averaged, ranked and compared.
 *
 * @param expression a scalar DuckDB expression
 * @param additive whether its sum means something
 * @param low words for a small value ("fast")
 * @param high words for a large value ("slow")
 */
public record Fact(
    String name,
    String label,
    List<String> synonyms,
    String entity,
    String expression,
    Unit unit,
    Format format,
    boolean additive,
    boolean higherIsWorse,
    boolean simulated,
    List<String> low,
    List<String> high,
    String definition,
    SourceLine source) {}
