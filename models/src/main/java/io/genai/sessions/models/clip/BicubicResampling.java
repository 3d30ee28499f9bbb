package io.genai.sessions.models.clip;

import java.util.Arrays;

/**
 * Pillow's bicubic resampling, to the bit: widened to the scale when shrinking (so that nothing is
 * skipped), in two passes of 8-bit results with fixed-point weights.
 *
 * <p>Source: {@code Image.resize} of Pillow, whose results CLIP was trained on; the cubic is Keys'
 * with a = -0.5.
 */
final class BicubicResampling {
  private static final double SUPPORT = 2;
  private static final double A = -0.5;
  private static final int PRECISION = 22;

  /** Added to a sum so that cutting it off rounds it. */
  private static final int HALF = 1 << (PRECISION - 1);

  private BicubicResampling() {}

  /**
   * A part of a line that is stretched or shrunk.
   *
   * @param oldSize of the line
   * @param newSize of the line
   * @param from first new pixel that is wanted
   * @param count of new pixels that are wanted
   */
  record Span(int oldSize, int newSize, int from, int count) {}

  /** Resizes an image and returns the wanted columns and rows of it. */
  static RgbImage resample(RgbImage image, Span columns, Span rows) {
    int[] lines = horizontally(image, Taps.of(columns));
    return vertically(lines, columns.count(), Taps.of(rows));
  }

  /** Whole numbers, not bytes: those the second pass adds up many at once. */
  private static int[] horizontally(RgbImage image, Taps taps) {
    int width = taps.weights().length;
    byte[] source = image.samples();
    int[] target = new int[3 * width * image.height()];
    for (int y = 0; y < image.height(); y++) {
      int row = 3 * y * image.width();
      for (int x = 0; x < width; x++) {
        int[] weights = taps.weights()[x];
        int from = row + 3 * taps.first()[x];
        put(target, 3 * (y * width + x), source, from, weights);
      }
    }
    return target;
  }

  /** Writes the weighted sum of neighbouring pixels. */
  private static void put(int[] target, int at, byte[] source, int from, int[] weights) {
    int red = HALF;
    int green = HALF;
    int blue = HALF;
    int pixel = from;
    for (int weight : weights) {
      red += weight * (source[pixel] & 0xff);
      green += weight * (source[pixel + 1] & 0xff);
      blue += weight * (source[pixel + 2] & 0xff);
      pixel += 3;
    }
    target[at] = clip(red);
    target[at + 1] = clip(green);
    target[at + 2] = clip(blue);
  }

  private static RgbImage vertically(int[] source, int width, Taps taps) {
    int height = taps.weights().length;
    int stride = 3 * width;
    byte[] target = new byte[stride * height];
    int[] sums = new int[stride];
    for (int y = 0; y < height; y++) {
      int[] weights = taps.weights()[y];
      int from = stride * taps.first()[y];
      Arrays.fill(sums, HALF);
      for (int tap = 0; tap < weights.length; tap++) {
        add(sums, weights[tap], source, from + tap * stride);
      }
      for (int i = 0; i < stride; i++) {
        target[stride * y + i] = (byte) clip(sums[i]);
      }
    }
    return new RgbImage(width, height, target);
  }

  private static void add(int[] sums, int weight, int[] source, int from) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * source[from + i];
    }
  }

  private static int clip(int sum) {
    return Math.max(0, Math.min(255, sum >> PRECISION));
  }

  /**
   * Which pixels of a line make each pixel of the new line.
   *
   * @param first the first of them
   * @param weights of them, in units of 2^-22, adding up to one
   */
  private record Taps(int[] first, int[][] weights) {
    static Taps of(Span span) {
      double scale = (double) span.oldSize() / span.newSize();
      double widening = Math.max(1, scale);
      int[] first = new int[span.count()];
      int[][] weights = new int[span.count()][];
      for (int i = 0; i < span.count(); i++) {
        double centre = (span.from() + i + 0.5) * scale;
        int from = Math.max(0, (int) (centre - SUPPORT * widening + 0.5));
        int to = Math.min(span.oldSize(), (int) (centre + SUPPORT * widening + 0.5));
        first[i] = from;
        weights[i] = weights(from, to, centre, widening);
      }
      return new Taps(first, weights);
    }

    private static int[] weights(int from, int to, double centre, double widening) {
      double[] exact = new double[to - from];
      double sum = 0;
      for (int i = 0; i < exact.length; i++) {
        exact[i] = cubic((from + i - centre + 0.5) / widening);
        sum += exact[i];
      }
      int[] fixed = new int[exact.length];
      for (int i = 0; i < exact.length; i++) {
        double units = exact[i] / sum * (1 << PRECISION);
        fixed[i] = (int) (units < 0 ? units - 0.5 : units + 0.5);
      }
      return fixed;
    }

    private static double cubic(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < SUPPORT ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
  }
}
