package io.genai.sessions.pipeline.sample;

import java.awt.Shape;

/** Draws buildings in a box of 100 by 100 units. */
final class Buildings {
  private static final int LAMPLIGHT = 0xFFD88A;

  private Buildings() {}

  private static int glass(Palette palette) {
    return palette.brightness() < 0.55 ? LAMPLIGHT : Colours.darker(palette.skyTop(), 0.5);
  }

  static void cathedral(Brush brush, int variant) {
    Palette palette = brush.palette();
    int stone = palette.seen(variant == 2 ? 0x77746E : 0xA8A29A);
    int dim = Colours.darker(stone, 0.45);
    int window = glass(palette);
    for (int side = -1; side <= 1; side += 2) {
      brush.shade(
          Shapes.polygon(
              50 + side * 30, 62, 50 + side * 52, 70, 50 + side * 52, 100, 50 + side * 30, 100),
          Colours.darker(stone, 0.15),
          dim);
      for (int i = 0; i < 3; i++) {
        double x = 50 + side * (35 + i * 6.5);
        spire(brush, x, 68 + i * 2, 2.4, 12, dim);
        lancet(brush, x, 78, 1.8, 14, window);
      }
    }
    brush.shade(
        Shapes.polygon(30, 48, 50, 28, 70, 48, 70, 100, 30, 100),
        Colours.lighter(stone, 0.14),
        dim);
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 24;
      brush.shadeAcross(Shapes.box(x - 8.5, 28, 17, 72), Colours.lighter(stone, 0.2), dim);
      for (int i = -1; i <= 1; i += 2) {
        spire(brush, x + i * 7.6, 28, 2, 12, stone);
        brush.fill(Shapes.box(x + i * 7.6 - 1, 28, 2, 72), Colours.darker(stone, 0.25), 0.7);
      }
      spire(brush, x, 28, 7, 36, Colours.mix(stone, Colours.darker(palette.skyTop(), 0.4), 0.4));
      brush.line(0.5, dim, x, -8, x, -14);
      brush.line(0.5, dim, x - 1.8, -11.4, x + 1.8, -11.4);
      lancet(brush, x, 34, 3, 18, window);
      lancet(brush, x - 3, 60, 1.8, 14, window);
      lancet(brush, x + 3, 60, 1.8, 14, window);
      for (double y = 56; y < 90; y += 23) {
        brush.fill(Shapes.box(x - 8.5, y, 17, 1), Colours.lighter(stone, 0.3), 0.7);
      }
    }
    brush.glow(50, 54, 14, window, 0.45);
    brush.fill(Shapes.circle(50, 54, 8.4), dim);
    brush.fill(Shapes.circle(50, 54, 7.4), Colours.mix(window, palette.accent(), 0.35));
    for (int petal = 0; petal < 12; petal++) {
      double angle = petal * Math.PI / 6;
      brush.line(0.5, dim, 50, 54, 50 + Math.cos(angle) * 7.4, 54 + Math.sin(angle) * 7.4);
    }
    brush.draw(Shapes.circle(50, 54, 3.4), 0.6, dim, 1);
    for (int step = 0; step < 4; step++) {
      double s = step * 1.4;
      brush.fill(
          Shapes.smooth(41 + s, 101, 41 + s, 84 + s, 50, 70 + s * 1.4, 59 - s, 84 + s, 59 - s, 101),
          Colours.darker(stone, 0.25 + step * 0.2));
    }
  }

  private static void spire(
      Brush brush, double x, double foot, double half, double tall, int colour) {
    brush.fill(
        Shapes.polygon(x - half, foot, x, foot - tall, x, foot), Colours.lighter(colour, 0.2));
    brush.fill(
        Shapes.polygon(x, foot - tall, x + half, foot, x, foot), Colours.darker(colour, 0.35));
  }

  private static void lancet(
      Brush brush, double x, double top, double half, double tall, int colour) {
    brush.shade(
        Shapes.smooth(
            x,
            top,
            x + half,
            top + half * 1.8,
            x + half,
            top + tall,
            x - half,
            top + tall,
            x - half,
            top + half * 1.8),
        Colours.lighter(colour, 0.15),
        Colours.darker(colour, 0.3));
  }

  static void pagoda(Brush brush, int variant) {
    Palette palette = brush.palette();
    int roof = palette.seen(variant == 2 ? 0xB23A2E : variant == 1 ? 0x39506B : 0x4E4A46);
    int wood = palette.seen(0x8A3B2A);
    int wall = palette.seen(0xEADBC2);
    int stories = variant == 1 ? 3 : 5;
    double story = 76.0 / stories;
    brush.shade(
        Shapes.polygon(12, 101, 18, 95, 82, 95, 88, 101),
        palette.seen(0x9A968E),
        palette.seen(0x55524E));
    for (int i = 0; i < stories; i++) {
      double foot = 96 - i * story;
      double half = 30 - i * (18.0 / stories);
      double top = foot - story * 0.62;
      brush.shadeAcross(
          Shapes.box(50 - half * 0.72, top, half * 1.44, foot - top),
          wall,
          Colours.darker(wall, 0.4));
      int panels = 5;
      for (int p = 0; p <= panels; p++) {
        double x = 50 - half * 0.72 + half * 1.44 * p / panels;
        brush.fill(Shapes.box(x - 0.7, top, 1.4, foot - top), wood);
        if (p < panels && p % 2 == 0) {
          brush.fill(
              Shapes.box(x + 1.4, top + 2.4, half * 1.44 / panels - 2.8, foot - top - 4),
              glass(palette),
              0.85);
        }
      }
      brush.fill(Shapes.box(50 - half * 0.86, foot - 2.2, half * 1.72, 1.2), wood);
      double eave = half * 1.42;
      Shape tiles =
          Shapes.smooth(
              50 - eave,
              top - 1.5,
              50 - eave * 0.62,
              top - story * 0.16,
              50 - half * 0.46,
              top - story * 0.42,
              50 + half * 0.46,
              top - story * 0.42,
              50 + eave * 0.62,
              top - story * 0.16,
              50 + eave,
              top - 1.5,
              50 + eave * 0.6,
              top + 2.4,
              50,
              top + 3,
              50 - eave * 0.6,
              top + 2.4);
      brush.shade(tiles, Colours.lighter(roof, 0.28), Colours.darker(roof, 0.4));
      brush.draw(
          Shapes.thread(
              50 - eave,
              top - 1.5,
              50 - eave * 0.6,
              top + 2.2,
              50,
              top + 2.9,
              50 + eave * 0.6,
              top + 2.2,
              50 + eave,
              top - 1.5),
          0.8,
          Colours.lighter(wood, 0.15),
          1);
      for (int side = -1; side <= 1; side += 2) {
        brush.fill(
            Shapes.tapered(
                1.6,
                0.3,
                50 + side * eave * 0.94,
                top - 1,
                50 + side * eave * 1.03,
                top - 3,
                50 + side * eave * 1.06,
                top - 5.4),
            roof);
        brush.glow(50 + side * eave * 0.82, top + 5, 5, 0xFF9A3C, 0.7);
        brush.fill(Shapes.ellipse(50 + side * eave * 0.82, top + 5, 1.2, 1.6), 0xFFC468);
      }
    }
    double tip = 96 - stories * story;
    brush.line(0.9, palette.seen(0xC79A3E), 50, tip + 6, 50, tip - 14);
    for (int ring = 0; ring < 4; ring++) {
      brush.fill(
          Shapes.ellipse(50, tip - 2 - ring * 2.6, 2 - ring * 0.3, 0.6), palette.seen(0xDDB24E));
    }
  }

  static void skyscraper(Brush brush, int variant) {
    Palette palette = brush.palette();
    int body = palette.seen(variant == 3 ? 0x8B8A86 : variant == 2 ? 0xC2A878 : 0x5E86A8);
    int dim = Colours.darker(body, 0.5);
    int window = glass(palette);
    double[] blocks =
        variant == 3
            ? new double[] {22, 78, 52, 30, 66, 22, 36, 80, 34, 40, 60, 6}
            : variant == 2
                ? new double[] {24, 76, 62, 30, 70, 36, 36, 64, 14, 42, 58, -2}
                : new double[] {33, 67, 0};
    for (int i = 0; i < blocks.length; i += 3) {
      double left = blocks[i];
      double right = blocks[i + 1];
      double top = blocks[i + 2];
      double lean = variant <= 1 ? 6 : 0;
      double middle = left + (right - left) * 0.58;
      Shape front =
          Shapes.polygon(left, 101, left + lean, top + 5, middle + lean * 0.3, top, middle, 101);
      Shape flank =
          Shapes.polygon(middle, 101, middle + lean * 0.3, top, right - lean, top + 7, right, 101);
      brush.shade(front, Colours.mix(Colours.lighter(body, 0.3), palette.skyLow(), 0.35), body);
      brush.shade(flank, dim, Colours.darker(dim, 0.3));
      double rows = variant == 3 ? 5.4 : 3;
      for (double y = top + 8; y < 98; y += rows) {
        double t = (y - top) / (101 - top);
        double a = left + lean * (1 - t) + 1.4;
        double b = middle + lean * 0.3 * (1 - t) - 1.2;
        double c = right - lean * (1 - t) - 1.4;
        for (int w = 0; w < 6; w++) {
          double u = a + (b - a) * w / 6;
          boolean lit = brush.random().nextDouble() < 0.5;
          brush.fill(
              Shapes.box(u, y, (b - a) / 6 * 0.72, rows * 0.58),
              lit ? window : Colours.mix(dim, palette.skyTop(), 0.4),
              lit ? 0.9 : 0.55);
        }
        for (int w = 0; w < 4; w++) {
          double u = b + 2.2 + (c - b - 2) * w / 4;
          if (brush.random().nextDouble() < 0.45) {
            brush.fill(Shapes.box(u, y, (c - b) / 4 * 0.62, rows * 0.52), window, 0.6);
          }
        }
      }
    }
    if (variant <= 1) {
      brush.fade(Shapes.polygon(40, 6, 43, 5, 40, 96, 36, 98), 0xFFFFFF, 0.4, 0.05);
    }
    brush.line(0.9, dim, 50, 4, 50, -16);
    brush.glow(50, -16, 6, 0xFF3B3B, 0.9);
    brush.fill(Shapes.circle(50, -16, 0.9), 0xFFB0A0);
  }

  static void lighthouse(Brush brush, int variant, boolean lampLit) {
    Palette palette = brush.palette();
    int white = palette.seen(0xF3F0E8);
    int red = palette.seen(variant == 2 ? 0xC8312B : Colours.mix(0xB8443A, palette.accent(), 0.25));
    int rock = palette.seen(0x5D5A5E);
    if (lampLit) {
      for (int side = -1; side <= 1; side += 2) {
        for (int i = 0; i < 9; i++) {
          double spread = 1.2 + i * 1.2;
          brush.fill(
              Shapes.polygon(
                  50 + side * 3,
                  16 - 0.5,
                  50 + side * (30 + i * 13),
                  16 - spread * 2.4,
                  50 + side * (30 + i * 13),
                  16 + spread * 1.6,
                  50 + side * 3,
                  16.5),
              0xFFF2BE,
              0.07);
        }
      }
    }
    brush.shade(
        Shapes.polygon(-14, 112, 2, 96, 22, 88, 40, 86, 66, 87, 84, 93, 104, 104, 112, 112),
        Colours.lighter(rock, 0.25),
        Colours.darker(rock, 0.5));
    brush.fill(Shapes.polygon(8, 98, 26, 89, 38, 92, 24, 104), Colours.lighter(rock, 0.35), 0.5);
    brush.fill(Shapes.polygon(62, 89, 80, 94, 74, 106, 60, 98), Colours.darker(rock, 0.5), 0.5);
    for (int band = 0; band < 6; band++) {
      double top = 26 + band * 10.4;
      double bottom = top + 10.5;
      double a = 8 + (top - 26) * 0.085;
      double b = 8 + (bottom - 26) * 0.085;
      int colour = band % 2 == 0 ? red : white;
      brush.shadeAcross(
          Shapes.polygon(50 - a, top, 50 + a, top, 50 + b, bottom, 50 - b, bottom),
          Colours.lighter(colour, 0.22),
          Colours.darker(colour, 0.5));
    }
    for (int i = 0; i < 3; i++) {
      brush.fill(
          Shapes.smooth(
              48.4,
              35 + i * 20,
              50,
              33 + i * 20,
              51.6,
              35 + i * 20,
              51.6,
              39 + i * 20,
              48.4,
              39 + i * 20),
          glass(palette));
    }
    brush.shade(Shapes.box(38.5, 23, 23, 3), Colours.lighter(red, 0.1), Colours.darker(red, 0.5));
    brush.fill(
        Shapes.box(43, 9, 14, 14), Colours.mix(0xFFE9A8, palette.skyLow(), lampLit ? 0.1 : 0.5));
    brush.glow(50, 16, 26, 0xFFEFB0, 0.9);
    brush.fill(Shapes.circle(50, 16, 3.6), 0xFFFDEB);
    for (double x = 43; x <= 57; x += 3.5) {
      brush.line(0.5, Colours.darker(red, 0.6), x, 9, x, 23);
    }
    brush.shadeAcross(
        Shapes.smooth(41.5, 9.5, 46, 3, 50, -1, 54, 3, 58.5, 9.5),
        Colours.lighter(red, 0.2),
        Colours.darker(red, 0.5));
    brush.line(0.6, Colours.darker(red, 0.5), 50, -1, 50, -6);
    brush.shadeAcross(
        Shapes.polygon(64, 87, 64, 77, 72, 71, 80, 77, 80, 90), white, Colours.darker(white, 0.4));
    brush.fill(Shapes.polygon(62, 78, 72, 69.5, 82, 78, 72, 74), red);
  }
}
