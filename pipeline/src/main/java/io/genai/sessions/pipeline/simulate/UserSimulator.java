package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.warehouse.WarehouseRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Everything that is made up about one user: who they are, and how their requests went. */
final class UserSimulator {
  private static final Duration SIGN_UP_SPREAD = Duration.ofDays(26L * 7);
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final long seed;
  private final TimeSpan span;
  private final WarehouseRules rules;
  private final Calendar calendar;
  private final Random fakerDraws = new Random();
  private final Faker faker = new Faker(Locale.ENGLISH, fakerDraws);

  UserSimulator(long seed, TimeSpan span, WarehouseRules rules, Calendar calendar) {
    this.seed = seed;
    this.span = span;
    this.rules = rules;
    this.calendar = calendar;
  }

  /** A user and their generations. */
  record SimulatedUser(UserRow user, List<GenerationRow> generations) {}

  /**
   * Simulates a user.
   *
   * @param requests the user's, in any order; none: the user signed up and never came
   */
  SimulatedUser simulate(String userId, Tier tier, List<Request> requests) {
    if (requests.isEmpty()) {
      return new SimulatedUser(user(userId, tier, span.endMillis()), List.of());
    }
    int timeoutMs = rules.latencyCeilingMs();
    List<Calendar.Attempt> attempts =
        requests.stream()
            .sorted(Comparator.comparingLong(Request::promptId))
            .map(
                request ->
                    new Calendar.Attempt(request, Outcome.draw(request, tier, timeoutMs, seed)))
            .toList();
    List<Calendar.Event> events = calendar.schedule(userId, tier, attempts);
    double queuePosition = Draws.of(seed, "roll-out", userId).nextDouble();
    return new SimulatedUser(
        user(userId, tier, events.get(0).timestampMillis()),
        events.stream().map(event -> generation(userId, event, queuePosition)).toList());
  }

  private UserRow user(String userId, Tier tier, long signedUpBeforeMillis) {
    fakerDraws.setSeed(seed ^ Draws.hash("profile/" + userId));
    String region = faker.options().nextElement(rules.vocabulary("region"));
    String device = faker.options().nextElement(rules.vocabulary("device_type"));
    return new UserRow(userId, tier.label, signupDay(signedUpBeforeMillis), region, device);
  }

  /** Spread over the 26 weeks before the data's end, never after the user's first event. */
  private int signupDay(long firstEventMillis) {
    long earliest = Math.min(firstEventMillis, span.endMillis() - SIGN_UP_SPREAD.toMillis());
    Instant signup =
        earliest == firstEventMillis
            ? Instant.ofEpochMilli(firstEventMillis)
            : faker
                .timeAndDate()
                .between(Instant.ofEpochMilli(earliest), Instant.ofEpochMilli(firstEventMillis));
    return Math.toIntExact(Math.floorDiv(signup.toEpochMilli(), DAY_MILLIS));
  }

  private GenerationRow generation(String userId, Calendar.Event event, double queuePosition) {
    long dayStart = Math.floorDiv(event.timestampMillis(), DAY_MILLIS) * DAY_MILLIS;
    Outcome outcome = event.outcome();
    return new GenerationRow(
        event.request().promptId(),
        userId,
        event.request().promptId(),
        event.timestampMillis(),
        outcome.latencyMs(),
        outcome.status().label,
        outcome.costCredits(),
        ModelVersion.serving(span.position(dayStart), queuePosition).label,
        outcome.retryCount());
  }
}
