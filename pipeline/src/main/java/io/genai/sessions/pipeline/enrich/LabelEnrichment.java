package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.label.EmbeddedPromptLabeler;
import io.genai.sessions.models.label.PromptLabeler;
import io.genai.sessions.models.label.PromptLabels;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;

/** Adds each prompt's labels. */
final class LabelEnrichment implements ShardEnrichment {
  private static final Schema SCHEMA =
      SchemaBuilder.record("labels")
          .fields()
          .requiredString("content_hash")
          .requiredString("subject")
          .requiredString("art_style")
          .requiredString("mood")
          .requiredString("setting")
          .requiredString("lighting")
          .requiredInt("complexity_score")
          .requiredBoolean("has_nsfw_intent")
          .endRecord();

  private final PromptLabeler labeler;
  private final ShardCache<PromptLabels> cache;

  LabelEnrichment(PromptLabeler labeler, String cacheRoot) {
    this.labeler = labeler;
    this.cache =
        new ShardCache<>(
            ShardCache.directory(cacheRoot, LabelPrompts.STEP, labeler.id()),
            new ShardCache.Codec<>(SCHEMA, LabelEnrichment::write, LabelEnrichment::read));
  }

  @Override
  public PromptShard enrich(PromptShard shard) throws IOException {
    Map<String, PromptLabels> labels = cache.infer(shard, shard.distinctTexts(), this::label);
    return shard.map(
        prompt -> prompt.withLabelling(new Labelling(labeler.id(), labels.get(prompt.textHash()))));
  }

  /** The embedded labeller needs each prompt's MiniLM vector, which the shard may carry already. */
  private List<PromptLabels> label(List<EnrichedPrompt> prompts) {
    List<String> texts = prompts.stream().map(prompt -> prompt.row().prompt()).toList();
    List<float[]> vectors =
        prompts.stream()
            .flatMap(prompt -> prompt.textEmbedding().stream())
            .filter(embedding -> embedding.model().equals(MiniLmEmbedder.EMBEDDED_ID))
            .map(Embedding::vector)
            .toList();
    return labeler instanceof EmbeddedPromptLabeler embedded && vectors.size() == texts.size()
        ? embedded.label(texts, vectors)
        : labeler.label(texts);
  }

  private static GenericRecord write(PromptLabels labels, GenericRecord record) {
    record.put("subject", labels.subject());
    record.put("art_style", labels.artStyle());
    record.put("mood", labels.mood());
    record.put("setting", labels.setting());
    record.put("lighting", labels.lighting());
    record.put("complexity_score", labels.complexityScore());
    record.put("has_nsfw_intent", labels.hasNsfwIntent());
    return record;
  }

  private static PromptLabels read(GenericRecord record) {
    return new PromptLabels(
        record.get("subject").toString(),
        record.get("art_style").toString(),
        record.get("mood").toString(),
        record.get("setting").toString(),
        record.get("lighting").toString(),
        (Integer) record.get("complexity_score"),
        (Boolean) record.get("has_nsfw_intent"));
  }

  @Override
  public void close() {
    labeler.close();
  }
}
