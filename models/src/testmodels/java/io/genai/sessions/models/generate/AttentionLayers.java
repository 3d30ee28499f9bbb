package io.genai.sessions.models.generate;

/** Writes the attention of each layer, its cache included. */
interface AttentionLayers {
  /** The layer's mixed values [batch, tokens, heads × size] from its projections. */
  String attend(int layer, String query, String key, String value) throws java.io.IOException;
}
