package io.genai.sessions.pipeline.enrich;

/**
 * What an image looks like.
 *
 * @param contentHash of the image's bytes
 * @param vector unit length
 */
record ImageVector(String contentHash, float[] vector) {}
