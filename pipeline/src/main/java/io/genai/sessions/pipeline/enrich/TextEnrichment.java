package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.TextEmbedder;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds each prompt's embedding. */
final class TextEnrichment implements ShardEnrichment {
  private final TextEmbedder embedder;
  private final ShardCache<float[]> cache;

  TextEnrichment(TextEmbedder embedder, String cacheRoot) {
    this.embedder = embedder;
    this.cache =
        new ShardCache<>(
            ShardCache.directory(cacheRoot, EmbedText.STEP, embedder.id()),
            ShardCache.Codec.ofVectors());
  }

  @Override
  public PromptShard enrich(PromptShard shard) throws IOException {
    Map<String, float[]> vectors = cache.infer(shard, shard.distinctTexts(), this::embed);
    return shard.map(
        prompt ->
            prompt.withTextEmbedding(new Embedding(embedder.id(), vectors.get(prompt.textHash()))));
  }

  private List<float[]> embed(List<EnrichedPrompt> prompts) {
    return embedder.embed(prompts.stream().map(prompt -> prompt.row().prompt()).toList());
  }

  @Override
  public void close() {
    embedder.close();
  }
}
