package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ParquetFile;
import io.genai.sessions.pipeline.parquet.ParquetSink;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * What was inferred before, by content hash: one Parquet file a shard below {@code
 * cache/<step>/<model id>/}, written whole. A run that was killed finds every shard that it
 * finished; another model has another folder.
 *
 * @param <V> what is inferred
 */
final class ShardCache<V> {
  private static final String HASH = "content_hash";

  private final String directory;
  private final Codec<V> codec;

  ShardCache(String cacheRoot, String step, String modelId, Codec<V> codec) {
    this.directory = cacheRoot + "/" + step + "/" + modelId.replaceAll("[^A-Za-z0-9._-]", "_");
    this.codec = codec;
  }

  /**
   * How a value is written beside its hash.
   *
   * @param schema of a record with the field {@code content_hash} and the value's own
   */
  record Codec<V>(
      Schema schema,
      BiFunction<V, GenericRecord, GenericRecord> write,
      Function<GenericRecord, V> read) {}

  /** Everything that the shard's file holds, by content hash; empty where there is none. */
  Map<String, V> read(int shard, int of) throws IOException {
    Map<String, V> values = new HashMap<>();
    try {
      ParquetFile.forEach(
          file(shard, of),
          record -> values.put(record.get(HASH).toString(), codec.read().apply(record)));
    } catch (FileNotFoundException e) {
      return values;
    }
    return values;
  }

  /** Replaces the shard's file. */
  void write(int shard, int of, Map<String, V> values) throws IOException {
    ParquetSink sink = ParquetSink.of(codec.schema());
    AtomicFile.write(
        file(shard, of),
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
