package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void leavingAPartOutGivesTheRestsOwnMeanAndVariance() {
    Sample all = of(1, 2, 3, 4, 10, 12);
    Sample part = of(10, 12);
    Sample rest = all.without(part);

    assertThat(rest.count()).isEqualTo(4);
    assertThat(rest.mean()).isCloseTo(2.5, within(1e-12));
    assertThat(rest.variance()).isCloseTo(of(1, 2, 3, 4).variance(), within(1e-12));
  }

  @Test
  void welchsTestAgreesWithATextbookValue() {
    // z = (10 - 9) / sqrt(4/100 + 9/225) = 3.5355, two-sided p = 0.000407
    double byChance = new Sample(100, 10, 4).differenceByChance(new Sample(225, 9, 9));

    assertThat(byChance).isCloseTo(0.000407, within(1e-6));
  }

  @Test
  void theIntervalOfARatioHoldsTheRatio() {
    Sample.Interval interval = new Sample(400, 3, 4).ratioInterval(new Sample(900, 2, 4));

    assertThat(interval.low()).isLessThan(1.5).isGreaterThan(1.3);
    assertThat(interval.high()).isGreaterThan(1.5).isLessThan(1.7);
  }

  private static Sample of(double... values) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double squares =
        java.util.Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Sample(values.length, mean, squares / (values.length - 1));
  }
}
