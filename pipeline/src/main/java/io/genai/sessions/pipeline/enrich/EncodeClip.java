package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.pipeline.images.StoredImages;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Encodes each distinct prompt text and each distinct image once: how well an image shows its
 * prompt, and what it looks like. Rows without an image get the text's embedding alone.
 */
public final class EncodeClip
    extends PTransform<PCollection<PromptShard>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics and in the cache. */
  public static final String STEP = "EncodeClip";

  private final ModelOpener<ClipModel> clip;
  private final String blobRoot;
  private final String cacheRoot;

  private EncodeClip(ModelOpener<ClipModel> clip, String blobRoot, String cacheRoot) {
    this.clip = clip;
    this.blobRoot = blobRoot;
    this.cacheRoot = cacheRoot;
  }

  /**
   * Encodes with the model that {@code clip} opens on each worker.
   *
   * @param blobRoot where the images are, on any of Beam's file systems
   * @param cacheRoot folder of the caches, on any of Beam's file systems
   */
  public static EncodeClip with(ModelOpener<ClipModel> clip, String blobRoot, String cacheRoot) {
    return new EncodeClip(clip, blobRoot, cacheRoot);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<PromptShard> shards) {
    ModelOpener<ClipModel> opener = clip;
    String blobs = blobRoot;
    String root = cacheRoot;
    return shards.apply(
        ParDo.of(
            new EnrichFn(
                STEP, () -> new ClipEnrichment(opener.open(), StoredImages.below(blobs), root))));
  }
}
