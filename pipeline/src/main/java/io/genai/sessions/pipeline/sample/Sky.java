package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** The farthest layer: a graded sky, its clouds or stars, the sun or the moon. */
final class Sky {
  private Sky() {}

  /** Fills the whole picture; what is below the horizon is painted over later. */
  static void paint(
      BufferedImage image,
      Scene scene,
      Palette palette,
      Composition composition,
      RandomGenerator random) {
    boolean open =
        switch (scene.setting()) {
          case INTERIOR, UNDERWATER, STUDIO -> false;
          case CITY, FOREST, SPACE, MOUNTAINS, DESERT, CASTLE, OTHER -> true;
        };
    boolean space = scene.setting() == Setting.SPACE;
    gradient(image, palette, composition, space);
    try (Brush brush = new Brush(image, palette, random)) {
      if (space || (open && scene.lighting() == Lighting.MOONLIGHT)) {
        stars(brush, composition, space ? 150 : 60);
      }
      if (open && !space) {
        clouds(image, palette, composition, random);
        disc(brush, scene, composition);
      }
    }
  }

  private static void gradient(
      BufferedImage image, Palette palette, Composition composition, boolean space) {
    int[] pixels = Pixels.of(image);
    int width = image.getWidth();
    double unit = Math.min(width, image.getHeight()) / Brush.UNITS;
    for (int y = 0; y < image.getHeight(); y++) {
      double down =
          Math.min(1, y / (unit * (space ? composition.height() : composition.horizon())));
      int row = Colours.mix(palette.skyTop(), palette.skyLow(), Math.pow(down, 1.35));
      java.util.Arrays.fill(pixels, y * width, (y + 1) * width, row);
    }
  }

  /** Banks of cloud: bright above, of the air's colour below, fewer towards the horizon. */
  private static void clouds(
      BufferedImage image, Palette palette, Composition composition, RandomGenerator random) {
    int[] pixels = Pixels.of(image);
    int width = image.getWidth();
    double unit = Math.min(width, image.getHeight()) / Brush.UNITS;
    int bottom = (int) Math.min(image.getHeight(), composition.horizon() * unit);
    int shiftX = random.nextInt(NoiseTile.SIZE);
    int shiftY = random.nextInt(NoiseTile.SIZE);
    double cover = 118 + random.nextDouble() * 40;
    double step = 3.84 / unit;
    int bright = Colours.mix(palette.light(), palette.skyLow(), 0.35);
    int shaded = Colours.mix(palette.skyTop(), palette.skyLow(), 0.55);
    for (int y = 0; y < bottom; y++) {
      double far = (double) y / bottom;
      int v = (int) (y * step * (1.3 + far)) + shiftY;
      double thinning = 0.75 * (1 - far * far * 0.8);
      for (int x = 0; x < width; x++) {
        int u = (int) (x * step * 0.75) + shiftX;
        double density = (NoiseTile.CLOUDS.at(u, v) - cover) / 60;
        if (density > 0) {
          double thick = Math.min(1, density);
          int above = NoiseTile.CLOUDS.at(u, v - 9);
          int colour = Colours.mix(bright, shaded, Math.max(0, Math.min(1, (above - cover) / 60)));
          int at = y * width + x;
          pixels[at] =
              Colours.mix(
                  pixels[at] & 0xFFFFFF, colour, thick * thick * (3 - 2 * thick) * thinning);
        }
      }
    }
  }

  private static void stars(Brush brush, Composition composition, int count) {
    for (int i = 0; i < count; i++) {
      double x = brush.between(0, composition.width());
      double y = brush.between(0, composition.height());
      double size = 0.12 + Math.pow(brush.random().nextDouble(), 6) * 0.6;
      int colour = Colours.mix(0xFFFFFF, brush.random().nextBoolean() ? 0xBBD2FF : 0xFFE2C4, 0.6);
      if (size > 0.42) {
        brush.glow(x, y, size * 5, colour, 0.5);
      }
      brush.fill(Shapes.circle(x, y, size), colour, brush.between(0.45, 1));
    }
  }

  private static void disc(Brush brush, Scene scene, Composition at) {
    int light = brush.palette().light();
    switch (scene.lighting()) {
      case MOONLIGHT -> moon(brush, at);
      case GOLDEN_HOUR -> {
        brush.glow(at.lightX(), at.lightY(), 55, light, 0.75);
        brush.fill(Shapes.circle(at.lightX(), at.lightY(), 8), 0xFFF3CF);
      }
      case NATURAL, VOLUMETRIC -> {
        brush.glow(at.lightX(), at.lightY(), 34, light, 0.8);
        brush.fill(Shapes.circle(at.lightX(), at.lightY(), 3.4), 0xFFFDF4);
      }
      case CINEMATIC, DRAMATIC -> brush.glow(at.lightX(), at.horizon(), 62, light, 0.6);
      case NEON -> brush.glow(at.lightX(), at.horizon(), 58, 0xFF3FB4, 0.45);
      case SOFT, STUDIO, UNSPECIFIED -> brush.glow(at.lightX(), at.lightY(), 45, light, 0.4);
    }
  }

  private static void moon(Brush brush, Composition at) {
    brush.glow(at.lightX(), at.lightY(), 38, 0xA9C6FF, 0.5);
    brush.shade(Shapes.circle(at.lightX(), at.lightY(), 8.5), 0xFBFDFF, 0xC8D6EE);
    double[] craters = {-3, -2, 2, 2.4, 2.5, 1.4, -1.4, 4, 1.1, 4, -3.4, 1.2};
    for (int i = 0; i < craters.length; i += 3) {
      brush.fill(
          Shapes.circle(at.lightX() + craters[i], at.lightY() + craters[i + 1], craters[i + 2]),
          0xAFBFDC,
          0.55);
    }
  }
}
