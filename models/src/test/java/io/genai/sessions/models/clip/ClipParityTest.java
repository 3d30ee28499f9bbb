package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.SharedMaterial;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The real weights against published values. Set {@code CLIP_DIR} to a directory with an fp32
 * export of ViT-B/32, for instance the snapshot of {@code pull clip-vit-b32}.
 */
@EnabledIfEnvironmentVariable(
    named = "CLIP_DIR",
    matches = ".+",
    disabledReason = "skipped: CLIP_DIR names no directory with CLIP's weights")
class ClipParityTest {
  private static ClipModel model;

  @BeforeAll
  static void open() {
    ClipFiles files = ClipFiles.in(Path.of(System.getenv("CLIP_DIR")));
    model = ClipModel.open("clip-vit-b32", files, InferenceThreads.allCores());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void reproducesTheReadmeOfOpenAisClip() throws IOException {
    JsonNode parity = SharedMaterial.parity("clip_readme");
    double[] probabilities = softmax(logits("CLIP.png", parity));
    double[] expected = numbers(parity.path("probs"));
    for (int i = 0; i < expected.length; i++) {
      // The tolerance of its own tests/test_consistency.py.
      assertThat(probabilities[i]).isCloseTo(expected[i], within(0.01 + 0.1 * expected[i]));
    }
  }

  @Test
  void reproducesTheTestOfTransformers() throws IOException {
    JsonNode parity = SharedMaterial.parity("clip_hf");
    double[] logits = logits("000000039769.png", parity);
    double[] expected = numbers(parity.path("logits_per_image"));
    for (int i = 0; i < expected.length; i++) {
      // That test's own image is the JPEG, whose pixels differ a little from the PNG's.
      assertThat(logits[i]).isCloseTo(expected[i], within(0.1));
    }
    assertThat(softmax(logits)[0]).isCloseTo(parity.path("probs").get(0).asDouble(), within(1e-3));
  }

  private static double[] logits(String file, JsonNode parity) throws IOException {
    BufferedImage image = ImageIO.read(SharedMaterial.file("data/models/parity/" + file).toFile());
    float[] imageVector = model.embedImage(image);
    List<String> texts =
        StreamSupport.stream(parity.path("texts").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return model.embedTexts(texts).stream()
        .mapToDouble(textVector -> ClipModel.logit(imageVector, textVector))
        .toArray();
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double[] softmax(double[] logits) {
    double highest = Arrays.stream(logits).max().orElseThrow();
    double[] powers = Arrays.stream(logits).map(logit -> Math.exp(logit - highest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
