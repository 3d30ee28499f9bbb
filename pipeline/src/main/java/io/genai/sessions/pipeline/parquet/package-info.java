/** Parquet over Beam's file systems: whole files, written beside and renamed. */
package io.genai.sessions.pipeline.parquet;
