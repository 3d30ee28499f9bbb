package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.read.SourceRow;
import java.util.Optional;

/**
 * A row and what models have added to it so far.
 *
 * @param row the row as read
 * @param textEmbedding what the prompt means; empty: not embedded
 */
public record EnrichedPrompt(SourceRow row, Optional<Embedding> textEmbedding) {

  static EnrichedPrompt of(SourceRow row) {
    return new EnrichedPrompt(row, Optional.empty());
  }

  EnrichedPrompt withTextEmbedding(Optional<Embedding> embedding) {
    return new EnrichedPrompt(row, embedding);
  }
}
