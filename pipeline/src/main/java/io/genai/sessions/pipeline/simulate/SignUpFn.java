package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.simulate.UserPopulation.Member;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** Signs up the simulated users, each numbered worker its share, whether they come or not. */
final class SignUpFn extends DoFn<Integer, UserRequest> {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final int shards;
  private final PCollectionView<InputSummary> summary;

  SignUpFn(long seed, int shards, PCollectionView<InputSummary> summary) {
    this.seed = seed;
    this.shards = shards;
    this.summary = summary;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    UserPopulation population = context.sideInput(summary).population(seed);
    for (int i = context.element(); i < population.size(); i += shards) {
      Member member = population.member(i);
      context.output(new UserRequest(member.userId(), member.tier(), Optional.empty()));
    }
  }
}
