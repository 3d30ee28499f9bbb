package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.TextEmbedder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Embeds each distinct prompt text once: what it means, for search by meaning. */
public final class EmbedText
    extends PTransform<PCollection<PromptShard>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics and in the cache. */
  public static final String STEP = "EmbedText";

  private final ModelOpener<TextEmbedder> embedder;
  private final String cacheRoot;

  private EmbedText(ModelOpener<TextEmbedder> embedder, String cacheRoot) {
    this.embedder = embedder;
    this.cacheRoot = cacheRoot;
  }

  /**
   * Embeds with the model that {@code embedder} opens on each worker.
   *
   * @param cacheRoot folder of the caches, on any of Beam's file systems
   */
  public static EmbedText with(ModelOpener<TextEmbedder> embedder, String cacheRoot) {
    return new EmbedText(embedder, cacheRoot);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<PromptShard> shards) {
    ModelOpener<TextEmbedder> opener = embedder;
    String root = cacheRoot;
    return shards.apply(
        ParDo.of(new EnrichFn(STEP, () -> new TextEnrichment(opener.open(), root))));
  }
}
