package io.genai.sessions.web.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.guard.QueryResult;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.web.shared.ChartSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultChartTest {
  @Test
  void aRateIsShownInPercent() {
    assertThat(chart("error_rate", 0.04, 0.2).format()).isEqualTo(Format.PERCENT);
    assertThat(chart("share_generations", 0.0, 1.0).format()).isEqualTo(Format.PERCENT);
  }

  @Test
  void whatIsNoFractionStaysANumber() {
    assertThat(chart("error_rate", 4.0, 20.0).format()).isEqualTo(Format.DECIMAL);
    assertThat(chart("average_alignment", 0.2, 0.3).format()).isEqualTo(Format.DECIMAL);
    assertThat(chart("generations", 1.0, 0.0).format()).isEqualTo(Format.DECIMAL);
  }

  private static ChartSpec chart(String column, double first, double second) {
    return ResultChart.of(
            new QueryResult(
                List.of(
                    new QueryResult.Column("tier", "VARCHAR"),
                    new QueryResult.Column(column, "DOUBLE")),
                List.of(List.of("free", first), List.of("pro", second)),
                Optional.empty(),
                Duration.ZERO),
            "by tier")
        .orElseThrow();
  }
}
