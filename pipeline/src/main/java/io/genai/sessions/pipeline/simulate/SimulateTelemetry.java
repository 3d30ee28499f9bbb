package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.shards.GroupIntoShards;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Makes up the telemetry that DiffusionDB lacks, one shard of users at a time. A row's telemetry
 * depends on the seed, the row's own keys and what all rows have in common: how many users are to
 * be made up, and the time that the data spans.
 */
public final class SimulateTelemetry extends PTransform<PCollection<SourceRow>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics. */
  public static final String STEP = "SimulateTelemetry";

  /** Users, by shard. */
  public static final TupleTag<KV<Integer, List<UserRow>>> USERS = new TupleTag<>() {};

  /** Generations, by shard. */
  public static final TupleTag<KV<Integer, List<GenerationRow>>> GENERATIONS = new TupleTag<>() {};

  private final UserSource users;
  private final long seed;
  private final int shards;

  private SimulateTelemetry(UserSource users, long seed, int shards) {
    this.users = users;
    this.seed = seed;
    this.shards = shards;
  }

  /** Telemetry for users and times from {@code users}, drawn with {@code seed}. */
  public static SimulateTelemetry of(UserSource users, long seed, int shards) {
    return new SimulateTelemetry(users, seed, shards);
  }

  @Override
  public PCollectionTuple expand(PCollection<SourceRow> rows) {
    int of = shards;
    PCollection<Request> requests = rows.apply("ToRequests", ParDo.of(new ToRequestFn(users)));
    PCollectionView<InputSummary> summary =
        requests.apply(
            "Summarise", Combine.globally(new InputSummary.Accumulate()).asSingletonView());
    PCollection<UserRequest> signedUp =
        rows.getPipeline()
            .apply("Shards", Create.of(IntStream.range(0, shards).boxed().toList()))
            .apply("SignUp", ParDo.of(new SignUpFn(seed, shards, summary)).withSideInputs(summary));
    PCollection<UserRequest> assigned =
        requests.apply(
            "AssignUsers", ParDo.of(new AssignUserFn(seed, summary)).withSideInputs(summary));
    return PCollectionList.of(signedUp)
        .and(assigned)
        .apply("UsersAndRequests", Flatten.pCollections())
        .apply("ShardByUser", GroupIntoShards.by(request -> request.shard(of)))
        .apply(
            "SimulateUsers",
            ParDo.of(new SimulateUsersFn(users, seed, summary))
                .withSideInputs(summary)
                .withOutputTags(USERS, TupleTagList.of(GENERATIONS)));
  }
}
