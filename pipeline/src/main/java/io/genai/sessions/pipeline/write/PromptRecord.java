package io.genai.sessions.pipeline.write;

import io.genai.sessions.models.label.PromptLabels;
import io.genai.sessions.pipeline.enrich.ClipEncoding;
import io.genai.sessions.pipeline.enrich.Embedding;
import io.genai.sessions.pipeline.enrich.EnrichedPrompt;
import io.genai.sessions.pipeline.enrich.Labelling;
import io.genai.sessions.pipeline.images.StoredImage;
import io.genai.sessions.pipeline.parquet.FloatList;
import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.warehouse.WarehouseRules;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** A prompt as {@code prompts.avsc} has it. */
final class PromptRecord {
  private PromptRecord() {}

  static GenericRecord fill(EnrichedPrompt prompt, GenericRecord record) {
    SourceRow row = prompt.row();
    record.put("prompt_id", row.promptId());
    record.put("image_name", row.imageName());
    record.put("prompt_text", row.prompt());
    record.put("word_count", WarehouseRules.load().wordCount(row.prompt()));
    record.put("seed", row.seed().orElse(null));
    record.put("step", row.step().orElse(null));
    record.put("cfg", row.cfg().orElse(null));
    record.put("sampler", row.sampler().orElse(null));
    record.put("image_nsfw", row.imageNsfw().orElse(null));
    record.put("prompt_nsfw", row.promptNsfw().orElse(null));
    // What was decoded is more certain than what the metadata says.
    Optional<StoredImage> image = row.image();
    record.put("image_path", image.map(StoredImage::imagePath).orElse(null));
    record.put("thumbnail_path", image.map(StoredImage::thumbnailPath).orElse(null));
    record.put("width", image.map(StoredImage::width).or(row::width).orElse(null));
    record.put("height", image.map(StoredImage::height).or(row::height).orElse(null));
    Optional<Embedding> text = prompt.textEmbedding();
    record.put("text_embedding_mini", text.map(e -> FloatList.of(e.vector())).orElse(null));
    record.put("embedding_model", text.map(Embedding::model).orElse(null));
    prompt.labelling().ifPresent(labelling -> fill(labelling, record));
    prompt.clip().ifPresent(clip -> fill(clip, record));
    record.put("style_cluster", prompt.styleCluster().orElse(null));
    return record;
  }

  private static void fill(Labelling labelling, GenericRecord record) {
    PromptLabels labels = labelling.labels();
    record.put("subject", labels.subject());
    record.put("art_style", labels.artStyle());
    record.put("mood", labels.mood());
    record.put("setting", labels.setting());
    record.put("lighting", labels.lighting());
    record.put("complexity_score", labels.complexityScore());
    record.put("has_nsfw_intent", labels.hasNsfwIntent());
    record.put("label_model", labelling.model());
  }

  private static void fill(ClipEncoding clip, GenericRecord record) {
    record.put("text_embedding", clip.text().map(FloatList::of).orElse(null));
    record.put("image_embedding", clip.image().map(FloatList::of).orElse(null));
    record.put("alignment_score", clip.alignment().orElse(null));
    record.put("clip_model", clip.model());
  }
}
