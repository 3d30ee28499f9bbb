package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.pipeline.images.StoredImage;
import io.genai.sessions.pipeline.images.StoredImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the CLIP embeddings of each prompt and its image. */
final class ClipEnrichment implements ShardEnrichment {
  /** Images that are decoded at once: enough to keep the model's threads busy. */
  private static final int BATCH = 8;

  private final ClipModel clip;
  private final StoredImages store;
  private final ShardCache<float[]> texts;
  private final ShardCache<float[]> images;

  ClipEnrichment(ClipModel clip, StoredImages store, String cacheRoot) {
    this.clip = clip;
    this.store = store;
    String directory = ShardCache.directory(cacheRoot, EncodeClip.STEP, clip.id());
    this.texts = new ShardCache<>(directory + "/text", ShardCache.Codec.ofVectors());
    this.images = new ShardCache<>(directory + "/image", ShardCache.Codec.ofVectors());
  }

  @Override
  public PromptShard enrich(PromptShard shard) throws IOException {
    Map<String, float[]> ofText = texts.infer(shard, shard.distinctTexts(), this::embedTexts);
    Map<String, float[]> ofImage = images.infer(shard, shard.distinctImages(), this::embedImages);
    return shard.map(
        prompt ->
            prompt.withClip(
                new ClipEncoding(
                    clip.id(),
                    direction(ofText.get(prompt.textHash())),
                    prompt.row().image().map(image -> ofImage.get(image.contentHash())))));
  }

  /** A small vocabulary gives a text without a known word the zero vector: it points nowhere. */
  private static Optional<float[]> direction(float[] vector) {
    for (float value : vector) {
      if (value != 0) {
        return Optional.of(vector);
      }
    }
    return Optional.empty();
  }

  private List<float[]> embedTexts(List<EnrichedPrompt> prompts) {
    return clip.embedTexts(prompts.stream().map(prompt -> prompt.row().prompt()).toList());
  }

  private List<float[]> embedImages(List<StoredImage> stored) {
    List<float[]> vectors = new ArrayList<>(stored.size());
    for (int start = 0; start < stored.size(); start += BATCH) {
      List<StoredImage> batch = stored.subList(start, Math.min(start + BATCH, stored.size()));
      vectors.addAll(clip.embedImages(batch.stream().map(store::read).toList()));
    }
    return vectors;
  }

  @Override
  public void close() {
    clip.close();
  }
}
