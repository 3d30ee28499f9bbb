package io.genai.sessions.pipeline.sample;

import java.util.List;

/** City and castle. */
final class UrbanBackdrops {
  private static final List<Integer> SIGNS = List.of(0xFF2FA8, 0x19E3FF, 0xFFD02F, 0x9B5BFF);

  private UrbanBackdrops() {}

  static void city(Brush brush, Scene scene, Composition at) {
    Palette palette = brush.palette();
    boolean lit = palette.brightness() < 0.55;
    boolean neon = scene.lighting() == Lighting.NEON;
    double street = at.horizon() + 10;
    for (int layer = 0; layer < 3; layer++) {
      double near = layer / 2.0;
      int wall =
          palette.hazy(Colours.darker(palette.land(), 0.15 + near * 0.3), 0.68 - near * 0.56);
      double x = brush.between(-8, 0);
      while (x < at.width()) {
        double wide = brush.between(5, 9) + near * 6;
        double aside = Math.abs(x + wide / 2 - at.focusX()) / at.width();
        double tall = (26 - near * 14) + aside * (34 + near * 58) * brush.between(0.55, 1);
        building(brush, x, street, wide, tall, wall, lit ? 0.75 - near * 0.1 : 0.2);
        if (neon && layer > 0 && brush.random().nextDouble() < 0.75) {
          sign(brush, x + wide * 0.75, street - tall * brush.between(0.4, 0.8), 0.8 + near * 0.9);
        }
        x += wide + brush.between(-0.3, 1.5);
      }
      brush.fade(
          Shapes.box(0, street - 26, at.width(), 26),
          Colours.mix(palette.skyLow(), palette.light(), 0.3),
          0,
          0.34 - near * 0.12);
    }
    street(brush, at, street, neon || lit);
  }

  private static void building(
      Brush brush, double x, double foot, double wide, double tall, int wall, double lit) {
    double top = foot - tall;
    brush.shadeAcross(
        Shapes.box(x, top, wide, tall), Colours.lighter(wall, 0.07), Colours.darker(wall, 0.22));
    switch (brush.random().nextInt(4)) {
      case 0 -> brush.fill(Shapes.box(x + wide * 0.2, top - 2.5, wide * 0.5, 2.6), wall);
      case 1 -> {
        brush.fill(Shapes.polygon(x, top + 0.1, x + wide / 2, top - 4, x + wide, top + 0.1), wall);
        brush.line(0.3, wall, x + wide / 2, top - 9, x + wide / 2, top - 3);
      }
      case 2 -> brush.line(0.35, wall, x + wide * 0.3, top - 6, x + wide * 0.3, top);
      default -> {}
    }
    double size = Math.max(0.9, wide / 8);
    int warm = Colours.mix(0xFFD98A, brush.palette().light(), 0.4);
    for (double y = top + size; y < foot - 5; y += size * 1.75) {
      for (double u = x + size * 0.7; u < x + wide - size; u += size * 1.5) {
        if (brush.random().nextDouble() < lit * 0.55) {
          brush.fill(Shapes.box(u, y, size * 0.75, size), warm, brush.between(0.35, 0.95));
        } else {
          brush.fill(Shapes.box(u, y, size * 0.75, size), Colours.darker(wall, 0.35), 0.5);
        }
      }
    }
  }

  private static void sign(Brush brush, double x, double y, double size) {
    int colour = Draws.one(SIGNS, brush.random());
    double tall = size * brush.between(5, 9);
    brush.glow(x, y + tall / 2, tall * 1.25, colour, 0.6);
    brush.fill(Shapes.box(x - size * 0.9, y, size * 1.8, tall), Colours.darker(colour, 0.7));
    for (double v = y + size * 0.5; v < y + tall - size; v += size * 1.5) {
      brush.fill(Shapes.box(x - size * 0.5, v, size, size * 0.9), Colours.lighter(colour, 0.35));
    }
  }

  /** A road to the vanishing point; wet and shining when lamps are lit. */
  private static void street(Brush brush, Composition at, double top, boolean wet) {
    Palette palette = brush.palette();
    int asphalt = Colours.mix(Colours.darker(palette.land(), 0.3), palette.skyLow(), 0.18);
    brush.shade(
        Shapes.box(-1, top - 0.5, at.width() + 2, at.height() - top + 2),
        Colours.mix(asphalt, palette.skyLow(), 0.4),
        Colours.darker(asphalt, 0.35));
    double x = at.focusX();
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(
          Shapes.polygon(
              x + side * 14,
              top,
              x + side * 60,
              at.height() + 1,
              x + side * 90,
              at.height() + 1,
              x + side * 17,
              top),
          Colours.lighter(asphalt, 0.12),
          0.6);
    }
    for (double depth = 0.06; depth < 1; depth *= 1.7) {
      double y = top + (at.height() - top) * depth;
      double tall = (at.height() - top) * depth * 0.28;
      brush.fill(
          Shapes.polygon(
              x - depth * 1.2,
              y,
              x + depth * 1.2,
              y,
              x + depth * 1.6,
              y + tall,
              x - depth * 1.6,
              y + tall),
          palette.light(),
          0.4);
    }
    if (wet) {
      for (int i = 0; i < 26; i++) {
        double u = brush.between(0, at.width());
        int colour = i % 2 == 0 ? palette.light() : Draws.one(SIGNS, brush.random());
        double y = brush.between(top, at.height() - 4);
        brush.fade(
            Shapes.ellipse(u, y + 4, brush.between(0.4, 1.6), brush.between(3, 9)),
            Colours.mix(colour, palette.skyLow(), 0.3),
            0.42,
            0.02);
      }
    }
  }

  static void castle(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int far = palette.hazy(Colours.darker(palette.land(), 0.1), 0.7);
    brush.shade(
        Shapes.ridge(at.width(), at.height(), at.horizon() - 2, 14, 0.5, brush.random()),
        far,
        palette.hazy(far, 0.4));
    double x = at.litFromLeft() ? at.width() * 0.68 : at.width() * 0.32;
    int hill = palette.hazy(Colours.darker(palette.land(), 0.2), 0.35);
    brush.shade(
        Shapes.smooth(
            x - 62,
            at.horizon() + 18,
            x - 30,
            at.horizon() + 2,
            x - 12,
            at.horizon() - 8,
            x + 12,
            at.horizon() - 8,
            x + 30,
            at.horizon() + 3,
            x + 62,
            at.horizon() + 18,
            x,
            at.horizon() + 30),
        Colours.mix(hill, palette.light(), 0.2),
        hill);
    int stone =
        palette.hazy(Colours.mix(Colours.darker(palette.land(), 0.25), 0x8D8794, 0.55), 0.32);
    double[] towers = {
      -24, 15, 6, -15, 24, 5, -7, 33, 7, 3, 42, 8, 12, 28, 6, 20, 18, 6, -1, 20, 20
    };
    for (int i = 0; i < towers.length; i += 3) {
      tower(
          brush,
          x + towers[i],
          at.horizon() - 1,
          towers[i + 1],
          towers[i + 2] * 0.9,
          stone,
          at.litFromLeft());
    }
    brush.shade(Shapes.box(x - 26, at.horizon() - 12, 50, 13), stone, Colours.darker(stone, 0.25));
    for (double u = x - 26; u < x + 24; u += 2.4) {
      brush.fill(Shapes.box(u, at.horizon() - 13.4, 1.3, 1.6), stone);
    }
    brush.fill(
        Shapes.smooth(
            x - 3,
            at.horizon() + 2,
            x - 3,
            at.horizon() - 6,
            x,
            at.horizon() - 9,
            x + 3,
            at.horizon() - 6,
            x + 3,
            at.horizon() + 2),
        Colours.darker(stone, 0.7));
    brush.fade(Shapes.box(0, at.horizon() - 14, at.width(), 22), palette.skyLow(), 0, 0.5);
    int slope = Colours.darker(palette.land(), 0.2);
    brush.shade(
        Shapes.ridge(at.width(), at.height() + 2, at.horizon() + 12, 6, 0.4, brush.random()),
        Colours.mix(slope, palette.light(), 0.14),
        Colours.darker(slope, 0.45));
    brush.fade(
        Shapes.smooth(
            x - 2,
            at.horizon() + 8,
            x + 2,
            at.horizon() + 8,
            at.focusX() + 4,
            at.horizon() + 18,
            at.focusX() + 26,
            at.height() + 8,
            at.focusX() - 26,
            at.height() + 8,
            at.focusX() - 5,
            at.horizon() + 18),
        Colours.mix(slope, palette.light(), 0.45),
        0.75,
        0.35);
    WildBackdrops.grass(brush, at.height() + 1, Colours.darker(slope, 0.4), 60, 5);
  }

  private static void tower(
      Brush brush,
      double x,
      double foot,
      double tall,
      double wide,
      int stone,
      boolean litFromLeft) {
    int lit = Colours.mix(stone, brush.palette().light(), 0.25);
    int dim = Colours.darker(stone, 0.35);
    double top = foot - tall;
    brush.shadeAcross(
        Shapes.box(x - wide / 2, top, wide, tall),
        litFromLeft ? lit : dim,
        litFromLeft ? dim : lit);
    brush.fill(Shapes.box(x - wide * 0.6, top, wide * 1.2, 1.4), lit);
    if (wide < 15) {
      int roof = Colours.mix(Colours.darker(brush.palette().accent(), 0.35), stone, 0.35);
      brush.shadeAcross(
          Shapes.polygon(x - wide * 0.66, top, x, top - wide * 1.7, x + wide * 0.66, top),
          litFromLeft ? Colours.lighter(roof, 0.15) : Colours.darker(roof, 0.3),
          litFromLeft ? Colours.darker(roof, 0.3) : Colours.lighter(roof, 0.15));
      brush.line(0.25, dim, x, top - wide * 1.7, x, top - wide * 1.7 - 3);
      brush.fill(
          Shapes.polygon(
              x, top - wide * 1.7 - 3, x + 2.6, top - wide * 1.7 - 2.2, x, top - wide * 1.7 - 1.4),
          brush.palette().accent());
    }
    for (double y = top + 3.5; y < foot - 5; y += 6) {
      brush.fill(
          Shapes.ellipse(x, y, 0.5, 1.1),
          brush.palette().brightness() < 0.5 ? 0xFFD890 : Colours.darker(stone, 0.6));
    }
  }
}
