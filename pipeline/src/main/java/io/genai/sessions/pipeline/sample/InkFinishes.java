package io.genai.sessions.pipeline.sample;

/** Lines: anime cels, pencil, comic ink. */
final class InkFinishes {
  private static final int INK = 0x17131C;
  private static final int PAPER = 0xF4F0E6;

  private InkFinishes() {}

  /** Where a line belongs, 0..255: at the subject's outline and at steps of brightness. */
  static int[] lines(
      int[] pixels, int[] figure, int width, int height, int reach, int threshold, int gain) {
    int[] grey = new int[pixels.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = Colours.luminance(pixels[i]);
    }
    int[] result = new int[pixels.length];
    for (int y = reach; y < height - reach; y++) {
      for (int x = reach; x < width - reach; x++) {
        int at = y * width + x;
        int dx = grey[at + reach] - grey[at - reach];
        int dy = grey[at + reach * width] - grey[at - reach * width];
        int step = (Math.abs(dx) + Math.abs(dy) - threshold) * gain;
        int outline =
            Math.abs((figure[at + reach] >>> 24) - (figure[at - reach] >>> 24))
                + Math.abs(
                    (figure[at + reach * width] >>> 24) - (figure[at - reach * width] >>> 24))
                - 90;
        result[at] = Math.max(0, Math.min(255, Math.max(step, outline * 2)));
      }
    }
    return result;
  }

  /** Flat cels in few tones, cool shadows, thin dark outlines, a clean glow. */
  static void anime(int[] pixels, int[] figure, int width, int height) {
    int[] line = lines(pixels, figure, width, height, 1, 58, 3);
    for (int i = 0; i < pixels.length; i++) {
      int rgb = Colours.saturated(pixels[i], 1.32);
      int luminance = Math.max(1, Colours.luminance(rgb));
      int cel = Math.min(255, cel(luminance, 5) + 12);
      int scaled = toned(rgb, luminance, cel);
      int shade = luminance < 80 ? Colours.mix(scaled, 0x3A2C78, 0.22) : scaled;
      pixels[i] = Pixels.lerp(shade, 0x241B38, (line[i] * 220) >> 8);
    }
    PhotoFinish.bloom(pixels, width, height, 0.3);
  }

  /** The middle of the luminance's tone, with a narrow soft step to the next. */
  private static int cel(int luminance, int tones) {
    double scaled = luminance / 255.0 * tones;
    double whole = Math.floor(scaled);
    double part = scaled - whole;
    double eased = part < 0.42 ? 0 : part > 0.58 ? 1 : (part - 0.42) / 0.16;
    return (int) ((whole + eased) / tones * 255);
  }

  /** Graphite on paper: outlines and up to four layers of hatching. */
  static void sketch(int[] pixels, int[] figure, int width, int height, int offset) {
    int[] line = lines(pixels, figure, width, height, 1, 30, 4);
    int row = offset >> 9;
    double unit = Math.min(width, height) / 384.0;
    double pitch = 6.4 * unit;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        double tone = Colours.luminance(pixels[at]) / 255.0;
        double wobble = NoiseTile.CLOUDS.at(x * 2 + offset, y * 2 + row) / 255.0 * pitch * 1.6;
        double pressure = 0.55 + NoiseTile.CLOUDS.at(x * 4 + row, y * 4) / 255.0 * 0.6;
        double ink =
            hatch(x + y * 0.9 + wobble, pitch, 0.80 - tone)
                + hatch(x - y * 0.75 + wobble, pitch, 0.56 - tone)
                + hatch(y + x * 0.12 + wobble, pitch * 0.8, 0.36 - tone)
                + Math.max(0, 0.2 - tone) * 1.6;
        double drawn = Math.min(0.93, ink * pressure * 0.62 + line[at] / 255.0 * 0.85);
        double margin = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) / unit;
        double fading = Math.min(1, margin / 26);
        // Few greys, so that the file stays small.
        double level = Math.round(drawn * fading * 15) / 15.0;
        pixels[at] = Colours.mix(PAPER, 0x26242A, level);
      }
    }
  }

  /** A line of the hatching's pitch, thicker the darker; nothing where it is light. */
  private static double hatch(double across, double pitch, double darkness) {
    if (darkness <= 0) {
      return 0;
    }
    double phase = across / pitch - Math.floor(across / pitch);
    double distance = Math.abs(phase - 0.5) * 2;
    double thick = Math.min(0.75, 0.22 + darkness * 1.1);
    return Math.max(0, Math.min(1, (thick - distance) * 3.5));
  }

  /** Flat inks, halftone dots in the middle tones, black shadows and outlines, a panel's border. */
  static void comic(int[] pixels, int[] figure, int width, int height) {
    int[] line = lines(pixels, figure, width, height, 1, 52, 4);
    double unit = Math.min(width, height) / 384.0;
    double pitch = 6.2 * unit;
    int border = (int) Math.round(9 * unit);
    int frame = (int) Math.round(12 * unit);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int margin = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
        if (margin < frame) {
          pixels[at] = margin < border ? 0xFAF6EA : INK;
          continue;
        }
        int rgb = Colours.saturated(pixels[at], 1.45);
        int luminance = Math.max(1, Colours.luminance(rgb));
        int flat = toned(rgb, luminance, cel(luminance, 6) + 14);
        double u = (x + y) * 0.7071 / pitch;
        double v = (x - y) * 0.7071 / pitch;
        double du = u - Math.floor(u) - 0.5;
        double dv = v - Math.floor(v) - 0.5;
        double radius = Math.sqrt(Math.max(0, 0.62 - luminance / 255.0)) * 0.72;
        double dot =
            Math.max(0, Math.min(1, (radius - Math.sqrt(du * du + dv * dv)) * pitch + 0.5));
        int inked =
            Colours.mix(
                Colours.mix(flat, 0xFFF6DC, 0.12),
                Colours.darker(flat, 0.62),
                luminance > 165 ? 0 : dot * 0.8);
        if (luminance < 34) {
          inked = Colours.mix(inked, INK, 0.85);
        }
        pixels[at] = Pixels.lerp(inked, INK, line[at]);
      }
    }
  }

  /** The colour at another brightness. */
  private static int toned(int rgb, int from, int to) {
    return Colours.of(
        Colours.red(rgb) * to / from,
        Colours.green(rgb) * to / from,
        Colours.blue(rgb) * to / from);
  }
}
