package io.genai.sessions.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRuleTest {
  @TempDir private Path data;

  private List<Optional<Boolean>> churnOfSessionsAt(String... times) {
    Path run = RunDirectoryFixture.valid().withTimesOfOneUser(times).writeTo(data, "run");
    Path file = data.resolve("warehouse.duckdb");
    WarehouseBuilder.from(run).publishTo(file);
    try (Warehouse warehouse = Warehouse.open(file)) {
      return warehouse.query(
          "SELECT churned_after FROM fct_sessions ORDER BY session_start",
          List.of(),
          row -> row.optional("churned_after", row::bool));
    }
  }

  @Test
  void sessionGoesOnAfterExactlyThirtyMinutesOfSilence() {
    assertThat(churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-06 10:30:00")).hasSize(1);
  }

  @Test
  void sessionEndsAfterThirtyMinutesAndASecondOfSilence() {
    assertThat(churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-06 10:30:01")).hasSize(2);
  }

  @Test
  void sessionMayLastLongerThanThirtyMinutes() {
    assertThat(
            churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-06 10:29:00", "2022-08-06 10:58:00"))
        .hasSize(1);
  }

  @Test
  void generationsOfTheSameInstantAreOneSession() {
    assertThat(churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-06 10:00:00")).hasSize(1);
  }

  @Test
  void userWhoReturnsWithinSevenDaysHasNotChurned() {
    assertThat(
            churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-13 09:59:59", "2022-08-30 00:00:00"))
        .containsExactly(Optional.of(false), Optional.of(true), Optional.empty());
  }

  @Test
  void userWhoReturnsAfterExactlySevenDaysHasChurned() {
    assertThat(churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-13 10:00:00"))
        .containsExactly(Optional.of(true), Optional.empty());
  }

  @Test
  void churnIsUnknownWhileTheDataDoesNotReachSevenDaysPastTheSession() {
    assertThat(churnOfSessionsAt("2022-08-06 10:00:00", "2022-08-13 09:59:59"))
        .containsExactly(Optional.empty(), Optional.empty());
  }
}
