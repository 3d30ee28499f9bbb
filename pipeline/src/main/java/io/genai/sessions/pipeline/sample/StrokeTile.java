package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/**
 * A tile of brush strokes, made once. For each pixel it says where its stroke takes its colour from
 * and how the bristles catch the light, so that painting a picture costs two look-ups a pixel.
 */
final class StrokeTile {
  static final int SIZE = 512;
  private static final int MASK = SIZE - 1;

  /** Broad strokes of a loaded brush. */
  static final StrokeTile BROAD = new StrokeTile(1, 26, 6.5, 2.6, 1.0);

  /** Finer strokes, for what is looked at. */
  static final StrokeTile FINE = new StrokeTile(2, 13, 3.2, 2.6, 0.8);

  /** Wide flat strokes, nearly level. */
  static final StrokeTile FLAT = new StrokeTile(3, 42, 9, 0.7, 0.35);

  /** Round dabs of wet paint. */
  static final StrokeTile DABS = new StrokeTile(4, 8, 8, 3, 0);

  private final byte[] shiftX = new byte[SIZE * SIZE];
  private final byte[] shiftY = new byte[SIZE * SIZE];
  private final byte[] bristles = new byte[SIZE * SIZE];

  private StrokeTile(long seed, double length, double width, double turning, double relief) {
    RandomGenerator random = Draws.seeded(seed, 5);
    int strokes = (int) (SIZE * SIZE / (length * width * 4) * 7);
    for (int i = 0; i < strokes; i++) {
      double x = random.nextDouble() * SIZE;
      double y = random.nextDouble() * SIZE;
      double flow = NoiseTile.CLOUDS.at((int) x, (int) y) / 255.0 - 0.5;
      double angle = flow * turning * 2 + (random.nextDouble() - 0.5) * 0.5;
      stroke(
          x,
          y,
          angle,
          length * (0.6 + random.nextDouble() * 0.6),
          width * (0.6 + random.nextDouble() * 0.7),
          relief,
          random);
    }
  }

  private void stroke(
      double x,
      double y,
      double angle,
      double length,
      double width,
      double relief,
      RandomGenerator random) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int reach = (int) Math.ceil(Math.max(length, width));
    int hair = random.nextInt(SIZE);
    int tone = random.nextInt(9) - 4;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double along = (dx * cos + dy * sin) / length;
        double across = (dy * cos - dx * sin) / width;
        if (Math.pow(Math.abs(along), 3) + across * across <= 1) {
          int at = ((int) y + dy & MASK) * SIZE + ((int) x + dx & MASK);
          shiftX[at] = (byte) Math.round(-dx * 0.88);
          shiftY[at] = (byte) Math.round(-dy * 0.88);
          double streak =
              NoiseTile.GRAIN.at(
                          (int) (across * width * 2.2) + hair, (int) (along * length * 0.25) + hair)
                      / 255.0
                  - 0.5;
          double edge = -across * Math.abs(across) * 12;
          bristles[at] = (byte) Math.round((streak * 34 + edge + tone) * relief);
        }
      }
    }
  }

  /** The picture in these strokes. */
  int[] painted(int[] pixels, int width, int height, int offset) {
    int[] result = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result[y * width + x] = at(pixels, width, height, x, y, offset);
      }
    }
    return result;
  }

  /** One pixel of the picture in these strokes. */
  int at(int[] pixels, int width, int height, int x, int y, int offset) {
    int tile = (y + (offset >> 9) & MASK) * SIZE + (x + offset & MASK);
    int u = Math.max(0, Math.min(width - 1, x + shiftX[tile]));
    int v = Math.max(0, Math.min(height - 1, y + shiftY[tile]));
    int rgb = pixels[v * width + u];
    int light = bristles[tile];
    return light == 0
        ? rgb
        : Colours.of(
            Colours.red(rgb) + light, Colours.green(rgb) + light, Colours.blue(rgb) + light);
  }
}
