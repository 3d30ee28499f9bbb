package io.genai.sessions.pipeline.simulate;

import io.genai.sessions.warehouse.WarehouseRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes up times: a user's prompts in input order fall into sessions, and how a session went has a
 * say in when, and whether soon, the user comes back.
 */
final class SimulatedCalendar implements Calendar {
  private static final double MEDIAN_SESSION_SIZE = 3;
  private static final double SESSION_SIZE_SIGMA = 0.9;
  private static final double MEDIAN_GAP_MILLIS = 60_000;
  private static final double GAP_SIGMA = 0.8;
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long LONGEST_ABSENCE_MILLIS = Duration.ofDays(28).toMillis();

  private final long seed;
  private final TimeSpan span;
  private final WarehouseRules rules;

  SimulatedCalendar(long seed, TimeSpan span, WarehouseRules rules) {
    this.seed = seed;
    this.span = span;
    this.rules = rules;
  }

  @Override
  public List<Event> schedule(String userId, Tier tier, List<Attempt> attempts) {
    RandomGenerator draws = Draws.of(seed, "calendar", userId);
    double startPosition = draws.nextDouble();
    List<Event> sinceStart = new ArrayList<>(attempts.size());
    long clock = 0;
    int next = 0;
    while (next < attempts.size()) {
      int end = Math.min(attempts.size(), next + sessionSize(draws));
      for (int i = next; i < end; i++) {
        if (i > next) {
          clock += gapInsideSession(draws);
        }
        sinceStart.add(new Event(attempts.get(i).request(), attempts.get(i).outcome(), clock));
      }
      clock += gapAfterSession(tier, attempts.subList(next, end), draws);
      next = end;
    }
    long duration = sinceStart.get(sinceStart.size() - 1).timestampMillis();
    long latestStart = Math.max(0, span.lengthMillis() - duration);
    long start = span.startMillis() + (long) (startPosition * latestStart);
    return sinceStart.stream()
        .map(event -> new Event(event.request(), event.outcome(), start + event.timestampMillis()))
        .toList();
  }

  private static int sessionSize(RandomGenerator draws) {
    double size = Draws.lognormal(draws, MEDIAN_SESSION_SIZE, SESSION_SIZE_SIGMA);
    return (int) Math.max(1, Math.round(size));
  }

  private long gapInsideSession(RandomGenerator draws) {
    long longest = rules.sessionGap().toMillis() - 1;
    long gap = Math.round(Draws.lognormal(draws, MEDIAN_GAP_MILLIS, GAP_SIGMA));
    return Math.min(longest, Math.max(1, gap));
  }

  private long gapAfterSession(Tier tier, List<Attempt> session, RandomGenerator draws) {
    double frictionShare = friction(session) / rules.maximumFrictionScore();
    long churnWindow = rules.churnWindow().toMillis();
    if (draws.nextDouble() < tier.churnProbability(frictionShare)) {
      return churnWindow + draws.nextLong(LONGEST_ABSENCE_MILLIS - churnWindow);
    }
    // Exponential, redrawn until it ends the session and is no churn.
    long gap;
    do {
      gap = Math.round(draws.nextExponential() * tier.daysBetweenSessions * DAY_MILLIS);
    } while (gap <= rules.sessionGap().toMillis() || gap >= churnWindow);
    return gap;
  }

  private double friction(List<Attempt> session) {
    double errors = 0;
    double latency = 0;
    double retried = 0;
    for (Attempt attempt : session) {
      Outcome outcome = attempt.outcome();
      errors += outcome.status() == Outcome.Status.SUCCESS ? 0 : 1;
      latency += outcome.latencyMs();
      retried += outcome.retryCount() > 0 ? 1 : 0;
    }
    int size = session.size();
    return rules.frictionScore(errors / size, latency / size, retried / size);
  }
}
