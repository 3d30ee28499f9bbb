package io.genai.sessions.models;

import java.util.List;

/**
 * Turns texts into unit vectors whose dot product is their similarity. Thread-safe; holds native
 * memory until closed.
 */
public interface TextEmbedder extends AutoCloseable {
  /**
   * Returns the id that goes beside every vector and names its cache, for instance {@code
   * all-minilm-l6-v2-q}.
   */
  String id();

  /** Returns the length of each vector. */
  int dimensions();

  /**
   * Embeds texts; a text's vector depends on nothing but that text.
   *
   * @param texts any texts, the empty one included; what lies beyond the model's window is cut off
   * @return one vector of {@link #dimensions()} values and L2 norm 1 for each text, in their order
   * @throws ModelException if the embedder is closed or the model fails
   */
  List<float[]> embed(List<String> texts);

  /** Embeds one text, as {@link #embed(List)} does. */
  default float[] embed(String text) {
    return embed(List.of(text)).get(0);
  }

  @Override
  void close();
}
