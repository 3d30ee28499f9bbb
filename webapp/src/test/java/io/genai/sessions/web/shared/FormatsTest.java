package io.genai.sessions.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.semantic.Format;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void figuresCarryTheirUnits() {
    assertThat(Formats.value(Format.PERCENT, 0.1234)).isEqualTo("12.3%");
    assertThat(Formats.value(Format.MILLISECONDS, 812.4)).isEqualTo("812 ms");
    assertThat(Formats.value(Format.MILLISECONDS, 30_000)).isEqualTo("30.0 s");
    assertThat(Formats.value(Format.INTEGER, 1_234_567)).isEqualTo("1,234,567");
    assertThat(Formats.value(Format.CREDITS, 0.5)).isEqualTo("0.50");
    assertThat(Formats.value(Format.DECIMAL, 0.678)).isEqualTo("0.68");
  }

  @Test
  void changesCarryTheirSign() {
    assertThat(Formats.change(-0.0734)).isEqualTo("−7.3%");
    assertThat(Formats.points(0.011)).isEqualTo("+1.1 pp");
  }

  @Test
  void agesAndLengthsReadAsWords() {
    Instant now = Instant.parse("2022-10-01T12:00:00Z");
    assertThat(Formats.ago(now.minusSeconds(5), now)).isEqualTo("just now");
    assertThat(Formats.ago(now.minusSeconds(180), now)).isEqualTo("3 min ago");
    assertThat(Formats.ago(now.minus(Duration.ofDays(1)), now)).isEqualTo("1 day ago");
    assertThat(Formats.duration(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
  }
}
