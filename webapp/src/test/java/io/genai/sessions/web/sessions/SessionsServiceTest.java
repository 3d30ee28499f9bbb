package io.genai.sessions.web.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionsServiceTest {
  private static WebServices services;
  private static SessionsService sessions;
  private static TimelineService timelines;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
    sessions = new SessionsService(services.warehouse(), services.figures());
    timelines = new TimelineService(services.warehouse(), services.figures());
  }

  @AfterAll
  static void close() {
    services.close();
  }

  @Test
  void everySortOrderIsKept() {
    for (SessionSort sort : SessionSort.values()) {
      assertThat(sessions.page(Filters.NONE, sort, true, 0, 10)).hasSize(10);
    }
    assertThat(sessions.page(Filters.NONE, SessionSort.FRICTION, true, 0, 50))
        .isSortedAccordingTo((a, b) -> Double.compare(b.friction(), a.friction()));
  }

  @Test
  void theCountAgreesWithThePagesUnderAFilter() {
    Filters timeouts = Filters.NONE.with("status", "timeout");
    long count = sessions.count(timeouts);

    assertThat(count).isPositive();
    assertThat(sessions.page(timeouts, SessionSort.START, false, 0, 1000)).hasSize((int) count);
  }

  @Test
  void aTimelineRunsUpToTheSessionsCostAndItsPartsToItsFriction() {
    SessionRow session = sessions.page(Filters.NONE, SessionSort.FRICTION, true, 0, 1).get(0);

    Timeline timeline = timelines.load(session.id());
    List<Timeline.Entry> entries = timeline.entries();

    assertThat(entries).hasSize((int) session.generations());
    assertThat(entries.get(entries.size() - 1).costSoFar().doubleValue())
        .isCloseTo(session.cost(), within(1e-9));
    assertThat(timeline.parts().stream().mapToDouble(Timeline.FrictionPart::score).sum())
        .isCloseTo(session.friction(), within(1e-9));
    assertThat(entries.get(0).pause()).isEmpty();
  }

  @Test
  void anUnknownSessionIsNotFound() {
    assertThat(sessions.find("' OR '1'='1")).isEmpty();
  }
}
