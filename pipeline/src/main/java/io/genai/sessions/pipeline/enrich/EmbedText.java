package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.TextEmbedder;
import io.genai.sessions.pipeline.parquet.FloatList;
import io.genai.sessions.pipeline.records.StepMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;

/** Embeds each distinct prompt text once: what it means, for search by meaning. */
public final class EmbedText
    extends PTransform<PCollection<PromptShard>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics and in the cache. */
  public static final String STEP = "EmbedText";

  private static final Schema SCHEMA =
      SchemaBuilder.record("text_embedding")
          .fields()
          .requiredString("content_hash")
          .name("vector")
          .type()
          .array()
          .items()
          .floatType()
          .noDefault()
          .endRecord();

  private final SerializableFunction<Void, TextEmbedder> embedder;
  private final String cacheRoot;

  private EmbedText(SerializableFunction<Void, TextEmbedder> embedder, String cacheRoot) {
    this.embedder = embedder;
    this.cacheRoot = cacheRoot;
  }

  /**
   * Embeds with the model that {@code embedder} opens on each worker.
   *
   * @param cacheRoot folder of the caches, on any of Beam's file systems
   */
  public static EmbedText with(
      SerializableFunction<Void, TextEmbedder> embedder, String cacheRoot) {
    return new EmbedText(embedder, cacheRoot);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<PromptShard> shards) {
    return shards.apply(ParDo.of(new EmbedTextFn(embedder, cacheRoot)));
  }

  static final class EmbedTextFn extends DoFn<PromptShard, PromptShard> {
    private static final long serialVersionUID = 1L;
    private final SerializableFunction<Void, TextEmbedder> opener;
    private final String cacheRoot;
    private final StepMetrics metrics = StepMetrics.of(STEP);
    private transient TextEmbedder embedder;
    private transient ShardCache<float[]> cache;

    EmbedTextFn(SerializableFunction<Void, TextEmbedder> opener, String cacheRoot) {
      this.opener = opener;
      this.cacheRoot = cacheRoot;
    }

    @Setup
    public void setup() {
      embedder = opener.apply(null);
      cache =
          new ShardCache<>(
              cacheRoot,
              STEP,
              embedder.id(),
              new ShardCache.Codec<>(SCHEMA, EmbedTextFn::write, EmbedTextFn::read));
    }

    @Teardown
    public void teardown() {
      if (embedder != null) {
        embedder.close();
      }
    }

    @ProcessElement
    public void process(@Element PromptShard shard, OutputReceiver<PromptShard> out)
        throws IOException {
      metrics.in(shard.prompts().size());
      Map<String, float[]> vectors = vectors(shard);
      List<EnrichedPrompt> embedded = new ArrayList<>(shard.prompts().size());
      for (EnrichedPrompt prompt : shard.prompts()) {
        float[] vector = vectors.get(ContentHash.of(prompt.row().prompt()));
        embedded.add(prompt.withTextEmbedding(Optional.of(new Embedding(embedder.id(), vector))));
      }
      metrics.out(embedded.size());
      out.output(new PromptShard(shard.number(), shard.of(), embedded));
    }

    /** Vectors of the shard's texts by content hash: from the cache where it has them. */
    private Map<String, float[]> vectors(PromptShard shard) throws IOException {
      Map<String, float[]> known = cache.read(shard.number(), shard.of());
      Map<String, String> missing = new LinkedHashMap<>();
      for (EnrichedPrompt prompt : shard.prompts()) {
        String hash = ContentHash.of(prompt.row().prompt());
        if (!known.containsKey(hash)) {
          missing.put(hash, prompt.row().prompt());
        }
      }
      if (!missing.isEmpty()) {
        List<float[]> made = embedder.embed(List.copyOf(missing.values()));
        int next = 0;
        for (String hash : missing.keySet()) {
          known.put(hash, made.get(next++));
        }
        cache.write(shard.number(), shard.of(), known);
      }
      return known;
    }

    private static GenericRecord write(float[] vector, GenericRecord record) {
      record.put("vector", FloatList.of(vector));
      return record;
    }

    private static float[] read(GenericRecord record) {
      return FloatList.toArray(record.get("vector"));
    }
  }
}
