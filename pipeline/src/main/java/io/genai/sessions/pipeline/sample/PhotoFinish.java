package io.genai.sessions.pipeline.sample;

/** What lenses and renderers do to light. */
final class PhotoFinish {
  private static final int BRIGHT = 150;

  private PhotoFinish() {}

  /** Bloom and film grain. */
  static void apply(int[] pixels, int width, int height, int offset) {
    bloom(pixels, width, height, 0.42);
    int row = offset >> 9;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int grain = (NoiseTile.GRAIN.at(x / 2 * 7 + offset, y / 2 * 7 + row) - 128) / 18;
        int rgb = pixels[at];
        pixels[at] =
            Colours.of(
                Colours.red(rgb) + grain, Colours.green(rgb) + grain, Colours.blue(rgb) + grain);
      }
    }
  }

  /** Clean, bright and glowing. */
  static void rendered(int[] pixels, int width, int height) {
    bloom(pixels, width, height, 0.55);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Colours.saturated(pixels[i], 1.14);
    }
  }

  /** What is bright shines over its edges. */
  static void bloom(int[] pixels, int width, int height, double strength) {
    int[] bright = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int over = Colours.luminance(pixels[i]) - BRIGHT;
      bright[i] = over <= 0 ? 0 : Pixels.lerp(0, pixels[i], Math.min(256, over * 3));
    }
    int square = Math.max(2, Math.min(width, height) / 38);
    int[] glow = Pixels.blurred(bright, width, height, square);
    int weight = (int) (strength * 256);
    for (int i = 0; i < pixels.length; i++) {
      if (glow[i] != 0) {
        pixels[i] = Pixels.screen(pixels[i], Pixels.lerp(0, glow[i], weight));
      }
    }
  }
}
