package io.genai.sessions.pipeline.sample;

import java.awt.Shape;

/** Draws land and water over the whole picture. */
final class Landscapes {
  private Landscapes() {}

  static void valley(Brush brush, Composition at) {
    Palette palette = brush.palette();
    double w = at.width();
    double x = at.focusX();
    int grass = Colours.mix(palette.land(), palette.seen(0x62A83A), 0.68);
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < 4; i++) {
        double near = i / 3.0;
        double base = at.horizon() + 2 + near * near * 26;
        int tone = palette.hazy(Colours.darker(grass, near * 0.28), 0.5 - near * 0.48);
        double edge = x + side * (3 + near * 16);
        double outer = side < 0 ? -25 : w + 25;
        brush.shade(
            Shapes.smooth(
                edge,
                base + 3,
                edge + (outer - edge) * 0.35,
                base - 8 + near * 2,
                edge + (outer - edge) * 0.75,
                base - 17 + near * 5,
                outer,
                base - 15,
                outer,
                at.height() + 25,
                edge + (outer - edge) * 0.3,
                at.height() + 25),
            Colours.mix(tone, palette.light(), 0.35),
            Colours.darker(tone, 0.3));
        for (int t = 0; t < 6; t++) {
          double u = edge + (outer - edge) * brush.between(0.3, 0.95);
          WildBackdrops.pine(
              brush,
              u,
              base - 5 + brush.between(0, 5) + near * 5,
              3 + near * 10,
              Colours.darker(tone, 0.45));
        }
      }
    }
    int water = Colours.mix(palette.skyLow(), palette.skyTop(), 0.35);
    brush.shade(
        Shapes.smooth(
            x - 0.8,
            at.horizon() + 3,
            x + 0.8,
            at.horizon() + 3,
            x + 7,
            at.horizon() + 8,
            x - 3,
            at.horizon() + 14,
            x + 10,
            at.horizon() + 21,
            x + 36,
            at.height() + 10,
            x - 22,
            at.height() + 10,
            x - 8,
            at.horizon() + 22,
            x - 11,
            at.horizon() + 14,
            x + 2,
            at.horizon() + 8),
        Colours.lighter(water, 0.45),
        water);
    for (int i = 0; i < 9; i++) {
      double y = at.horizon() + 10 + i * 3.4;
      brush.draw(
          Shapes.thread(x - 3 - i, y, x + i * 1.4, y - 0.4, x + 4 + i * 1.6, y),
          0.35,
          0xFFFFFF,
          0.35);
    }
    WildBackdrops.grass(brush, at.height() + 1, Colours.darker(grass, 0.45), 70, 6);
  }

  static void waterfall(Brush brush, Composition at) {
    Palette palette = brush.palette();
    double w = at.width();
    double x = at.focusX();
    int rock = Colours.mix(palette.seen(0x5F6468), palette.land(), 0.35);
    int moss = Colours.mix(palette.land(), palette.seen(0x4F8A3E), 0.5);
    double top = at.height() * 0.2;
    double pool = at.height() * 0.78;
    for (int side = -1; side <= 1; side += 2) {
      double outer = side < 0 ? -6 : w + 6;
      for (int i = 0; i < 3; i++) {
        double edge = x + side * (8 + i * 9);
        double cliff = top - 4 + i * 9;
        Shape face =
            Shapes.polygon(
                edge,
                cliff + 2,
                edge + side * 7,
                cliff - 4,
                edge + (outer - edge) * 0.55,
                cliff - 8 + i * 3,
                outer,
                cliff - 10,
                outer,
                at.height() + 2,
                edge - side * 3,
                pool + i * 5,
                edge + side * 2,
                pool - 20,
                edge - side * 2,
                pool - 36);
        int tone = palette.hazy(Colours.darker(rock, i * 0.2), 0.32 - i * 0.15);
        brush.shade(face, Colours.mix(tone, palette.light(), 0.3), Colours.darker(tone, 0.5));
        for (int c = 0; c < 7; c++) {
          double u = edge + (outer - edge) * brush.between(0.05, 0.7);
          double v = cliff + brush.between(6, 40);
          brush.fill(
              Shapes.polygon(u, v, u + 2.4, v + 2, u + 1.6, v + brush.between(8, 18), u - 1, v + 7),
              side < 0 ? Colours.darker(tone, 0.45) : Colours.lighter(tone, 0.14),
              0.5);
        }
        for (int m = 0; m < 9; m++) {
          double u = edge + (outer - edge) * m / 9.0;
          brush.fill(
              Shapes.ellipse(u, cliff - 5 + i * 2 + brush.between(-1, 3), 5, 2.6),
              palette.hazy(
                  Colours.mix(moss, palette.light(), brush.between(0, 0.3)), 0.2 - i * 0.08));
        }
      }
    }
    brush.shade(
        Shapes.polygon(x - 8, top, x + 8, top, x + 10, pool + 3, x - 10, pool + 3),
        Colours.mix(0xFFFFFF, palette.skyLow(), 0.25),
        Colours.mix(0xDCEFF5, palette.skyTop(), 0.2));
    for (int i = 0; i < 34; i++) {
      double u = brush.between(-8.5, 8.5);
      double y = brush.between(top, pool - 8);
      brush.fade(
          Shapes.box(x + u, y, brush.between(0.3, 1.1), brush.between(8, 26)),
          i % 3 == 0 ? Colours.mix(palette.skyTop(), 0x3A7A98, 0.5) : 0xFFFFFF,
          0.55,
          0.05);
    }
    int water = Colours.mix(palette.skyTop(), palette.seen(0x2E8C9A), 0.55);
    brush.shade(
        Shapes.smooth(
            -20,
            pool + 6,
            x - 20,
            pool,
            x,
            pool - 1.5,
            x + 20,
            pool,
            w + 20,
            pool + 6,
            w + 20,
            at.height() + 20,
            -20,
            at.height() + 20),
        Colours.lighter(water, 0.4),
        Colours.darker(water, 0.3));
    for (int i = 0; i < 7; i++) {
      brush.draw(
          Shapes.ellipse(x, pool + 3 + i * 2.2, 14 + i * 7, 1.2 + i * 0.9),
          0.4,
          0xFFFFFF,
          0.42 - i * 0.05);
    }
    for (int i = 0; i < 14; i++) {
      brush.glow(
          x + brush.between(-14, 14),
          pool + brush.between(-5, 2),
          brush.between(4, 9),
          0xFFFFFF,
          0.34);
    }
    for (int i = 0; i < 5; i++) {
      double u = brush.between(0, w);
      brush.shade(
          Shapes.smooth(
              u - 8,
              at.height() + 3,
              u - 5,
              at.height() - 4,
              u,
              at.height() - 6,
              u + 6,
              at.height() - 3,
              u + 8,
              at.height() + 3),
          Colours.lighter(rock, 0.1),
          Colours.darker(rock, 0.6));
    }
  }

  static void floatingIsland(Brush brush, Composition at, int variant) {
    double x = at.focusX();
    double y = at.height() * 0.5;
    double s = Math.min(at.width(), at.height()) / 100;
    island(brush, x + (at.litFromLeft() ? 31 : -31), y - 21, 9 * s, true);
    island(brush, x + (at.litFromLeft() ? -35 : 35), y + 13, 11 * s, true);
    island(brush, x, y + 4, 30 * s, false);
    if (variant != 0) {
      island(brush, x + (at.litFromLeft() ? 30 : -30), y + 26, 7 * s, true);
    }
  }

  private static void island(Brush brush, double x, double y, double half, boolean far) {
    Palette palette = brush.palette();
    double haze = far ? 0.4 : 0.05;
    int rock = palette.hazy(palette.seen(0x7D6A5C), haze);
    int grass = palette.hazy(Colours.mix(palette.seen(0x6BB04A), palette.land(), 0.3), haze);
    brush.shade(
        Shapes.polygon(
            x - half,
            y,
            x - half * 0.7,
            y + half * 0.34,
            x - half * 0.5,
            y + half * 0.62,
            x - half * 0.26,
            y + half * 0.8,
            x - half * 0.08,
            y + half * 1.3,
            x + half * 0.14,
            y + half * 0.95,
            x + half * 0.36,
            y + half * 0.72,
            x + half * 0.6,
            y + half * 0.4,
            x + half,
            y),
        Colours.lighter(rock, 0.15),
        Colours.darker(rock, 0.55));
    brush.fill(
        Shapes.polygon(
            x - half * 0.5,
            y + half * 0.1,
            x - half * 0.2,
            y + half * 0.2,
            x - half * 0.1,
            y + half * 1.1,
            x - half * 0.34,
            y + half * 0.66),
        Colours.lighter(rock, 0.3),
        0.5);
    brush.fill(
        Shapes.polygon(
            x + half * 0.2,
            y + half * 0.1,
            x + half * 0.8,
            y + half * 0.1,
            x + half * 0.44,
            y + half * 0.6,
            x + half * 0.14,
            y + half * 0.9),
        Colours.darker(rock, 0.5),
        0.5);
    brush.shade(
        Shapes.smooth(
            x - half * 1.06,
            y + half * 0.04,
            x - half * 0.6,
            y - half * 0.13,
            x,
            y - half * 0.2,
            x + half * 0.6,
            y - half * 0.12,
            x + half * 1.06,
            y + half * 0.04,
            x + half * 0.5,
            y + half * 0.16,
            x,
            y + half * 0.13,
            x - half * 0.5,
            y + half * 0.18),
        Colours.mix(grass, palette.light(), 0.35),
        Colours.darker(grass, 0.25));
    int bark = palette.hazy(palette.seen(0x5A3E2C), haze);
    double tall = half * (far ? 0.6 : 0.9);
    brush.fill(
        Shapes.tapered(
            half * 0.16,
            half * 0.05,
            x,
            y - half * 0.08,
            x + half * 0.04,
            y - tall * 0.5,
            x - half * 0.04,
            y - tall),
        bark);
    brush.fill(
        Shapes.tapered(
            half * 0.08,
            half * 0.02,
            x + half * 0.03,
            y - tall * 0.5,
            x + half * 0.24,
            y - tall * 0.8,
            x + half * 0.3,
            y - tall),
        bark);
    int leaves = palette.hazy(Colours.mix(palette.accent(), palette.seen(0x4E9A4A), 0.45), haze);
    for (int i = 0; i < (far ? 6 : 18); i++) {
      double angle = i * 2.4;
      double reach = Math.sqrt(i / 18.0) * half * 0.48;
      double u = x + Math.cos(angle) * reach * 1.25;
      double v = y - tall * 1.12 + Math.sin(angle) * reach * 0.72;
      double lit = 0.35 - (v - (y - tall * 1.5)) / tall * 0.5;
      brush.fill(
          Shapes.circle(u, v, half * brush.between(0.15, 0.22)),
          lit > 0 ? Colours.mix(leaves, palette.light(), lit) : Colours.darker(leaves, -lit));
    }
    if (!far) {
      brush.fade(
          Shapes.polygon(
              x + half * 0.52,
              y,
              x + half * 0.62,
              y,
              x + half * 0.66,
              y + half * 1.5,
              x + half * 0.46,
              y + half * 1.5),
          0xFFFFFF,
          0.85,
          0);
    }
  }

  static void lake(Brush brush, Composition at, int variant) {
    Palette palette = brush.palette();
    double w = at.width();
    double shore = at.height() * 0.55;
    int forest = palette.hazy(Colours.darker(palette.land(), 0.25), 0.3);
    int water = Colours.mix(palette.skyLow(), palette.skyTop(), 0.45);
    brush.shade(
        Shapes.box(-1, shore, w + 2, at.height() - shore + 2),
        Colours.mix(water, palette.skyLow(), 0.6),
        Colours.darker(water, 0.25));
    brush.glow(at.lightX(), shore + 12, 26, palette.light(), 0.55);
    for (int i = 0; i < 46; i++) {
      double x = brush.between(-2, w + 2);
      double tall = brush.between(7, 17) * (0.55 + 0.45 * Math.abs(x / w - 0.5) * 2);
      int tone = Colours.mix(forest, Colours.darker(forest, 0.35), brush.random().nextDouble());
      brush.fade(
          Shapes.polygon(x - tall * 0.22, shore, x + tall * 0.22, shore, x, shore + tall * 1.1),
          tone,
          0.6,
          0.1);
      WildBackdrops.pine(brush, x, shore + 0.6, tall, tone);
    }
    brush.fill(Shapes.box(-1, shore - 0.5, w + 2, 1.2), Colours.darker(forest, 0.4));
    for (int i = 0; i < 26; i++) {
      double depth = Math.pow(brush.random().nextDouble(), 1.5);
      double y = shore + 2 + depth * (at.height() - shore);
      double x =
          brush.random().nextDouble() < 0.6
              ? at.lightX() + brush.between(-9, 9) * (1 + depth)
              : brush.between(0, w);
      double wide = 2 + depth * 9;
      brush.fill(
          Shapes.ellipse(x, y, wide, 0.22 + depth * 0.35),
          Colours.lighter(palette.light(), 0.2),
          0.5);
    }
    if (variant == 3) {
      int plank = palette.seen(0x7A5738);
      double x = at.focusX();
      brush.shade(
          Shapes.polygon(
              x - 2, shore + 9, x + 3, shore + 9, x + 15, at.height() + 1, x - 19, at.height() + 1),
          Colours.lighter(plank, 0.25),
          Colours.darker(plank, 0.4));
      for (int i = 0; i < 9; i++) {
        double t = Math.pow(i / 9.0, 1.5);
        double y = shore + 9 + t * (at.height() - shore - 9);
        brush.line(0.3 + t * 0.5, Colours.darker(plank, 0.6), x - 2 - t * 17, y, x + 3 + t * 12, y);
      }
      brush.fill(Shapes.box(x - 4, shore + 5, 1.6, 9), Colours.darker(plank, 0.4));
      brush.fill(Shapes.box(x + 4, shore + 5, 1.6, 9), Colours.darker(plank, 0.4));
    } else {
      WildBackdrops.grass(brush, at.height() + 1, Colours.darker(palette.land(), 0.55), 46, 15);
    }
  }
}
