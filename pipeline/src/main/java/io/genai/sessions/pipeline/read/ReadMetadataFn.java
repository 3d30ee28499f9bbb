package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.read.MetadataFile.RowGroup;
import io.genai.sessions.pipeline.records.StepMetrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Reads a row group of a metadata table: its rows by shard, and its bad records. */
final class ReadMetadataFn extends DoFn<RowGroup, KV<Integer, Candidate>> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(ReadDiffusionDb.STEP);
  private final int shards;

  ReadMetadataFn(int shards) {
    this.shards = shards;
  }

  @ProcessElement
  public void process(@Element RowGroup group, MultiOutputReceiver out) {
    MetadataReader.read(
        group,
        row -> {
          metrics.in(1);
          out.get(ReadDiffusionDb.CANDIDATES).output(KV.of(row.shard(shards), row));
        },
        bad -> {
          metrics.in(1);
          out.get(ReadDiffusionDb.PLACED_BAD_RECORDS).output(bad);
        });
  }
}
