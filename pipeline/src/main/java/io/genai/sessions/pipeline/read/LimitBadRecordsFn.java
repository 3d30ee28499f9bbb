package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.records.BadRecord;
import io.genai.sessions.pipeline.records.StepMetrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Lets through the bad records up to the last wanted position. */
final class LimitBadRecordsFn extends DoFn<PlacedBadRecord, BadRecord> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(ReadDiffusionDb.STEP);
  private final PositionsView view;
  private final PCollectionView<Long> last;

  LimitBadRecordsFn(PositionsView view, PCollectionView<Long> last) {
    this.view = view;
    this.last = last;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    PlacedBadRecord bad = context.element();
    Positions positions = view.positions(context.sideInput(view.entriesOfParts()));
    if (positions.of(bad.place()) <= context.sideInput(last)) {
      metrics.bad();
      context.output(bad.record());
    }
  }
}
