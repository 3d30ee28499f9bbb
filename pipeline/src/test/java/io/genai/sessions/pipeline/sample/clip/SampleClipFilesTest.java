package io.genai.sessions.pipeline.sample.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.clip.ClipFiles;
import io.genai.sessions.models.clip.ClipModel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was trained is what {@code ClipModel} computes. */
class SampleClipFilesTest {
  private static final String TEXT = "A red cat's portrait, 8 k, a cat — qzxv";

  @TempDir private Path directory;
  private Words words;
  private Weights weights;
  private ClipModel model;

  @BeforeEach
  void writeRandomWeights() throws Exception {
    words = Words.of(Stream.of("a red cat's portrait", "a blue dog, 8 k"), 1);
    weights = new Weights(ImageFeatures.size(), words.size(), new Random(5));
    SampleClipFiles.write(directory, weights, words);
    model = ClipModel.open("written", ClipFiles.in(directory), InferenceThreads.allCores());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void textVectorIsTheSumOfTheTrainedWords() {
    float[] sum = new float[Weights.DIMENSIONS];
    for (int word : words.in(TEXT)) {
      add(sum, weights.words().values(), word, 1);
    }
    assertThat(words.in(TEXT)).hasSize(9);
    assertThat(model.embedText(TEXT))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(normalised(sum));
  }

  @Test
  void imageVectorIsWhatTheLayersMakeOfTheFeatures() throws Exception {
    BufferedImage image = new BufferedImage(320, 384, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(40, 90, 200, 140);
    graphics.dispose();
    float[] features;
    try (FeatureExtractor extractor = new FeatureExtractor()) {
      features = extractor.features(image);
    }
    float[] hidden = weights.bias().values().clone();
    for (int i = 0; i < features.length; i++) {
      add(hidden, weights.hidden().values(), i, features[i]);
    }
    float[] vector = new float[Weights.DIMENSIONS];
    for (int i = 0; i < hidden.length; i++) {
      add(vector, weights.projection().values(), i, Math.max(0, hidden[i]));
    }
    assertThat(model.embedImage(image))
        .usingComparatorWithPrecision(1e-4f)
        .containsExactly(normalised(vector));
  }

  private static void add(float[] sum, float[] matrix, int row, float factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * matrix[row * sum.length + i];
    }
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return vector;
  }
}
