package io.genai.sessions.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentRankingTest {
  private static final Driver.Part FREE = new Driver.Part("user_tier", "free");
  private static final Driver.Part MOBILE = new Driver.Part("device_type", "mobile");

  @Test
  void aSegmentThatStandsOutIsFoundWithItsContribution() {
    Sample all = new Sample(1000, 0.2, 0.16);
    SegmentRanking.Segment free =
        new SegmentRanking.Segment(Set.of(FREE), new Sample(300, 0.4, 0.24));

    Driver driver = SegmentRanking.rank(all, List.of(free)).get(0);

    // Outside: (200 - 120) / 700. Were free like that, 85.7 of 200 would be gone.
    assertThat(driver.rest()).isEqualTo(80.0 / 700);
    assertThat(driver.contribution())
        .isCloseTo((120 - 300 * 80.0 / 700) / 200, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(driver.lift()).isGreaterThan(driver.interval().low());
  }

  @Test
  void aPairThatIsNoWorseThanItsHalfIsNotListed() {
    Sample all = new Sample(1000, 0.2, 0.16);
    List<SegmentRanking.Segment> segments =
        List.of(
            new SegmentRanking.Segment(Set.of(FREE), new Sample(300, 0.4, 0.24)),
            new SegmentRanking.Segment(Set.of(MOBILE), new Sample(400, 0.21, 0.16)),
            new SegmentRanking.Segment(Set.of(FREE, MOBILE), new Sample(120, 0.4, 0.24)));

    assertThat(SegmentRanking.rank(all, segments))
        .extracting(Driver::parts)
        .containsExactly(List.of(FREE));
  }

  @Test
  void noiseInManySegmentsIsNotTakenForASignal() {
    Random random = new Random(7);
    int falseAlarms = 0;
    for (int trial = 0; trial < 50; trial++) {
      List<SegmentRanking.Segment> segments = new ArrayList<>();
      for (int index = 0; index < 200; index++) {
        double mean = 0.2 + random.nextGaussian() * Math.sqrt(0.16 / 100);
        segments.add(
            new SegmentRanking.Segment(
                Set.of(new Driver.Part("region", "r" + index)), new Sample(100, mean, 0.16)));
      }
      falseAlarms += SegmentRanking.rank(new Sample(20_000, 0.2, 0.16), segments).isEmpty() ? 0 : 1;
    }
    // At most 5 % of lists may hold anything; 7 of 50 would be beyond chance.
    assertThat(falseAlarms).isLessThan(7);
  }

  @Test
  void tooFewRowsSayNothing() {
    Sample all = new Sample(1000, 0.2, 0.16);

    assertThat(
            SegmentRanking.rank(
                all, List.of(new SegmentRanking.Segment(Set.of(FREE), new Sample(29, 1, 0.0001)))))
        .isEmpty();
  }
}
