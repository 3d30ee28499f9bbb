package io.genai.sessions.pipeline.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps the input's times. A row without one follows the user's row before it in the input by a
 * short while; where there is none, it precedes the next one that has a time; a user without any
 * time falls somewhere into the data's time span.
 */
final class ObservedCalendar implements Calendar {
  private static final double MEDIAN_GAP_MILLIS = 60_000;
  private static final double GAP_SIGMA = 0.8;

  private final long seed;
  private final TimeSpan span;

  ObservedCalendar(long seed, TimeSpan span) {
    this.seed = seed;
    this.span = span;
  }

  @Override
  public List<Event> schedule(String userId, Tier tier, List<Attempt> attempts) {
    List<Event> events = new ArrayList<>(attempts.size());
    Optional<Long> before = Optional.empty();
    for (int i = 0; i < attempts.size(); i++) {
      Request request = attempts.get(i).request();
      long time =
          request.timestampMillis().isPresent()
              ? request.timestampMillis().get()
              : missingTime(request, before, nextKnownTime(attempts, i));
      events.add(new Event(request, attempts.get(i).outcome(), time));
      before = Optional.of(time);
    }
    events.sort(
        Comparator.comparingLong(Event::timestampMillis)
            .thenComparingLong(event -> event.request().promptId()));
    return List.copyOf(events);
  }

  private long missingTime(Request request, Optional<Long> before, Optional<Long> next) {
    RandomGenerator draws = Draws.of(seed, "time", request.key());
    long gap = Math.round(Draws.lognormal(draws, MEDIAN_GAP_MILLIS, GAP_SIGMA));
    long time =
        before
            .map(known -> known + gap)
            .or(() -> next.map(known -> known - gap))
            .orElseGet(
                () -> span.startMillis() + (long) (draws.nextDouble() * span.lengthMillis()));
    return Math.max(span.startMillis(), Math.min(span.endMillis(), time));
  }

  private static Optional<Long> nextKnownTime(List<Attempt> attempts, int from) {
    return attempts.subList(from, attempts.size()).stream()
        .flatMap(attempt -> attempt.request().timestampMillis().stream())
        .findFirst();
  }
}
