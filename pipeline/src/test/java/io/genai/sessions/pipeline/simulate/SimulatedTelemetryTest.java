package io.genai.sessions.pipeline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.pipeline.simulate.UserPopulation.Member;
import io.genai.sessions.pipeline.simulate.UserSimulator.SimulatedUser;
import io.genai.sessions.warehouse.WarehouseRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What simulation.md promises, held on 20,000 rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedTelemetryTest {
  private static final int ROWS = 20_000;
  private static final long SEED = 42;
  private static final WarehouseRules RULES = WarehouseRules.load();

  private final Map<Long, Request> requests = new HashMap<>();
  private final List<SimulatedUser> users = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  /** A session as the warehouse will see it. */
  private record Session(String tier, int size, double friction, boolean churned) {}

  @BeforeAll
  void simulate() {
    UserPopulation population = UserPopulation.forRows(ROWS, SEED);
    UserSimulator simulator =
        new UserSimulator(
            SEED,
            TimeSpan.SIMULATED,
            RULES,
            new SimulatedCalendar(SEED, TimeSpan.SIMULATED, RULES));
    Map<Member, List<Request>> byUser = new HashMap<>();
    for (int i = 0; i < population.size(); i++) {
      byUser.put(population.member(i), new ArrayList<>());
    }
    for (long id = 1; id <= ROWS; id++) {
      Request request = request(id);
      requests.put(id, request);
      byUser.get(population.userOf(request.idea())).add(request);
    }
    byUser.forEach((user, own) -> users.add(simulator.simulate(user.userId(), user.tier(), own)));
    users.forEach(this::splitIntoSessions);
  }

  /** Lengths 1..100, one prompt in twenty with a keyword, three prompts an idea. */
  private static Request request(long id) {
    return new Request(
        id,
        "image-" + id,
        (int) (1 + id * 37 % 100),
        id % 20 == 0,
        "idea " + id / 3,
        Optional.empty(),
        Optional.empty());
  }

  private void splitIntoSessions(SimulatedUser user) {
    List<GenerationRow> current = new ArrayList<>();
    for (GenerationRow generation : user.generations()) {
      if (!current.isEmpty()) {
        long gap = generation.timestampMillis() - current.get(current.size() - 1).timestampMillis();
        if (gap > RULES.sessionGap().toMillis()) {
          sessions.add(session(user, current, gap >= RULES.churnWindow().toMillis()));
          current.clear();
        }
      }
      current.add(generation);
    }
    // The last session of a user tells nothing of what was drawn after it.
  }

  private static Session session(
      SimulatedUser user, List<GenerationRow> generations, boolean churned) {
    double size = generations.size();
    double friction =
        RULES.frictionScore(
            generations.stream().filter(g -> !g.status().equals("success")).count() / size,
            generations.stream().mapToInt(GenerationRow::latencyMs).average().orElseThrow(),
            generations.stream().filter(g -> g.retryCount() > 0).count() / size);
    return new Session(user.user().userTier(), generations.size(), friction, churned);
  }

  private List<GenerationRow> generations() {
    return users.stream().flatMap(user -> user.generations().stream()).toList();
  }

  private List<SimulatedUser> active() {
    return users.stream().filter(user -> !user.generations().isEmpty()).toList();
  }

  @Test
  void mostUsersWhoSignedUpCame() {
    assertThat((double) active().size() / users.size()).isGreaterThan(0.75);
  }

  @Test
  void theMostActiveUserMakesNoMoreThanAFewPercentOfAllRows() {
    assertThat(users.stream().mapToInt(user -> user.generations().size()).max().orElseThrow())
        .isBetween(100, ROWS / 25);
  }

  @Test
  void everyPromptIsGeneratedOnce() {
    assertThat(generations())
        .hasSize(ROWS)
        .extracting(GenerationRow::promptId)
        .doesNotHaveDuplicates();
  }

  @Test
  void tiersHaveTheirShares() {
    Map<String, Long> counts =
        users.stream()
            .collect(Collectors.groupingBy(u -> u.user().userTier(), Collectors.counting()));

    assertThat((double) counts.get("free") / users.size()).isCloseTo(0.70, within(0.02));
    assertThat((double) counts.get("pro") / users.size()).isCloseTo(0.25, within(0.02));
    assertThat((double) counts.get("enterprise") / users.size()).isCloseTo(0.05, within(0.02));
  }

  @Test
  void thereIsOneUserForTwelveRows() {
    assertThat((double) ROWS / users.size()).isCloseTo(12, within(0.1));
  }

  @Test
  void statusesHaveTheSharesThatTheRulesGiveForThesePrompts() {
    Map<String, Double> expected = new HashMap<>();
    Map<String, Double> actual = new HashMap<>();
    for (SimulatedUser user : users) {
      boolean free = user.user().userTier().equals("free");
      for (GenerationRow generation : user.generations()) {
        Request request = requests.get(generation.promptId());
        actual.merge(generation.status(), 1.0 / ROWS, Double::sum);
        if (request.nsfw()) {
          expected.merge("safety_violation", 0.85 / ROWS, Double::sum);
        } else if (request.wordCount() > 75) {
          expected.merge("timeout", 0.15 / ROWS, Double::sum);
        } else if (free) {
          expected.merge("rate_limited", 0.08 / ROWS, Double::sum);
        } else {
          expected.merge("model_error", 0.02 / ROWS, Double::sum);
        }
      }
    }

    assertThat(expected).hasSize(4);
    expected.forEach(
        (status, share) ->
            assertThat(actual.get(status)).as(status).isCloseTo(share, within(0.01)));
  }

  @Test
  void latencyFollowsTheStatus() {
    for (GenerationRow generation : generations()) {
      switch (generation.status()) {
        case "timeout" -> assertThat(generation.latencyMs()).isEqualTo(30_000);
        case "safety_violation" -> assertThat(generation.latencyMs()).isBetween(100, 500);
        default -> assertThat(generation.latencyMs()).isBetween(1, 29_999);
      }
    }
  }

  @Test
  void medianLatencyIsFiftyMillisecondsAWord() {
    List<Double> perWord =
        generations().stream()
            .filter(g -> g.status().equals("success"))
            .map(g -> (double) g.latencyMs() / requests.get(g.promptId()).wordCount())
            .sorted()
            .toList();

    assertThat(perWord.get(perWord.size() / 2)).isCloseTo(50, within(1.0));
  }

  @Test
  void rejectedRequestsPayTheirWordsOnly() {
    for (GenerationRow generation : generations()) {
      int words = requests.get(generation.promptId()).wordCount();
      boolean paysTime = !List.of("rate_limited", "safety_violation").contains(generation.status());
      BigDecimal expected =
          new BigDecimal("0.01")
              .multiply(BigDecimal.valueOf(words))
              .add(
                  new BigDecimal("0.0001")
                      .multiply(BigDecimal.valueOf(paysTime ? generation.latencyMs() : 0)));
      assertThat(generation.costCredits()).isEqualByComparingTo(expected);
      assertThat(generation.costCredits().scale()).isEqualTo(4);
    }
  }

  @Test
  void retriesStayInTheirRanges() {
    for (GenerationRow generation : generations()) {
      int retries = generation.retryCount();
      switch (generation.status()) {
        case "rate_limited" -> assertThat(retries).isBetween(1, 3);
        case "model_error" -> assertThat(retries).isBetween(0, 2);
        case "timeout" -> assertThat(retries).isBetween(0, 1);
        case "safety_violation" -> assertThat(retries).isZero();
        default -> assertThat(retries).isBetween(0, 3);
      }
    }
    double retriedSuccesses =
        generations().stream()
            .filter(g -> g.status().equals("success"))
            .mapToInt(g -> g.retryCount() > 0 ? 1 : 0)
            .average()
            .orElseThrow();
    assertThat(retriedSuccesses).isCloseTo(0.03, within(0.005));
  }

  @Test
  void medianSessionHasTwoToFourGenerations() {
    List<Integer> sizes = sessions.stream().map(Session::size).sorted().toList();

    assertThat(sizes.get(sizes.size() / 2)).isBetween(2, 4);
  }

  @Test
  void enterpriseUsersComeBackMoreThanProUsersAndTheseMoreThanFreeOnes() {
    double free = churn(sessions.stream().filter(s -> s.tier().equals("free")).toList());
    double pro = churn(sessions.stream().filter(s -> s.tier().equals("pro")).toList());
    double enterprise =
        churn(sessions.stream().filter(s -> s.tier().equals("enterprise")).toList());

    assertThat(free).isGreaterThan(pro);
    assertThat(pro).isGreaterThan(enterprise);
  }

  @Test
  void churnRisesWithFriction() {
    List<Session> byFriction =
        sessions.stream().sorted(Comparator.comparingDouble(Session::friction)).toList();
    int third = byFriction.size() / 3;

    assertThat(churn(byFriction.subList(2 * third, byFriction.size())))
        .isGreaterThan(churn(byFriction.subList(0, third)));
  }

  private static double churn(List<Session> sessions) {
    return sessions.stream().mapToInt(s -> s.churned() ? 1 : 0).average().orElseThrow();
  }

  @Test
  void nobodySignsUpAfterTheirFirstPrompt() {
    for (SimulatedUser user : active()) {
      long firstDay = user.generations().get(0).timestampMillis() / Duration.ofDays(1).toMillis();
      assertThat((long) user.user().signupDay()).isLessThanOrEqualTo(firstDay);
    }
  }

  @Test
  void aUsersModelVersionNeverGoesBack() {
    List<String> order = List.of("sd-v1.4", "sd-v1.5", "sdxl-0.9");
    for (SimulatedUser user : users) {
      assertThat(user.generations()).extracting(g -> order.indexOf(g.modelVersion())).isSorted();
    }
    assertThat(generations()).extracting(GenerationRow::modelVersion).containsAll(order);
  }

  @Test
  void aRowsTelemetryDoesNotDependOnTheOrderOfItsUsersRows() {
    SimulatedUser user =
        users.stream().max(Comparator.comparingInt(u -> u.generations().size())).orElseThrow();
    List<Request> own =
        new ArrayList<>(user.generations().stream().map(g -> requests.get(g.promptId())).toList());
    own.sort(Comparator.comparingLong(Request::promptId).reversed());
    Tier tier = Tier.valueOf(user.user().userTier().toUpperCase(Locale.ROOT));
    UserSimulator simulator =
        new UserSimulator(
            SEED,
            TimeSpan.SIMULATED,
            RULES,
            new SimulatedCalendar(SEED, TimeSpan.SIMULATED, RULES));

    assertThat(simulator.simulate(user.user().userId(), tier, own)).isEqualTo(user);
  }

  @Test
  void anotherSeedDrawsAnotherWorld() {
    Outcome one = Outcome.draw(request(1), Tier.FREE, 30_000, 1);
    Outcome two = Outcome.draw(request(1), Tier.FREE, 30_000, 2);

    assertThat(one).isNotEqualTo(two);
  }
}
