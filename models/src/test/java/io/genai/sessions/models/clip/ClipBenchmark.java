package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.SharedMaterial;
import io.genai.sessions.models.Stopwatch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an image and a text take on a ViT-B/32 of random int8 weights. Speed needs the right
 * architecture, not trained weights.
 *
 * <p>{@code mvn verify -pl models -am -Pbenchmarks -Dit.test=ClipBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class ClipBenchmark {
  private static final String PROMPT =
      "portrait of a dragon knight in a misty forest, highly detailed, digital painting, "
          + "cinematic lighting, sharp focus, trending on artstation, 8 k";
  private static final String IMAGE = "3db631d1-3811-4d7b-97a0-6a6ae489f45d.png";

  @TempDir Path directory;

  @Test
  void imagesAndTexts() throws IOException {
    ClipFiles files =
        new ClipFiles(
            VitGraphs.writeVision(directory.resolve("vision_model.onnx")),
            VitGraphs.writeText(directory.resolve("text_model.onnx")),
            SharedMaterial.file("data/models/clip-tokenizer/tokenizer.json"));
    byte[] png = png();
    for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
      try (ClipModel model = ClipModel.open("random", files, new InferenceThreads(threads))) {
        assertThat(model.embedImage(decode(png))).hasSize(512).doesNotContain(Float.NaN);
        assertThat(model.embedText(PROMPT)).hasSize(512).doesNotContain(Float.NaN);
        String on = ", %d threads".formatted(threads);
        double image =
            Stopwatch.report(
                "CLIP int8: image, decode included" + on,
                20,
                n -> model.embedImages(images(png, n)));
        double text =
            Stopwatch.report(
                "CLIP int8: text" + on, 100, n -> model.embedTexts(Collections.nCopies(n, PROMPT)));
        System.out.printf(
            "| P6 | CLIP ViT-B/32 int8 shape, an image of 512 pixels with decoding%s | %.1f ms | ≤ 30 ms |%n",
            on, image);
        System.out.printf(
            "| P6 | CLIP ViT-B/32 int8 shape, a text%s | %.1f ms | ≤ 10 ms |%n", on, text);
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

  /** As the pipeline decodes what it stored: from memory, without metadata. */
  private static BufferedImage decode(byte[] png) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      try {
        reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A generated image of 512 pixels square, as most of DiffusionDB 2M is. */
  private static byte[] png() throws IOException {
    Path part = SharedMaterial.file("data/diffusiondb/images/part-000001.zip");
    try (ZipFile zip = new ZipFile(part.toFile())) {
      return zip.getInputStream(zip.getEntry(IMAGE)).readAllBytes();
    }
  }
}
