package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.records.StepMetrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Lets through the rows up to the last wanted position. */
final class LimitRowsFn extends DoFn<LocatedRow, LocatedRow> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(ReadDiffusionDb.STEP);
  private final PCollectionView<Long> last;

  LimitRowsFn(PCollectionView<Long> last) {
    this.last = last;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    LocatedRow located = context.element();
    if (located.row().promptId() <= context.sideInput(last)) {
      metrics.out(1);
      context.output(located);
    }
  }
}
