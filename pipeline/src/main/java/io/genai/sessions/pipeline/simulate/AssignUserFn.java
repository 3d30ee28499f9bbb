package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.simulate.UserPopulation.Member;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Says whose a request is: the input's user, or a simulated one. */
final class AssignUserFn extends DoFn<Request, UserRequest> {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final PCollectionView<InputSummary> summary;
  private transient UserPopulation population;

  AssignUserFn(long seed, PCollectionView<InputSummary> summary) {
    this.seed = seed;
    this.summary = summary;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    Request request = context.element();
    Member user =
        request
            .userName()
            .map(name -> new Member(name, Tier.of(seed, name)))
            .orElseGet(() -> simulatedUser(request, context));
    context.output(new UserRequest(user.userId(), user.tier(), Optional.of(request)));
  }

  private Member simulatedUser(Request request, ProcessContext context) {
    if (population == null) {
      population = context.sideInput(summary).population(seed);
    }
    return population.userOf(request.idea());
  }
}
