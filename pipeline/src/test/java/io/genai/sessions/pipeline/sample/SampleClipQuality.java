package io.genai.sessions.pipeline.sample;

import io.genai.sessions.models.clip.ClipModel;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How well a CLIP model knows the pictures of a sample.
 *
 * @param rows of the sample
 * @param misrendered how many of them show another prompt on purpose
 * @param area under the ROC curve of the alignment scores of each well-rendered image with its own
 *     prompt, against that with a random prompt of another idea
 * @param precision the average precision at which the lowest scores find the misrendered images
 * @param recall the share of the prompts of well-rendered images that find an image drawn from a
 *     prompt of the same idea among their first ten
 * @param strictRecall the share that finds their own image there, re-tries counting as wrong
 */
public record SampleClipQuality(
    int rows, int misrendered, double area, double precision, double recall, double strictRecall) {
  private static final int FOUND = 10;
  private static final int STRANGERS = 5;
  private static final int BLOCK = 64;

  /** Draws the sample and measures. */
  public static SampleClipQuality of(ClipModel model, int rows, long seed) {
    return new Measurement(model, SampleRows.of(rows, seed)).quality();
  }

  private static final class Measurement {
    private final List<SampleRow> rows;
    private final float[][] images;
    private final float[][] texts;

    Measurement(ClipModel model, List<SampleRow> rows) {
      this.rows = rows;
      this.texts =
          model
              .embedTexts(rows.stream().map(row -> row.prompt().text()).toList())
              .toArray(float[][]::new);
      this.images =
          IntStream.iterate(0, from -> from < rows.size(), from -> from + BLOCK)
              .mapToObj(from -> rows.subList(from, Math.min(rows.size(), from + BLOCK)))
              .map(block -> block.parallelStream().map(Measurement::draw).toList())
              .flatMap(block -> model.embedImages(block).stream())
              .toArray(float[][]::new);
    }

    private static BufferedImage draw(SampleRow row) {
      return SceneRenderer.render(
          row.rendered().scene(), row.parameters().seed(), row.width(), row.height());
    }

    SampleClipQuality quality() {
      return new SampleClipQuality(
          rows.size(),
          (int) rows.stream().filter(SampleRow::misrendered).count(),
          area(),
          precision(),
          recall(this::showsIdea),
          recall((text, image) -> text == image));
    }

    private double score(int image, int text) {
      return ClipModel.alignment(images[image], texts[text]);
    }

    private int[] wellRendered() {
      return IntStream.range(0, rows.size()).filter(row -> !rows.get(row).misrendered()).toArray();
    }

    private boolean showsIdea(int text, int image) {
      return idea(rows.get(text).prompt()).equals(idea(rows.get(image).rendered()));
    }

    private static String idea(SamplePrompt prompt) {
      return SampleIdeas.of(prompt.text());
    }

    private double area() {
      Random random = new Random(1);
      double[] own = IntStream.of(wellRendered()).mapToDouble(row -> score(row, row)).toArray();
      double[] strange =
          IntStream.of(wellRendered())
              .boxed()
              .flatMapToDouble(
                  image ->
                      random
                          .ints(0, rows.size())
                          .filter(text -> !showsIdea(text, image))
                          .limit(STRANGERS)
                          .mapToDouble(text -> score(image, text)))
              .sorted()
              .toArray();
      return Arrays.stream(own)
          .map(score -> (double) below(strange, score) / strange.length)
          .average()
          .orElseThrow();
    }

    /** How many of the sorted values are less; an equal one counts as more. */
    private static int below(double[] sorted, double value) {
      int index = Arrays.binarySearch(sorted, value);
      return index >= 0 ? index : -index - 1;
    }

    private double precision() {
      List<Integer> lowestFirst =
          IntStream.range(0, rows.size())
              .boxed()
              .sorted(Comparator.comparingDouble(row -> score(row, row)))
              .toList();
      int found = 0;
      double sum = 0;
      for (int place = 0; place < lowestFirst.size(); place++) {
        if (rows.get(lowestFirst.get(place)).misrendered()) {
          found++;
          sum += found / (place + 1.0);
        }
      }
      return sum / found;
    }

    private double recall(Match match) {
      return IntStream.of(wellRendered())
          .mapToObj(text -> best(text).anyMatch(image -> match.of(text, image)))
          .mapToInt(hit -> hit ? 1 : 0)
          .average()
          .orElseThrow();
    }

    private IntStream best(int text) {
      return IntStream.range(0, rows.size())
          .boxed()
          .sorted(Comparator.comparingDouble(image -> -score(image, text)))
          .mapToInt(Integer::intValue)
          .limit(FOUND);
    }
  }

  @FunctionalInterface
  private interface Match {
    boolean of(int text, int image);
  }
}
