package io.genai.sessions.pipeline.sample;

/** Oil, watercolour, digital paint and concept sketches. */
final class PaintFinishes {
  private static final int PAPER = 0xFBF7EE;
  private static final int BOARD = 0xCFC8BC;

  private PaintFinishes() {}

  /**
   * Broad strokes where little happens, fine ones on detail; the paint stands up from the canvas.
   */
  static void oil(int[] pixels, int[] figure, int width, int height, int offset) {
    int[] source = pixels.clone();
    int[] broad = simplified(source, width, height);
    boolean[] busy = busy(source, width, height, figure);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int rgb =
            busy[at]
                ? Pixels.lerp(
                    StrokeTile.FINE.at(source, width, height, x, y, offset), source[at], 104)
                : StrokeTile.BROAD.at(broad, width, height, x, y, offset);
        int weave = ((x & 1) + (y & 1) - 1) * 3;
        pixels[at] = lightened(Colours.saturated(rgb, 1.18), weave);
      }
    }
  }

  /** Wet washes that bleed into each other over a pencil drawing, paper showing through. */
  static void watercolor(int[] pixels, int[] figure, int width, int height, int offset) {
    int[] source = pixels.clone();
    int[] washed = StrokeTile.DABS.painted(source, width, height, offset);
    int[] soft = Pixels.blurred(source, width, height, Math.max(2, Math.min(width, height) / 96));
    int[] pencil = InkFinishes.lines(source, figure, width, height, 1, 44, 2);
    boolean[] busy = busy(source, width, height, figure);
    int row = offset >> 9;
    double unit = Math.min(width, height) / 100.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        // The paint crept: colours are taken from a little aside.
        int creepX = (NoiseTile.CLOUDS.at(x * 3 + offset, y * 3 + row) - 128) / 16;
        int creepY = (NoiseTile.CLOUDS.at(x * 3 + row, y * 3 + offset) - 128) / 16;
        int u = Math.max(0, Math.min(width - 1, x + creepX));
        int v = Math.max(0, Math.min(height - 1, y + creepY));
        int from = v * width + u;
        int rgb = Pixels.lerp(washed[from], soft[from], 128);
        if (busy[at]) {
          rgb = Pixels.lerp(rgb, source[from], 170);
        }
        int edge =
            Math.min(70, Math.abs(Colours.luminance(washed[from]) - Colours.luminance(soft[from])));
        int pool = NoiseTile.CLOUDS.at(x * 2 + row, y * 2 + offset);
        double dilution = 0.12 + pool / 255.0 * 0.34 - edge / 170.0;
        double margin = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) / unit;
        double ragged = 0.6 + NoiseTile.CLOUDS.at(x * 5 + offset, y * 5) / 255.0 * 5;
        double bare = Math.max(0, Math.min(1, (ragged - margin) / 1.2));
        int painted =
            Colours.mix(
                Colours.saturated(rgb, 1.35), PAPER, Math.max(0.02, Math.max(dilution, bare)));
        painted = Pixels.lerp(painted, 0x4A4650, (int) (pencil[at] * 0.5 * (1 - bare)));
        pixels[at] = lightened(painted, (NoiseTile.GRAIN.at(x + offset, y) - 128) / 24);
      }
    }
  }

  /** Soft airbrushed ground with visible strokes, crisp subject, glow. */
  static void digital(int[] pixels, int[] figure, int width, int height, int offset) {
    int[] source = pixels.clone();
    int[] broad = simplified(source, width, height);
    boolean[] busy = busy(source, width, height, figure);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int stroke = StrokeTile.FLAT.at(broad, width, height, x, y, offset);
        int fine = StrokeTile.FINE.at(source, width, height, x, y, offset);
        int rgb =
            busy[at] ? Pixels.lerp(source[at], fine, 90) : Pixels.lerp(source[at], stroke, 170);
        pixels[at] = Colours.saturated(rgb, 1.12);
      }
    }
    PhotoFinish.bloom(pixels, width, height, 0.5);
  }

  /** Flat strokes blocked in, muted, unfinished towards the edges. */
  static void concept(int[] pixels, int[] figure, int width, int height, int offset) {
    int[] source = pixels.clone();
    int[] broad = simplified(source, width, height);
    boolean[] busy = busy(source, width, height, figure);
    double unit = Math.min(width, height) / 100.0;
    int row = offset >> 9;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int flat = StrokeTile.FLAT.at(broad, width, height, x, y, offset);
        int rgb = Colours.saturated(busy[at] ? Pixels.lerp(source[at], flat, 64) : flat, 0.8);
        double margin =
            Math.min(Math.min(x, width - 1 - x) * 0.8, Math.min(y, height - 1 - y)) / unit;
        double ragged = NoiseTile.CLOUDS.at(x / 2 + offset, y * 9 + row) / 255.0 * 6;
        double bare = Math.max(0, Math.min(1, ragged - margin));
        pixels[at] = Pixels.lerp(rgb, BOARD, (int) (bare * 256));
      }
    }
  }

  /** Without small things, so that a broad stroke doesn't pick up a twig's colour. */
  private static int[] simplified(int[] pixels, int width, int height) {
    return Pixels.blurred(pixels, width, height, Math.max(2, Math.min(width, height) / 48));
  }

  /**
   * Where fine work is called for: on the subject, and where brightness changes within a stroke.
   */
  private static boolean[] busy(int[] pixels, int width, int height, int[] figure) {
    int square = Math.max(2, Math.min(width, height) / 64);
    int columns = (width + square - 1) / square + 1;
    int rows = (height + square - 1) / square + 1;
    int[] least = new int[columns * rows];
    int[] most = new int[columns * rows];
    java.util.Arrays.fill(least, 255);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int cell = y / square * columns + x / square;
        int luminance = Colours.luminance(pixels[y * width + x]);
        least[cell] = Math.min(least[cell], luminance);
        most[cell] = Math.max(most[cell], luminance);
      }
    }
    boolean[] busy = new boolean[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int cell = y / square * columns + x / square;
        busy[at] = figure[at] >>> 24 > 100 || most[cell] - least[cell] > 36;
      }
    }
    return busy;
  }

  private static int lightened(int rgb, int amount) {
    return Colours.of(
        Colours.red(rgb) + amount, Colours.green(rgb) + amount, Colours.blue(rgb) + amount);
  }
}
