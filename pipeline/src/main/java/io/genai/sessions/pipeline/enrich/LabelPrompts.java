package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.label.PromptLabeler;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Labels each distinct prompt text once: what it asks for, in closed vocabularies. */
public final class LabelPrompts
    extends PTransform<PCollection<PromptShard>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics and in the cache. */
  public static final String STEP = "LabelPrompts";

  private final ModelOpener<PromptLabeler> labeler;
  private final String cacheRoot;

  private LabelPrompts(ModelOpener<PromptLabeler> labeler, String cacheRoot) {
    this.labeler = labeler;
    this.cacheRoot = cacheRoot;
  }

  /**
   * Labels with the model that {@code labeler} opens on each worker.
   *
   * @param cacheRoot folder of the caches, on any of Beam's file systems
   */
  public static LabelPrompts with(ModelOpener<PromptLabeler> labeler, String cacheRoot) {
    return new LabelPrompts(labeler, cacheRoot);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<PromptShard> shards) {
    ModelOpener<PromptLabeler> opener = labeler;
    String root = cacheRoot;
    return shards.apply(
        ParDo.of(new EnrichFn(STEP, () -> new LabelEnrichment(opener.open(), root))));
  }
}
