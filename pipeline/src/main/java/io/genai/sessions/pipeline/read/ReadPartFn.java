package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.read.InputPlan.NumberedPart;
import io.genai.sessions.pipeline.records.StepMetrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Reads a part: its rows, its bad records, and how many entries it has. */
final class ReadPartFn extends DoFn<NumberedPart, Candidate> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(ReadDiffusionDb.STEP);

  @ProcessElement
  public void process(@Element NumberedPart part, MultiOutputReceiver out) {
    PartContents contents = PartReader.read(part.file(), part.part());
    metrics.in(contents.entries());
    out.get(ReadDiffusionDb.ENTRIES).output(KV.of(part.file(), contents.entries()));
    for (Candidate row : contents.rows()) {
      out.get(ReadDiffusionDb.CANDIDATES).output(row);
    }
    for (PlacedBadRecord bad : contents.badRecords()) {
      out.get(ReadDiffusionDb.PLACED_BAD_RECORDS).output(bad);
    }
  }
}
