package io.genai.sessions.pipeline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.simulate.Calendar.Attempt;
import io.genai.sessions.pipeline.simulate.Calendar.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObservedCalendarTest {
  private static final long NOON = Instant.parse("2022-08-08T12:00:00Z").toEpochMilli();
  private static final TimeSpan TWO_DAYS =
      TimeSpan.of(Instant.parse("2022-08-08T00:00:00Z"), Duration.ofDays(2));

  private final ObservedCalendar calendar = new ObservedCalendar(42, TWO_DAYS);

  @Test
  void knownTimesAreKept() {
    List<Event> events = schedule(Optional.of(NOON + 1000), Optional.of(NOON));

    assertThat(events).extracting(Event::timestampMillis).containsExactly(NOON, NOON + 1000);
    assertThat(events).extracting(event -> event.request().promptId()).containsExactly(2L, 1L);
  }

  @Test
  void aMissingTimeFollowsTheRowBeforeItInTheSameSession() {
    List<Event> events = schedule(Optional.of(NOON), Optional.empty());

    assertThat(events).extracting(event -> event.request().promptId()).containsExactly(1L, 2L);
    assertThat(events.get(1).timestampMillis())
        .isBetween(NOON + 1, NOON + Duration.ofMinutes(30).toMillis());
  }

  @Test
  void aMissingFirstTimePrecedesTheNextOne() {
    List<Event> events = schedule(Optional.empty(), Optional.of(NOON));

    assertThat(events).extracting(event -> event.request().promptId()).containsExactly(1L, 2L);
    assertThat(events.get(0).timestampMillis())
        .isBetween(NOON - Duration.ofMinutes(30).toMillis(), NOON - 1);
  }

  @Test
  void aUserWithoutAnyTimeFallsIntoTheDatasSpan() {
    List<Event> events = schedule(Optional.empty(), Optional.empty());

    assertThat(events)
        .extracting(Event::timestampMillis)
        .allSatisfy(
            time -> assertThat(time).isBetween(TWO_DAYS.startMillis(), TWO_DAYS.endMillis()));
  }

  @SafeVarargs
  private List<Event> schedule(Optional<Long>... times) {
    Outcome outcome = Outcome.draw(request(1, Optional.empty()), Tier.PRO, 30_000, 42);
    List<Attempt> attempts =
        IntStream.range(0, times.length)
            .mapToObj(i -> new Attempt(request(i + 1L, times[i]), outcome))
            .toList();
    return calendar.schedule("somebody", Tier.PRO, attempts);
  }

  private static Request request(long id, Optional<Long> time) {
    return new Request(id, "image-" + id, 10, false, "idea", Optional.of("somebody"), time);
  }
}
