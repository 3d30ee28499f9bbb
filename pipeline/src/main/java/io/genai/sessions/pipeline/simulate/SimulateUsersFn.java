package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.pipeline.records.StepMetrics;
import io.genai.sessions.pipeline.simulate.UserPopulation.Member;
import io.genai.sessions.pipeline.simulate.UserSimulator.SimulatedUser;
import io.genai.sessions.warehouse.WarehouseRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** Simulates the users of a shard, one after the other. */
final class SimulateUsersFn
    extends DoFn<KV<Integer, Iterable<UserRequest>>, KV<Integer, List<UserRow>>> {
  private static final long serialVersionUID = 1L;

  private final UserSource users;
  private final long seed;
  private final PCollectionView<InputSummary> summary;
  private final StepMetrics metrics = StepMetrics.of(SimulateTelemetry.STEP);

  SimulateUsersFn(UserSource users, long seed, PCollectionView<InputSummary> summary) {
    this.users = users;
    this.seed = seed;
    this.summary = summary;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    Map<Member, List<Request>> byUser = byUser(context.element().getValue());
    metrics.in(byUser.values().stream().mapToLong(List::size).sum());
    UserSimulator simulator = simulator(context.sideInput(summary).span());
    List<UserRow> userRows = new ArrayList<>(byUser.size());
    List<GenerationRow> generationRows = new ArrayList<>();
    byUser.forEach(
        (user, requests) -> {
          SimulatedUser simulated = simulator.simulate(user.userId(), user.tier(), requests);
          userRows.add(simulated.user());
          generationRows.addAll(simulated.generations());
        });
    metrics.out(generationRows.size());
    Integer shard = context.element().getKey();
    context.output(KV.of(shard, userRows));
    context.output(SimulateTelemetry.GENERATIONS, KV.of(shard, generationRows));
  }

  private static Map<Member, List<Request>> byUser(Iterable<UserRequest> requests) {
    Map<Member, List<Request>> byUser = new TreeMap<>(Comparator.comparing(Member::userId));
    for (UserRequest request : requests) {
      List<Request> own =
          byUser.computeIfAbsent(
              new Member(request.userId(), request.tier()), user -> new ArrayList<>());
      request.request().ifPresent(own::add);
    }
    return byUser;
  }

  private UserSimulator simulator(TimeSpan span) {
    WarehouseRules rules = WarehouseRules.load();
    Calendar calendar =
        switch (users) {
          case OBSERVED -> new ObservedCalendar(seed, span);
          case SIMULATED -> new SimulatedCalendar(seed, span, rules);
        };
    return new UserSimulator(seed, span, rules, calendar);
  }
}
