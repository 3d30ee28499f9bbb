package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final FloatBuffer SCORES =
      FloatBuffer.wrap(
          new float[] {(float) Math.log(0.5), (float) Math.log(0.3), (float) Math.log(0.2)});

  private static BitSet all() {
    BitSet ids = new BitSet();
    ids.set(0, 3);
    return ids;
  }

  @Test
  void greedyTakesTheLikeliestOfWhatIsAllowed() {
    Sampler sampler = new Sampler(new Sampling.Greedy(), 0);
    BitSet allowed = all();
    assertThat(sampler.choose(SCORES, allowed)).isZero();
    allowed.clear(0);
    assertThat(sampler.choose(SCORES, allowed)).isEqualTo(1);
  }

  @Test
  void drawsFollowTheProbabilities() {
    Sampler sampler = new Sampler(new Sampling.Nucleus(1, 1, 42), 0);
    int[] counts = new int[3];
    IntStream.range(0, 10_000).forEach(i -> counts[sampler.choose(SCORES, all())]++);
    assertThat(counts[0] / 10_000.0).isCloseTo(0.5, within(0.02));
    assertThat(counts[2] / 10_000.0).isCloseTo(0.2, within(0.02));
  }

  @Test
  void tokensBeyondTopPAreNeverDrawn() {
    Sampler sampler = new Sampler(new Sampling.Nucleus(1, 0.7, 42), 0);
    assertThat(IntStream.range(0, 2_000).map(i -> sampler.choose(SCORES, all())))
        .contains(1)
        .doesNotContain(2);
  }

  @Test
  void aTemperatureOfNothingIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> new Sampling.Nucleus(0, 1, 1))
        .hasMessageContaining("but was: 0.0. Use Greedy");
  }
}
