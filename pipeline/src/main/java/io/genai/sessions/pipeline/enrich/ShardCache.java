package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ParquetFile;
import io.genai.sessions.pipeline.parquet.ParquetSink;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Infers each content once: what was inferred before is kept by content hash, one Parquet file a
 * shard below {@code cache/<step>/<model id>/}, written whole. A run that was killed finds every
 * shard that it finished; another model has another folder.
 *
 * @param <V> what is inferred
 */
final class ShardCache<V> {
  private static final String HASH = "content_hash";

  private final String directory;
  private final Codec<V> codec;

  ShardCache(String directory, Codec<V> codec) {
    this.directory = directory;
    this.codec = codec;
  }

  /** The folder of what {@code step} inferred with a model, on any of Beam's file systems. */
  static String directory(String cacheRoot, String step, String modelId) {
    return cacheRoot + "/" + step + "/" + modelId.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /**
   * How a value is written beside its hash.
   *
   * @param schema of a record with the field {@code content_hash} and the value's own
   */
  record Codec<V>(
      Schema schema,
      BiFunction<V, GenericRecord, GenericRecord> write,
      Function<GenericRecord, V> read) {

    /**
     * Writes vectors, four bytes a number, little-endian: a list of numbers takes Parquet many
     * times as long.
     */
    static Codec<float[]> ofVectors() {
      Schema schema =
          SchemaBuilder.record("embedding")
              .fields()
              .requiredString(HASH)
              .requiredBytes("vector")
              .endRecord();
      return new Codec<>(
          schema,
          (vector, record) -> {
            ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            record.put("vector", bytes);
            return record;
          },
          record -> {
            FloatBuffer numbers =
                ((ByteBuffer) record.get("vector"))
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] vector = new float[numbers.remaining()];
            numbers.get(vector);
            return vector;
          });
    }
  }

  /**
   * The values of a shard's contents: those of the cache, the others inferred and then kept.
   *
   * @param contents by content hash
   * @param model infers a value for each content, in their order
   * @return by content hash; other contents of earlier runs may be among them
   * @throws IOException where the cache cannot be read or written
   */
  <C> Map<String, V> infer(
      PromptShard shard, Map<String, C> contents, Function<List<C>, List<V>> model)
      throws IOException {
    ResourceId file = file(shard.number(), shard.of());
    Map<String, V> values = read(file);
    Map<String, C> missing = new LinkedHashMap<>(contents);
    missing.keySet().removeAll(values.keySet());
    if (!missing.isEmpty()) {
      Iterator<V> made = model.apply(List.copyOf(missing.values())).iterator();
      missing.keySet().forEach(hash -> values.put(hash, made.next()));
      write(file, values);
    }
    return values;
  }

  /** A file of an older layout counts as absent, and is replaced. */
  private Map<String, V> read(ResourceId file) throws IOException {
    Map<String, V> values = new HashMap<>();
    try {
      ParquetFile.forEach(
          file,
          record -> {
            if (record.getSchema().equals(codec.schema())) {
              values.put(record.get(HASH).toString(), codec.read().apply(record));
            }
          });
    } catch (FileNotFoundException e) {
      return values;
    }
    return values;
  }

  private void write(ResourceId file, Map<String, V> values) throws IOException {
    ParquetSink sink = ParquetSink.of(codec.schema());
    AtomicFile.write(
        file,
        ParquetFile.MIME_TYPE,
        channel -> {
          sink.open(channel);
          for (Map.Entry<String, V> entry : values.entrySet()) {
            GenericRecord record = ParquetFile.newRecord(codec.schema());
            record.put(HASH, entry.getKey());
            sink.write(codec.write().apply(entry.getValue(), record));
          }
          sink.flush();
        });
  }

  private ResourceId file(int shard, int of) {
    return FileSystems.matchNewResource(
        "%s/%05d-of-%05d.parquet".formatted(directory, shard, of), false);
  }
}
