package io.genai.sessions.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NthSmallestTest {

  @Test
  void theNthSmallestIsFoundAcrossAccumulators() {
    assertThat(nthSmallest(1)).isEqualTo(2);
    assertThat(nthSmallest(3)).isEqualTo(7);
    assertThat(nthSmallest(4)).isEqualTo(900);
  }

  @Test
  void whereThereAreFewerNothingIsCutOff() {
    assertThat(nthSmallest(5)).isEqualTo(Long.MAX_VALUE);
  }

  private static long nthSmallest(long n) {
    NthSmallest combine = new NthSmallest(n);
    BitSet one = combine.addInput(combine.createAccumulator(), 900L);
    one = combine.addInput(one, 2L);
    BitSet other = combine.addInput(combine.createAccumulator(), 7L);
    other = combine.addInput(other, 5L);
    return combine.extractOutput(combine.mergeAccumulators(List.of(one, other)));
  }
}
