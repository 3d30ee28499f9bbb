/**
 * What models add to a prompt and its image: embeddings, labels, clusters. Rows are grouped into
 * shards by text, so that each distinct text is inferred once and batches can be sorted by length;
 * what was inferred is cached by content.
 */
package io.genai.sessions.pipeline.enrich;
