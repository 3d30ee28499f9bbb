package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;

/** A round light that fades outwards, laid over RGB or premultiplied ARGB pixels. */
final class Glow {
  private static final int LEVELS = 1024;

  /** By the square of the distance from the centre, 0..1: how much of the light is there. */
  private static final float[] FALLOFF = falloff();

  private Glow() {}

  private static float[] falloff() {
    float[] table = new float[LEVELS + 1];
    for (int i = 0; i < LEVELS; i++) {
      double distance = Math.sqrt((double) i / LEVELS);
      double core = Math.max(0, 1 - distance / 0.35) * 0.6;
      table[i] = (float) (core + 0.4 * (1 - Math.max(0, distance - 0.35) / 0.65));
    }
    return table;
  }

  /** Centre and radius in pixels, opacity of the centre 0..1. */
  static void add(BufferedImage image, double x, double y, double radius, int rgb, double opacity) {
    int[] pixels = Pixels.of(image);
    int width = image.getWidth();
    int top = Math.max(0, (int) Math.floor(y - radius));
    int bottom = Math.min(image.getHeight() - 1, (int) Math.ceil(y + radius));
    int left = Math.max(0, (int) Math.floor(x - radius));
    int right = Math.min(width - 1, (int) Math.ceil(x + radius));
    float scale = (float) (LEVELS / (radius * radius));
    float strength = (float) (opacity * 256);
    int opaque = rgb | 0xFF000000;
    for (int row = top; row <= bottom; row++) {
      float dy = (float) (row + 0.5 - y);
      for (int column = left; column <= right; column++) {
        float dx = (float) (column + 0.5 - x);
        int level = (int) ((dx * dx + dy * dy) * scale);
        if (level < LEVELS) {
          int at = row * width + column;
          pixels[at] = over(pixels[at], opaque, (int) (FALLOFF[level] * strength));
        }
      }
    }
  }

  /** All four channels at once, two by two. */
  private static int over(int under, int light, int weight) {
    int rest = 256 - weight;
    int redBlue = ((under & 0xFF00FF) * rest + (light & 0xFF00FF) * weight) >>> 8;
    int alphaGreen = ((under >>> 8) & 0xFF00FF) * rest + ((light >>> 8) & 0xFF00FF) * weight;
    return (redBlue & 0xFF00FF) | (alphaGreen & 0xFF00FF00);
  }
}
