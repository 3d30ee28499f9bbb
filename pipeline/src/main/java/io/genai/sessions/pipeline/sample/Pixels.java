package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Whole-picture operations on 0xRRGGBB rows. */
final class Pixels {
  private Pixels() {}

  /** The image's own pixels: changing one changes the picture. */
  static int[] of(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** A softened copy: averaged over squares of the size, then interpolated. */
  static int[] blurred(int[] pixels, int width, int height, int square) {
    int columns = (width + square - 1) / square + 1;
    int rows = (height + square - 1) / square + 1;
    int[] small = averaged(pixels, width, height, square, columns, rows);
    small = smoothed(small, columns, rows);
    int[] result = new int[pixels.length];
    int[] line = new int[columns];
    for (int y = 0; y < height; y++) {
      int v = Math.max(0, (y * 256 + 128) / square - 128);
      int row = Math.min(v >> 8, rows - 2);
      int fy = Math.min(256, v - (row << 8));
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        line[column] = lerp(small[at], small[at + columns], fy);
      }
      for (int x = 0; x < width; x++) {
        int u = Math.max(0, (x * 256 + 128) / square - 128);
        int column = Math.min(u >> 8, columns - 2);
        int fx = Math.min(256, u - (column << 8));
        result[y * width + x] = lerp(line[column], line[column + 1], fx);
      }
    }
    return result;
  }

  /** The mean of each square; beyond the edges the last square is repeated. */
  static int[] averaged(int[] pixels, int width, int height, int square, int columns, int rows) {
    int[] small = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      int top = Math.min(row * square, (height - 1) / square * square);
      int bottom = Math.min(height, top + square);
      for (int column = 0; column < columns; column++) {
        int left = Math.min(column * square, (width - 1) / square * square);
        int right = Math.min(width, left + square);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            int rgb = pixels[y * width + x];
            red += rgb >> 16 & 255;
            green += rgb >> 8 & 255;
            blue += rgb & 255;
          }
        }
        int count = (bottom - top) * (right - left);
        small[row * columns + column] = (red / count) << 16 | (green / count) << 8 | blue / count;
      }
    }
    return small;
  }

  private static int[] smoothed(int[] pixels, int width, int height) {
    int[] across = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = y * width;
        across[row + x] =
            lerp(
                lerp(
                    pixels[row + Math.max(0, x - 1)],
                    pixels[row + Math.min(width - 1, x + 1)],
                    128),
                pixels[row + x],
                128);
      }
    }
    int[] result = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        result[y * width + x] =
            lerp(lerp(across[above + x], across[below + x], 128), across[y * width + x], 128);
      }
    }
    return result;
  }

  /** Between two colours, weight of the second 0..256; two channels at a time. */
  static int lerp(int a, int b, int weight) {
    int redBlue = a & 0xFF00FF;
    int green = a & 0x00FF00;
    redBlue += (((b & 0xFF00FF) - redBlue) * weight) >> 8;
    green += (((b & 0x00FF00) - green) * weight) >> 8;
    return (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }

  /** What light added to light gives: never beyond white. */
  static int screen(int a, int b) {
    int red = 255 - (255 - (a >> 16 & 255)) * (255 - (b >> 16 & 255)) / 255;
    int green = 255 - (255 - (a >> 8 & 255)) * (255 - (b >> 8 & 255)) / 255;
    int blue = 255 - (255 - (a & 255)) * (255 - (b & 255)) / 255;
    return red << 16 | green << 8 | blue;
  }
}
