package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.SharedMaterial;
import io.genai.sessions.models.Stopwatch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an image and a text take on a ViT-B/32 of random int8 weights. Speed needs the right
 * architecture, not trained weights.
 *
 * <p>{@code mvn test -pl models -am -Pbenchmarks -Dtest=ClipBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
@Tag("benchmark")
class ClipBenchmark {
  private static final String PROMPT =
      "portrait of a dragon knight in a misty forest, highly detailed, digital painting, "
          + "cinematic lighting, sharp focus, trending on artstation, 8 k";
  @TempDir Path directory;

  @Test
  void imagesAndTexts() throws IOException {
    ClipFiles files =
        new ClipFiles(
            VitGraphs.writeVision(directory.resolve("vision_model.onnx")),
            VitGraphs.writeText(directory.resolve("text_model.onnx")),
            SharedMaterial.file("data/models/clip-tokenizer/tokenizer.json"));
    byte[] png = png(ClipImagesTest.pattern(512, 512));
    for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
      try (ClipModel model = ClipModel.open("random", files, new InferenceThreads(threads))) {
        assertThat(model.embedImage(decode(png))).hasSize(512).doesNotContain(Float.NaN);
        assertThat(model.embedText(PROMPT)).hasSize(512).doesNotContain(Float.NaN);
        String on = ", %d threads".formatted(threads);
        Stopwatch.report(
            "CLIP int8: image, decode included" + on, 20, n -> model.embedImages(images(png, n)));
        Stopwatch.report(
            "CLIP int8: text" + on, 100, n -> model.embedTexts(Collections.nCopies(n, PROMPT)));
      }
    }
    Stopwatch.report("CLIP: decode, one thread", 40, n -> repeat(n, () -> decode(png)));
    BufferedImage decoded = decode(png);
    Stopwatch.report(
        "CLIP: resize, one thread", 40, n -> repeat(n, () -> ClipImages.pixelValues(decoded)));
  }

  private static void repeat(int count, Runnable work) {
    for (int i = 0; i < count; i++) {
      work.run();
    }
  }

  /** Decodes on as many threads as the machine has, as a pipeline's workers would. */
  private static List<BufferedImage> images(byte[] png, int count) {
    return Collections.nCopies(count, png).parallelStream().map(ClipBenchmark::decode).toList();
  }

  private static BufferedImage decode(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
