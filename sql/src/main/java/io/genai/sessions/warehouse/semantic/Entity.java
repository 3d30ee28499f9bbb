package io.genai.sessions.warehouse.semantic;

import java.util.List;
import java.util.Optional;

/**
 * Something that the warehouse has rows of.
 *
 * @param name unique among entities
 * @param relation a table's name, or, when {@code derived}, a SELECT that works the rows out
 * @param alias the letter or word by which every expression calls the entity
 * @param key the column that is unique in its rows
 * @param time the expression of the moment that a row belongs to; empty: it has none of its own
 * @param base the entity that a derived one says more about; empty for tables
 */
public record Entity(
    String name,
    String label,
    String plural,
    List<String> synonyms,
    String relation,
    boolean derived,
    String alias,
    String key,
    Optional<String> time,
    Optional<String> base,
    String definition,
    SourceLine source) {}
