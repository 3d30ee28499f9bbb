package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.read.SourceRow;
import java.util.Optional;

/**
 * A row and what models have added to it so far.
 *
 * @param row the row as read
 * @param textEmbedding what the prompt means; empty: not embedded
 * @param labelling what the prompt asks for; empty: not labelled
 * @param clip the prompt and its image in one space; empty: not encoded
 * @param styleCluster which group of similar images its image belongs to, 0 the largest; empty: not
 *     clustered, or no image
 */
public record EnrichedPrompt(
    SourceRow row,
    Optional<Embedding> textEmbedding,
    Optional<Labelling> labelling,
    Optional<ClipEncoding> clip,
    Optional<Integer> styleCluster) {

  static EnrichedPrompt of(SourceRow row) {
    return new EnrichedPrompt(
        row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  EnrichedPrompt withTextEmbedding(Embedding embedding) {
    return new EnrichedPrompt(row, Optional.of(embedding), labelling, clip, styleCluster);
  }

  EnrichedPrompt withLabelling(Labelling made) {
    return new EnrichedPrompt(row, textEmbedding, Optional.of(made), clip, styleCluster);
  }

  EnrichedPrompt withClip(ClipEncoding encoding) {
    return new EnrichedPrompt(row, textEmbedding, labelling, Optional.of(encoding), styleCluster);
  }

  EnrichedPrompt withStyleCluster(Optional<Integer> cluster) {
    return new EnrichedPrompt(row, textEmbedding, labelling, clip, cluster);
  }

  /** What the prompt's text is known by. */
  String textHash() {
    return ContentHash.of(row.prompt());
  }
}
