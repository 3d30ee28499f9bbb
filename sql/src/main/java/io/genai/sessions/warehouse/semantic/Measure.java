package io.genai.sessions.warehouse.semantic;

import java.util.List;

/**
 * A figure: an aggregate over the rows of one entity.
 *
 * @param name unique among measures; also the column's name in a result
 * @param entity the entity whose rows are aggregated, each once (the grain)
 * @param expression a DuckDB aggregate that calls entities by their aliases
 * @param higherIsWorse whether a rise is bad news
 * @param simulated whether it rests on simulated telemetry
 * @param definition the figure in plain words
 */
public record Measure(
    String name,
    String label,
    List<String> synonyms,
    String entity,
    String expression,
    Unit unit,
    Format format,
    boolean higherIsWorse,
    boolean simulated,
    String definition,
    SourceLine source) {

  /** The same figure under another column name. */
  public Measure as(String otherName, String otherLabel) {
    return new Measure(
        otherName,
        otherLabel,
        synonyms,
        entity,
        expression,
        unit,
        format,
        higherIsWorse,
        simulated,
        definition,
        source);
  }
}
