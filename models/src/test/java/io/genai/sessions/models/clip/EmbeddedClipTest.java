package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.runtime.Vectors;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class EmbeddedClipTest {
  private static final InferenceThreads ONE = new InferenceThreads(1);
  private static final String PROMPT = "a red dragon in a forest, oil painting";

  @Test
  void embedsIntoTheSpaceOfTheRealModelsShape() {
    try (ClipModel model = EmbeddedClip.shared(ONE)) {
      assertThat(model.id()).isEqualTo("sample-clip-v1");
      assertThat(model.dimensions()).isEqualTo(512);
      float[] image = model.embedImage(new BufferedImage(320, 448, BufferedImage.TYPE_INT_RGB));
      float[] text = model.embedText(PROMPT);
      assertThat(Vectors.dot(image, image)).isCloseTo(1, within(1e-5));
      assertThat(Vectors.dot(text, text)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void readsUpperCaseAsLowerCaseAndPassesOverUnknownWords() {
    try (ClipModel model = EmbeddedClip.shared(ONE)) {
      assertThat(model.embedText("A Red DRAGON, in a forest: oil qzxv painting"))
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(model.embedText(PROMPT));
    }
  }

  @Test
  void alignsNothingWithATextOfUnknownWords() {
    try (ClipModel model = EmbeddedClip.shared(ONE)) {
      float[] image = model.embedImage(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
      assertThat(ClipModel.alignment(image, model.embedText("qzxv"))).isZero();
    }
  }

  @Test
  void livesUntilTheLastShareIsClosed() {
    ClipModel first = EmbeddedClip.shared(ONE);
    ClipModel second = EmbeddedClip.shared(ONE);
    first.close();
    assertThat(second.embedText(PROMPT)).hasSize(512);
    second.close();
    assertThatThrownBy(() -> second.embedText(PROMPT)).isInstanceOf(ModelException.class);
  }

  @Test
  void saysWhatItsScoresAreWorth() {
    assertThat(EmbeddedClip.NOTE).contains(EmbeddedClip.ID).contains("mean little");
  }

  /** The embedded files together stay below 6 MB. */
  @Test
  void staysSmall() throws Exception {
    long bytes = 0;
    for (String name : new String[] {"vision_model.onnx", "text_model.onnx", "tokenizer.json"}) {
      try (var stream = EmbeddedClip.class.getResourceAsStream("sample-clip/" + name)) {
        bytes += stream.readAllBytes().length;
      }
    }
    assertThat(bytes).isLessThan(6_000_000);
  }
}
