package io.genai.sessions.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.warehouse.build.RuleMacros;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WarehouseRulesTest {
  private final WarehouseRules rules = WarehouseRules.load();

  @Test
  void constantsAreThePublishedOnes() {
    assertThat(rules.sessionGap()).isEqualTo(Duration.ofMinutes(30));
    assertThat(rules.churnWindow()).isEqualTo(Duration.ofDays(7));
    assertThat(rules.latencyCeilingMs()).isEqualTo(30_000);
    assertThat(rules.frictionScore(0.5, 15_000, 0.25)).isEqualTo(3 * 0.5 + 2 * 0.5 + 0.25);
    assertThat(rules.frictionScore(1, 90_000, 1)).isEqualTo(rules.maximumFrictionScore());
  }

  @Test
  void vocabulariesAreInTheOrderInWhichToShowThem() {
    assertThat(rules.vocabulary("user_tier")).containsExactly("free", "pro", "enterprise");
    assertThat(rules.vocabulary("lighting")).hasSize(10).endsWith("unspecified");
  }

  @Test
  void unknownVocabularyIsRefusedNamingThoseThatThereAre() {
    assertThatThrownBy(() -> rules.vocabulary("tiers"))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContainingAll("tiers", "user_tier");
  }

  @Property(tries = 200)
  void frictionIsTheSameNumberInSqlAndInJava(
      @ForAll @DoubleRange(max = 1) double errorRate,
      @ForAll @DoubleRange(max = 100_000) double latencyMs,
      @ForAll @DoubleRange(max = 1) double retryRate) {
    assertThat(RuleMacros.friction(errorRate, latencyMs, retryRate))
        .isEqualTo(rules.frictionScore(errorRate, latencyMs, retryRate));
  }

  @Property(tries = 200)
  void wordsAreCountedTheSameInSqlAndInJava(@ForAll String text) {
    String storable = text.replace("\0", "");

    assertThat(RuleMacros.words(storable)).isEqualTo(rules.wordCount(storable));
  }
}
