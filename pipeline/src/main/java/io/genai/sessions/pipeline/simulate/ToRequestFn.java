package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.warehouse.WarehouseRules;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;

/** Keeps of a row what the simulation needs, so that little is shuffled. */
final class ToRequestFn extends DoFn<SourceRow, Request> {
  private static final long serialVersionUID = 1L;

  private final UserSource users;

  ToRequestFn(UserSource users) {
    this.users = users;
  }

  @ProcessElement
  public void process(@Element SourceRow row, OutputReceiver<Request> out) {
    boolean observed = users == UserSource.OBSERVED;
    out.output(
        new Request(
            row.promptId(),
            row.imageName(),
            WarehouseRules.load().wordCount(row.prompt()),
            PromptTraits.hasNsfwKeyword(row.prompt()),
            PromptTraits.idea(row.prompt()),
            observed ? row.userName() : Optional.empty(),
            observed ? row.timestampMillis() : Optional.empty()));
  }
}
