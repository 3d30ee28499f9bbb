package io.genai.sessions.pipeline.read;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Joins the rows of one shard and numbers them. */
final class JoinFn extends DoFn<KV<Integer, Iterable<Candidate>>, LocatedRow> {
  private static final long serialVersionUID = 1L;

  private final PositionsView view;

  JoinFn(PositionsView view) {
    this.view = view;
  }

  @ProcessElement
  public void process(ProcessContext context, MultiOutputReceiver out) {
    Positions positions = view.positions(context.sideInput(view.entriesOfParts()));
    ShardJoin.join(
            context.element().getValue(),
            bad -> out.get(ReadDiffusionDb.PLACED_BAD_RECORDS).output(bad))
        .forEach(
            joined ->
                out.get(ReadDiffusionDb.ROWS)
                    .output(
                        joined
                            .row()
                            .joinedWith(joined.metadata(), positions.of(joined.row().place()))));
  }
}
