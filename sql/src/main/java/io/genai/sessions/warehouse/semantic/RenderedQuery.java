package io.genai.sessions.warehouse.semantic;

import java.util.List;

/**
 * SQL that can be run as it stands.
 *
 * @param sql one SELECT, literals included
 * @param columns the names of its columns, dimensions first
 */
public record RenderedQuery(String sql, List<String> columns) {}
