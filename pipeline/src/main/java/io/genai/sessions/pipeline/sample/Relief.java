package io.genai.sessions.pipeline.sample;

/**
 * Turns a flat figure into a body: its edges towards the light are lit, those away from it shaded,
 * as if its outline were inflated.
 */
final class Relief {
  private static final int SWELL = 7;

  private Relief() {}

  /** How the light models a body. */
  private record Modelling(double form, double rim, int light, int fill) {
    static Modelling of(Scene scene, Palette palette) {
      boolean rendered = scene.style() == ArtStyle.RENDER_3D;
      double extra = rendered ? 0.75 : 0;
      return switch (scene.lighting()) {
        case NEON -> new Modelling(0.75 + extra, 1.1, 0xFF4FC4, 0x21D9F2);
        case DRAMATIC -> new Modelling(1.15 + extra, 1.1, palette.light(), 0x05060C);
        case GOLDEN_HOUR -> new Modelling(0.8 + extra, 1.0, 0xFFC870, 0x2A2450);
        case MOONLIGHT -> new Modelling(0.75 + extra, 0.95, 0xCFE2FF, 0x060A1E);
        case CINEMATIC -> new Modelling(0.8 + extra, 0.8, palette.light(), 0x0C2A38);
        case VOLUMETRIC -> new Modelling(0.7 + extra, 0.7, palette.light(), 0x101820);
        case SOFT -> new Modelling(0.35 + extra, 0.25, palette.light(), 0x3A3440);
        case STUDIO -> new Modelling(0.6 + extra, 0.6, 0xFFFFFF, 0x14161C);
        case NATURAL, UNSPECIFIED -> new Modelling(0.55 + extra, 0.45, palette.light(), 0x14182A);
      };
    }
  }

  /**
   * Lays the figure over the picture.
   *
   * @param figure premultiplied ARGB, as large as the picture
   */
  static void compose(
      int[] picture,
      int[] figure,
      int width,
      int height,
      Scene scene,
      Palette palette,
      boolean litFromLeft) {
    Modelling modelling = Modelling.of(scene, palette);
    int[] mask = new int[figure.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (figure[i] >>> 24) * 0x010101;
    }
    int square = Math.max(2, Math.min(width, height) * SWELL / 384);
    int[] swollen = Pixels.blurred(mask, width, height, square);
    int step = Math.max(1, square / 2);
    int edge = Math.max(1, Math.min(width, height) / 140);
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - step) * width;
      int below = Math.min(height - 1, y + step) * width;
      int rimRow = Math.max(0, y - edge) * width;
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int argb = figure[at];
        int alpha = argb >>> 24;
        if (alpha == 0) {
          continue;
        }
        int colour = argb & 0xFFFFFF;
        if (alpha > 235) {
          int left = Math.max(0, x - step);
          int right = Math.min(width - 1, x + step);
          int slopeX = (swollen[y * width + right] & 255) - (swollen[y * width + left] & 255);
          int slopeY = (swollen[below + x] & 255) - (swollen[above + x] & 255);
          double facing = ((litFromLeft ? slopeX : -slopeX) * 0.8 + slopeY * 0.6) / 140.0;
          int rimX = Math.max(0, Math.min(width - 1, litFromLeft ? x - edge : x + edge));
          double rim = (255 - (mask[rimRow + rimX] & 255)) / 255.0 * modelling.rim();
          colour = lit(colour, facing * modelling.form(), rim, modelling);
        }
        int rest = 255 - alpha;
        int under = picture[at];
        picture[at] =
            Colours.of(
                Colours.red(colour) + Colours.red(under) * rest / 255,
                Colours.green(colour) + Colours.green(under) * rest / 255,
                Colours.blue(colour) + Colours.blue(under) * rest / 255);
      }
    }
  }

  private static int lit(int colour, double facing, double rim, Modelling modelling) {
    int result = colour;
    if (facing > 0) {
      result =
          Pixels.lerp(
              result,
              Pixels.screen(result, modelling.light()),
              (int) (Math.min(0.8, facing * 0.75) * 256));
    } else {
      result = Pixels.lerp(result, modelling.fill(), (int) (Math.min(0.62, -facing * 0.7) * 256));
    }
    return rim > 0.02
        ? Pixels.lerp(
            result, Pixels.screen(result, modelling.light()), (int) (Math.min(1, rim) * 230))
        : result;
  }
}
