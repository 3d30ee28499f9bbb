package io.genai.sessions.pipeline.sample;

import java.util.List;

/** Under water and in space. */
final class FarBackdrops {
  private static final List<Integer> CORALS =
      List.of(0xF2706A, 0xF4A259, 0xC65BA8, 0xF7D154, 0x7F6BD6);
  private static final List<Integer> PLANETS =
      List.of(0xC9784B, 0x4E7FC2, 0x8B5FB5, 0x5FA38C, 0xD8B26A);

  private FarBackdrops() {}

  static void underwater(Brush brush, Composition at) {
    Palette palette = brush.palette();
    brush.shade(
        Shapes.box(-1, -1, at.width() + 2, at.height() + 2), palette.skyTop(), palette.skyLow());
    brush.glow(at.lightX(), 0, 60, Colours.lighter(palette.light(), 0.3), 0.6);
    for (int i = 0; i < 7; i++) {
      double x = at.lightX() + brush.between(-32, 32);
      double spread = (x - at.lightX()) * 1.3;
      double wide = brush.between(1.5, 5);
      brush.fade(
          Shapes.polygon(
              x - wide * 0.4,
              -1,
              x + wide * 0.4,
              -1,
              x + spread + wide * 2,
              at.height() * 0.85,
              x + spread - wide * 2,
              at.height() * 0.85),
          palette.light(),
          0.32,
          0);
    }
    for (int layer = 0; layer < 3; layer++) {
      double near = layer / 2.0;
      int rock =
          Colours.mix(
              Colours.mix(palette.skyLow(), palette.skyTop(), 0.3),
              Colours.darker(palette.land(), near * 0.3),
              0.25 + near * 0.6);
      double base = at.height() - 17 + layer * 6;
      brush.shade(
          Shapes.ridge(at.width(), at.height() + 2, base, 17 - layer * 5, 0.5, brush.random()),
          rock,
          Colours.darker(rock, 0.3));
      for (int i = 0; i < 7; i++) {
        double x = brush.between(0, at.width());
        if (Math.abs(x - at.focusX()) > 14 * near) {
          kelp(brush, x, base + 6, 12 + near * 22, Colours.mix(rock, 0x2E8B57, 0.3 + near * 0.15));
        }
      }
    }
    for (int i = 0; i < 9; i++) {
      double x = brush.between(0, at.width());
      if (Math.abs(x - at.focusX()) > 16) {
        coral(
            brush,
            x,
            at.height() + 1,
            brush.between(6, 13),
            palette.seen(Draws.one(CORALS, brush.random())));
      }
    }
    fish(brush, at);
    bubbles(brush, at);
  }

  private static void kelp(Brush brush, double x, double foot, double tall, int colour) {
    double sway = brush.between(-4, 4);
    brush.fill(
        Shapes.tapered(
            1.5,
            0.3,
            x,
            foot,
            x + sway,
            foot - tall * 0.35,
            x - sway * 0.6,
            foot - tall * 0.7,
            x + sway * 0.8,
            foot - tall),
        colour);
  }

  private static void coral(Brush brush, double x, double foot, double tall, int colour) {
    for (int i = -2; i <= 2; i++) {
      double tip = x + i * tall * 0.28 + brush.between(-1, 1);
      double top = foot - tall * (1 - Math.abs(i) * 0.14);
      brush.fill(
          Shapes.tapered(
              tall * 0.18,
              tall * 0.13,
              x + i * 0.4,
              foot,
              x + i * tall * 0.16,
              foot - tall * 0.5,
              tip,
              top),
          Colours.darker(colour, Math.abs(i) * 0.12));
      brush.fill(Shapes.circle(tip, top, tall * 0.08), Colours.lighter(colour, 0.25));
    }
  }

  private static void fish(Brush brush, Composition at) {
    double x = at.width() * (at.litFromLeft() ? 0.8 : 0.2);
    double y = at.height() * 0.3;
    int colour = Colours.mix(brush.palette().skyLow(), brush.palette().skyTop(), 0.25);
    for (int i = 0; i < 16; i++) {
      double u = x + brush.between(-15, 15);
      double v = y + brush.between(-9, 9);
      double s = brush.between(0.8, 1.6);
      brush.fill(Shapes.ellipse(u, v, s * 1.5, s * 0.6), colour);
      brush.fill(
          Shapes.polygon(u + s * 1.2, v, u + s * 2.3, v - s * 0.7, u + s * 2.3, v + s * 0.7),
          colour);
    }
  }

  private static void bubbles(Brush brush, Composition at) {
    for (int i = 0; i < 32; i++) {
      double x = brush.between(0, at.width());
      double y = brush.between(0, at.height());
      double radius = 0.3 + Math.pow(brush.random().nextDouble(), 3) * 1.8;
      brush.draw(
          Shapes.circle(x, y, radius), 0.22, Colours.lighter(brush.palette().skyTop(), 0.6), 0.6);
      brush.fill(Shapes.circle(x - radius * 0.35, y - radius * 0.35, radius * 0.25), 0xFFFFFF, 0.7);
    }
  }

  /** Nebula, a large planet, and ground to stand on where the subject needs it. */
  static void space(Brush brush, Scene scene, Composition at) {
    Palette palette = brush.palette();
    for (int i = 0; i < 9; i++) {
      int colour = i % 2 == 0 ? palette.accent() : Colours.mix(palette.light(), 0x6A4BFF, 0.65);
      brush.glow(
          at.width() * brush.between(-0.1, 1.1),
          at.height() * brush.between(0.05, 0.75),
          brush.between(18, 42),
          colour,
          brush.between(0.12, 0.32));
    }
    boolean left = at.litFromLeft();
    int world = Colours.mix(Draws.one(PLANETS, brush.random()), palette.accent(), 0.25);
    double x = at.width() * (left ? 0.8 : 0.2);
    double y = at.height() * brush.between(0.2, 0.32);
    planet(brush, x, y, brush.between(11, 19), world, left, brush.random().nextBoolean());
    planet(
        brush,
        at.width() * (left ? 0.15 : 0.86),
        at.height() * 0.14,
        brush.between(2.5, 4.5),
        Draws.one(PLANETS, brush.random()),
        left,
        false);
    boolean grounded =
        switch (scene.motif()) {
          case WHALE,
              DRAGON,
              KRAKEN,
              FLOATING_ISLAND,
              SPACESHIP,
              SAILING_SHIP,
              RIBBONS,
              MANDALA,
              SHARDS,
              ORBS,
              PORTRAIT ->
              false;
          default -> true;
        };
    if (grounded) {
      moonGround(brush, at);
    }
  }

  private static void planet(
      Brush brush,
      double x,
      double y,
      double radius,
      int colour,
      boolean litFromLeft,
      boolean ringed) {
    double side = litFromLeft ? 1 : -1;
    brush.glow(x, y, radius * 1.35, Colours.lighter(colour, 0.3), 0.45);
    java.awt.geom.Area disc = new java.awt.geom.Area(Shapes.circle(x, y, radius));
    brush.shade(disc, Colours.lighter(colour, 0.25), colour);
    for (int band = 0; band < 5; band++) {
      java.awt.geom.Area stripe =
          new java.awt.geom.Area(
              Shapes.ellipse(
                  x,
                  y - radius + radius * 0.4 * (band + brush.between(0.2, 0.8)),
                  radius * 1.1,
                  radius * brush.between(0.04, 0.12)));
      stripe.intersect(disc);
      brush.fill(
          stripe, band % 2 == 0 ? Colours.lighter(colour, 0.4) : Colours.darker(colour, 0.3), 0.4);
    }
    java.awt.geom.Area night = new java.awt.geom.Area(disc);
    night.subtract(
        new java.awt.geom.Area(
            Shapes.circle(x - side * radius * 0.45, y - radius * 0.2, radius * 1.08)));
    brush.fill(night, 0x05060F, 0.72);
    if (ringed) {
      try (Brush tilted = brush.turned(-18, x, y)) {
        java.awt.geom.Area ring =
            new java.awt.geom.Area(Shapes.ellipse(x, y, radius * 1.9, radius * 0.42));
        ring.subtract(new java.awt.geom.Area(Shapes.ellipse(x, y, radius * 1.4, radius * 0.27)));
        ring.subtract(
            new java.awt.geom.Area(Shapes.box(x - radius, y - radius, radius * 2, radius)));
        tilted.fill(ring, Colours.lighter(colour, 0.45), 0.8);
      }
    }
  }

  private static void moonGround(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int dust = Colours.mix(palette.land(), palette.light(), 0.15);
    double top = at.height() - 19;
    brush.shade(
        Shapes.ridge(at.width(), at.height() + 2, top - 2, 9, 0.55, brush.random()),
        Colours.darker(dust, 0.45),
        Colours.darker(dust, 0.6));
    brush.shade(
        Shapes.smooth(
            -30,
            at.height() + 12,
            -10,
            top + 5,
            at.width() / 2,
            top,
            at.width() + 10,
            top + 5,
            at.width() + 30,
            at.height() + 12),
        dust,
        Colours.darker(dust, 0.6));
    for (int i = 0; i < 11; i++) {
      double x = brush.between(0, at.width());
      double y = top + 6 + brush.random().nextDouble() * 13;
      double wide = (y - top) * brush.between(0.15, 0.45);
      brush.fill(Shapes.ellipse(x, y, wide, wide * 0.28), Colours.darker(dust, 0.55), 0.8);
      brush.fill(
          Shapes.ellipse(x, y + wide * 0.1, wide * 0.85, wide * 0.18),
          Colours.darker(dust, 0.3),
          0.8);
    }
  }
}
