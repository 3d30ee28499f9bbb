/**
 * The one place where a measure, a dimension, a synonym, a join or a unit is defined: {@link
 * io.genai.sessions.warehouse.semantic.SemanticModel} reads {@code sql/semantic/*.yaml}, and {@link
 * io.genai.sessions.warehouse.semantic.QueryRenderer} turns a {@link
 * io.genai.sessions.warehouse.semantic.MetricQuery} into SQL that no join can multiply.
 */
package io.genai.sessions.warehouse.semantic;
