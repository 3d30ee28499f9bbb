package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.read.MetadataFile.RowGroup;
import io.genai.sessions.pipeline.records.StepMetrics;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads a row group of a metadata table: its rows and its bad records. */
final class ReadMetadataFn extends DoFn<RowGroup, Candidate> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(ReadDiffusionDb.STEP);

  @ProcessElement
  public void process(@Element RowGroup group, MultiOutputReceiver out) {
    MetadataReader.read(
        group,
        row -> {
          metrics.in(1);
          out.get(ReadDiffusionDb.CANDIDATES).output(row);
        },
        bad -> {
          metrics.in(1);
          out.get(ReadDiffusionDb.PLACED_BAD_RECORDS).output(bad);
        });
  }
}
