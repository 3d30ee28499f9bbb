package io.genai.sessions.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** Pixel art: large pixels in a palette of few colours, dithered between neighbours. */
final class PixelFinish {
  private static final int PIXELS_ACROSS = 96;
  private static final int PALETTE = 32;
  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private PixelFinish() {}

  static void apply(int[] pixels, int width, int height) {
    int square = Math.max(2, Math.min(width, height) / PIXELS_ACROSS);
    int columns = (width + square - 1) / square;
    int rows = (height + square - 1) / square;
    int[] small = Pixels.averaged(pixels, width, height, square, columns, rows);
    int[] palette = palette(small);
    for (int i = 0; i < small.length; i++) {
      int nudge = BAYER[(i / columns & 3) * 4 + (i % columns & 3)] / 2 - 4;
      int rgb = Colours.saturated(small[i], 1.15);
      small[i] =
          nearest(
              palette,
              Colours.of(
                  Colours.red(rgb) + nudge, Colours.green(rgb) + nudge, Colours.blue(rgb) + nudge));
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = small[y / square * columns + x / square];
      }
    }
  }

  private static int nearest(int[] palette, int rgb) {
    int best = palette[0];
    int least = Integer.MAX_VALUE;
    for (int candidate : palette) {
      int red = Colours.red(candidate) - Colours.red(rgb);
      int green = Colours.green(candidate) - Colours.green(rgb);
      int blue = Colours.blue(candidate) - Colours.blue(rgb);
      int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Median cut: the box with the widest channel is halved until there are enough. */
  private static int[] palette(int[] colours) {
    List<int[]> boxes = new ArrayList<>(List.of(colours.clone()));
    while (boxes.size() < PALETTE) {
      int widest = 0;
      int channel = 0;
      int most = -1;
      for (int i = 0; i < boxes.size(); i++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int spread = boxes.get(i).length < 2 ? -1 : spread(boxes.get(i), shift);
          if (spread > most) {
            most = spread;
            widest = i;
            channel = shift;
          }
        }
      }
      if (most <= 0) {
        break;
      }
      int[] sorted = sortedBy(boxes.remove(widest), channel);
      boxes.add(java.util.Arrays.copyOfRange(sorted, 0, sorted.length / 2));
      boxes.add(java.util.Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length));
    }
    return boxes.stream().mapToInt(PixelFinish::mean).toArray();
  }

  private static int spread(int[] box, int shift) {
    int low = 255;
    int high = 0;
    for (int rgb : box) {
      int value = rgb >> shift & 255;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  /** Counting sort by one channel. */
  private static int[] sortedBy(int[] box, int shift) {
    int[] starts = new int[257];
    for (int rgb : box) {
      starts[(rgb >> shift & 255) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] sorted = new int[box.length];
    for (int rgb : box) {
      sorted[starts[rgb >> shift & 255]++] = rgb;
    }
    return sorted;
  }

  private static int mean(int[] box) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int rgb : box) {
      red += Colours.red(rgb);
      green += Colours.green(rgb);
      blue += Colours.blue(rgb);
    }
    return Colours.saturated(
        Colours.of((int) (red / box.length), (int) (green / box.length), (int) (blue / box.length)),
        1.1);
  }
}
