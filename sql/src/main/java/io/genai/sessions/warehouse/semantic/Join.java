package io.genai.sessions.warehouse.semantic;

/**
 * A many-to-one join: each row of {@code from} has at most one row of {@code to}.
 *
 * @param key the column that both sides share
 * @param optional whether a row of {@code from} may have none, so that it is joined LEFT
 */
public record Join(String from, String to, String key, boolean optional, SourceLine source) {}
