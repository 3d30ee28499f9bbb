package io.genai.sessions.pipeline.enrich;

/**
 * A vector and the model that made it.
 *
 * @param model the model's id
 * @param vector unit length
 */
public record Embedding(String model, float[] vector) {}
