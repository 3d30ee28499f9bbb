package io.genai.sessions.pipeline.write;

import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ParquetFile;
import io.genai.sessions.pipeline.parquet.ParquetSink;
import io.genai.sessions.pipeline.records.StepMetrics;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes a table of the run, one file a shard. A shard is written where it was made, so that no row
 * is shuffled for it; an attempt that is repeated writes the same file again.
 *
 * @param <T> a row
 */
public final class WriteParquet<T>
    extends PTransform<PCollection<KV<Integer, List<T>>>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  private final ParquetTable<T> table;
  private final String runDirectory;

  private WriteParquet(ParquetTable<T> table, String runDirectory) {
    this.table = table;
    this.runDirectory = runDirectory;
  }

  /** Writes {@code table} below {@code runDirectory}, on any of Beam's file systems. */
  public static <T> WriteParquet<T> of(ParquetTable<T> table, String runDirectory) {
    return new WriteParquet<>(table, runDirectory);
  }

  /** The step's name in metrics: one for each table. */
  public static String step(ParquetTable<?> table) {
    return "WriteParquet " + table.name();
  }

  /** Writes and returns the files' names. */
  @Override
  public PCollection<String> expand(PCollection<KV<Integer, List<T>>> shards) {
    return shards.apply(ParDo.of(new WriteShardFn<>(table, runDirectory)));
  }

  static final class WriteShardFn<T> extends DoFn<KV<Integer, List<T>>, String> {
    private static final long serialVersionUID = 1L;
    private final ParquetTable<T> table;
    private final String runDirectory;
    private final StepMetrics metrics;

    WriteShardFn(ParquetTable<T> table, String runDirectory) {
      this.table = table;
      this.runDirectory = runDirectory;
      this.metrics = StepMetrics.of(step(table));
    }

    @ProcessElement
    public void process(@Element KV<Integer, List<T>> shard, OutputReceiver<String> out)
        throws IOException {
      metrics.in(shard.getValue().size());
      ResourceId file =
          FileSystems.matchNewResource(
              "%s/%s/%05d.parquet".formatted(runDirectory, table.name(), shard.getKey()), false);
      Schema schema = table.schema();
      ParquetSink sink = ParquetSink.of(schema);
      AtomicFile.write(
          file,
          ParquetFile.MIME_TYPE,
          channel -> {
            sink.open(channel);
            for (T row : shard.getValue()) {
              sink.write(table.record(row, schema));
            }
            sink.flush();
          });
      metrics.out(shard.getValue().size());
      out.output(file.toString());
    }
  }
}
