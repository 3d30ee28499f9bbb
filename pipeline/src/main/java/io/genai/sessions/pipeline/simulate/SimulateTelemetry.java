package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.records.StepMetrics;
import io.genai.sessions.warehouse.WarehouseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Makes up the telemetry that DiffusionDB lacks, one shard of users at a time. A row's telemetry
 * depends on the seed and the row's own keys alone.
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
    PCollection<Request> requests = rows.apply("ToRequests", ParDo.of(new ToRequestFn(users)));
    PCollectionView<InputSummary> summary =
        requests.apply(
            "Summarise", Combine.globally(new InputSummary.Accumulate()).asSingletonView());
    return requests
        .apply(
            "AssignUsers",
            ParDo.of(new AssignUserFn(seed, shards, summary)).withSideInputs(summary))
        .apply("ShardByUser", GroupByKey.create())
        .apply(
            "SimulateUsers",
            ParDo.of(new SimulateUsersFn(users, seed, summary))
                .withSideInputs(summary)
                .withOutputTags(USERS, TupleTagList.of(GENERATIONS)));
  }

  static final class ToRequestFn extends DoFn<SourceRow, Request> {
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

  /** A request and the user whose it is. */
  record UserRequest(String userId, Request request) {}

  static final class AssignUserFn extends DoFn<Request, KV<Integer, UserRequest>> {
    private static final long serialVersionUID = 1L;
    private final long seed;
    private final int shards;
    private final PCollectionView<InputSummary> summary;
    private transient UserPopulation population;

    AssignUserFn(long seed, int shards, PCollectionView<InputSummary> summary) {
      this.seed = seed;
      this.shards = shards;
      this.summary = summary;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Request request = context.element();
      String userId =
          request.userName().orElseGet(() -> population(context).userOf(request.idea()));
      int shard = (int) Math.floorMod(Draws.hash(userId), (long) shards);
      context.output(KV.of(shard, new UserRequest(userId, request)));
    }

    private UserPopulation population(ProcessContext context) {
      if (population == null) {
        long rows = context.sideInput(summary).requestsWithoutUser();
        population = UserPopulation.forRows(rows, seed);
      }
      return population;
    }
  }

  static final class SimulateUsersFn
      extends DoFn<KV<Integer, Iterable<UserRequest>>, KV<Integer, List<UserRow>>> {
    private static final long serialVersionUID = 1L;
    private final UserSource users;
    private final long seed;
    private final PCollectionView<InputSummary> summary;
    private final StepMetrics metrics = StepMetrics.of(STEP);
    private transient WarehouseRules rules;

    SimulateUsersFn(UserSource users, long seed, PCollectionView<InputSummary> summary) {
      this.users = users;
      this.seed = seed;
      this.summary = summary;
    }

    @Setup
    public void setup() {
      rules = WarehouseRules.load();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Map<String, List<Request>> byUser = new TreeMap<>();
      for (UserRequest request : context.element().getValue()) {
        byUser.computeIfAbsent(request.userId(), id -> new ArrayList<>()).add(request.request());
      }
      metrics.in(byUser.values().stream().mapToLong(List::size).sum());
      UserSimulator simulator = simulator(context.sideInput(summary).span());
      List<UserRow> userRows = new ArrayList<>(byUser.size());
      List<GenerationRow> generationRows = new ArrayList<>();
      byUser.forEach(
          (userId, requests) -> {
            UserSimulator.SimulatedUser simulated = simulator.simulate(userId, requests);
            userRows.add(simulated.user());
            generationRows.addAll(simulated.generations());
          });
      metrics.out(generationRows.size());
      Integer shard = context.element().getKey();
      context.output(KV.of(shard, userRows));
      context.output(GENERATIONS, KV.of(shard, generationRows));
    }

    private UserSimulator simulator(TimeSpan span) {
      Calendar calendar =
          switch (users) {
            case OBSERVED -> new ObservedCalendar(seed, span);
            case SIMULATED -> new SimulatedCalendar(seed, span, rules);
          };
      return new UserSimulator(seed, span, rules, calendar);
    }
  }
}
