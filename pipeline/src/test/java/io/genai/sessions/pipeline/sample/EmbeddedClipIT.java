package io.genai.sessions.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.clip.EmbeddedClip;
import org.junit.jupiter.api.Test;

/** The embedded model on the shipped sample, whose seed its training never saw. */
class EmbeddedClipIT {
  private static final int ROWS = 1000;
  private static final long SHIPPED_SEED = 42;

  @Test
  void knowsThePicturesOfTheShippedSample() {
    try (ClipModel model = EmbeddedClip.shared()) {
      SampleClipQuality quality = SampleClipQuality.of(model, ROWS, SHIPPED_SEED);
      assertThat(quality.misrendered()).as("%s", quality).isGreaterThan(50);
      assertThat(quality.area()).as("%s", quality).isGreaterThan(0.97);
      assertThat(quality.precision()).as("%s", quality).isGreaterThan(0.9);
      assertThat(quality.recall()).as("%s", quality).isGreaterThan(0.8);
      assertThat(quality.strictRecall()).as("%s", quality).isGreaterThan(0.7);
    }
  }
}
