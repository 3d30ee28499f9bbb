package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ideas of a sample, each with one prompt and the picture that shows it. */
public final class SampleIdeas {
  /** More than an idea has prompts on average. */
  private static final int ROWS_PER_IDEA = 4;

  private SampleIdeas() {}

  /** An idea that waits to be drawn. */
  public static final class Sketch {
    private final SampleRow row;

    private Sketch(SampleRow row) {
      this.row = row;
    }

    /** What all prompts of the idea share: see {@link SampleIdeas#of(String)}. */
    public String idea() {
      return of(text());
    }

    /** One of its prompts. */
    public String text() {
      return row.prompt().text();
    }

    /** Draws the picture in the size that the sample would have it. */
    public BufferedImage draw() {
      return SceneRenderer.render(
          row.prompt().scene(), row.parameters().seed(), row.width(), row.height());
    }
  }

  /**
   * The first ideas of a seed, in their order.
   *
   * @param count at least 1
   */
  public static List<Sketch> sketches(int count, long seed) {
    List<SampleRow> rows = SampleRows.of(count * ROWS_PER_IDEA, seed);
    return IntStream.range(0, rows.size())
        .filter(i -> i == 0 || !idea(rows, i).equals(idea(rows, i - 1)))
        .mapToObj(i -> new Sketch(rows.get(i)))
        .limit(count)
        .toList();
  }

  private static String idea(List<SampleRow> rows, int index) {
    return of(rows.get(index).prompt().text());
  }

  /** The words that all prompts of one idea begin with. */
  static String of(String prompt) {
    return Arrays.stream(prompt.split(" "))
        .limit(Idea.SHARED_WORDS)
        .collect(Collectors.joining(" "));
  }
}
