/** The run's Parquet: what {@code sql/staging} reads. One file a shard, whole or not at all. */
package io.genai.sessions.pipeline.write;
