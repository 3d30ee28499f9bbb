/**
 * Large inputs for measurements: a metadata table of any size in DiffusionDB's own schema, made
 * from nothing but a seed.
 */
package io.genai.sessions.pipeline.synthetic;
