package io.genai.sessions.pipeline.sample;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Forest, mountains, desert, meadow. */
final class WildBackdrops {
  private WildBackdrops() {}

  static void forest(Brush brush, Composition at) {
    Palette palette = brush.palette();
    brush.glow(at.focusX(), at.horizon() - 12, 55, palette.light(), 0.45);
    for (int layer = 0; layer < 4; layer++) {
      double near = layer / 3.0;
      int trunk =
          palette.hazy(
              Colours.darker(Colours.mix(palette.land(), 0x3A2A22, 0.5), near * 0.45),
              0.78 - near * 0.74);
      int leaves = palette.hazy(Colours.darker(palette.land(), near * 0.3), 0.72 - near * 0.66);
      double foot = at.horizon() + 2 + near * near * 22;
      int trees = 11 - layer * 2;
      for (int tree = 0; tree < trees; tree++) {
        double x = at.width() * (tree + brush.between(0.05, 0.95)) / trees;
        // Near trees stand aside, so that the subject has a clearing.
        if (layer < 2 || Math.abs(x - at.focusX()) > 17 + layer * 7) {
          trunk(brush, x, foot, 0.8 + near * near * 4.6, trunk);
        }
      }
      canopy(brush, at, leaves, -6 + (1 - near) * 14, 9 + near * 7);
      Shape ground = Shapes.ridge(at.width(), at.height() + 2, foot + 1, 3, 0.5, brush.random());
      brush.shade(ground, leaves, Colours.darker(leaves, 0.25));
      if (layer < 3) {
        brush.fade(Shapes.box(0, foot - 26, at.width(), 30), palette.skyLow(), 0, 0.3);
      }
    }
    grass(brush, at.height() + 1, Colours.darker(palette.land(), 0.35), 90, 7);
  }

  private static void trunk(Brush brush, double x, double foot, double thickness, int colour) {
    double lean = brush.between(-2, 2);
    brush.fill(
        Shapes.polygon(
            x - thickness,
            foot + 3,
            x - thickness * 0.45,
            foot - 18,
            x + lean - thickness * 0.38,
            -3,
            x + lean + thickness * 0.38,
            -3,
            x + thickness * 0.45,
            foot - 18,
            x + thickness,
            foot + 3),
        colour);
    if (thickness > 1.5) {
      for (int i = 0; i < 3; i++) {
        double y = brush.between(4, foot * 0.55);
        double side = brush.random().nextBoolean() ? 1 : -1;
        brush.fill(
            Shapes.tapered(
                thickness * 0.45,
                0.2,
                x + lean * 0.5,
                y,
                x + side * thickness * 2.5,
                y - 3,
                x + side * thickness * 5,
                y - 4 - thickness * 2),
            colour);
      }
    }
  }

  private static void canopy(Brush brush, Composition at, int colour, double base, double size) {
    for (double x = -size; x < at.width() + size; x += size * 0.42) {
      double radius = size * brush.between(0.5, 1);
      double aside = Math.abs(x - at.focusX()) / at.width();
      brush.fill(
          Shapes.ellipse(x, base + aside * size * 1.1, radius, radius * 0.72),
          Colours.mix(colour, Colours.lighter(colour, 0.12), brush.random().nextDouble()));
    }
  }

  static void grass(Brush brush, double foot, int colour, int blades, double tall) {
    for (int i = 0; i < blades; i++) {
      double x = brush.between(-2, brush.width() + 2);
      double lean = brush.between(-tall, tall) * 0.5;
      double top = foot - brush.between(0.35, 1) * tall;
      brush.fill(
          Shapes.polygon(x - 0.5, foot, x + lean, top, x + 0.5, foot),
          Colours.mix(colour, Colours.lighter(colour, 0.2), brush.random().nextDouble()));
    }
  }

  static void mountains(Brush brush, Composition at) {
    Palette palette = brush.palette();
    for (int layer = 0; layer < 3; layer++) {
      double near = layer / 2.0;
      int rock =
          palette.hazy(
              Colours.mix(palette.land(), Colours.darker(palette.skyTop(), 0.35), 0.35),
              0.62 - near * 0.45);
      range(brush, at, at.horizon() + 2 + layer * 5, 44 - layer * 15, rock, 1 - near * 0.55);
      brush.fade(
          Shapes.box(0, at.horizon() - 12 + layer * 5, at.width(), 16 + layer * 2),
          palette.skyLow(),
          0,
          0.6);
    }
    int slope = Colours.darker(palette.land(), 0.2);
    Shape ground =
        Shapes.ridge(at.width(), at.height() + 2, at.horizon() + 14, 7, 0.4, brush.random());
    brush.shade(ground, slope, Colours.darker(slope, 0.5));
    for (int i = 0; i < 26; i++) {
      double x = brush.between(0, at.width());
      double aside = Math.abs(x - at.focusX()) / at.width();
      pine(
          brush,
          x,
          at.horizon() + 14 + aside * 10 + brush.between(-3, 3),
          4 + aside * 22 * brush.between(0.6, 1),
          Colours.darker(slope, 0.3 + aside * 0.5));
    }
  }

  /** Peaks with a lit and a shaded side, snow on top. */
  private static void range(
      Brush brush, Composition at, double foot, double tall, int rock, double snow) {
    int peaks = 4;
    int lit = Colours.mix(rock, brush.palette().light(), 0.3);
    for (int i = 0; i < peaks; i++) {
      double x = at.width() * (i + brush.between(0, 1)) / peaks;
      double top = foot - tall * brush.between(0.65, 1);
      double half = (foot - top) * brush.between(0.85, 1.15);
      double crest = brush.between(-0.12, 0.12) * half;
      boolean left = at.litFromLeft();
      brush.shade(
          Shapes.polygon(
              x - half,
              foot,
              x - half * 0.42,
              top + (foot - top) * 0.5,
              x,
              top,
              x + half * 0.38,
              top + (foot - top) * 0.42,
              x + half,
              foot),
          left ? lit : rock,
          rock);
      double side = left ? 1 : -1;
      brush.fade(
          Shapes.polygon(
              x,
              top,
              x + side * half * 0.38,
              top + (foot - top) * 0.42,
              x + side * half,
              foot,
              x + crest + side * half * 0.2,
              foot,
              x + crest,
              top + (foot - top) * 0.55,
              x + crest * 0.3 + side * half * 0.1,
              top + (foot - top) * 0.28),
          Colours.darker(rock, 0.5),
          0.85,
          0.2);
      snow(brush, x, top, half, foot - top, side, snow);
    }
  }

  private static void snow(
      Brush brush, double x, double top, double half, double tall, double side, double amount) {
    if (amount < 0.4) {
      return;
    }
    double d = tall * 0.3 * amount;
    double w = half * 0.3 * amount;
    int white = Colours.mix(0xFFFFFF, brush.palette().light(), 0.4);
    brush.fill(
        Shapes.polygon(
            x,
            top,
            x - side * w,
            top + d * 1.1,
            x - side * w * 0.55,
            top + d * 0.85,
            x - side * w * 0.3,
            top + d * 1.3,
            x + side * w * 0.1,
            top + d * 0.8),
        white,
        0.95);
    brush.fill(
        Shapes.polygon(
            x,
            top,
            x + side * w * 0.95,
            top + d * 0.95,
            x + side * w * 0.6,
            top + d * 0.8,
            x + side * w * 0.35,
            top + d * 1.2,
            x + side * w * 0.1,
            top + d * 0.8),
        Colours.mix(white, brush.palette().skyTop(), 0.5),
        0.95);
  }

  static void pine(Brush brush, double x, double foot, double tall, int colour) {
    int tiers = 4;
    for (int tier = 0; tier < tiers; tier++) {
      double top = foot - tall + tall * 0.2 * tier;
      double bottom = top + tall * 0.36;
      double half = tall * (0.07 + 0.055 * tier);
      brush.fill(
          Shapes.polygon(
              x,
              top,
              x + half,
              bottom,
              x + half * 0.3,
              bottom - tall * 0.04,
              x - half * 0.4,
              bottom - tall * 0.03,
              x - half,
              bottom),
          colour);
    }
    brush.fill(Shapes.box(x - tall * 0.02, foot - tall * 0.06, tall * 0.04, tall * 0.06), colour);
  }

  static void desert(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int rock = palette.hazy(Colours.mix(palette.land(), 0x8C4A2F, 0.5), 0.45);
    for (int i = 0; i < 3; i++) {
      double x = at.width() * (i + brush.between(0.1, 0.9)) / 3;
      double half = brush.between(6, 15);
      double top = at.horizon() - brush.between(5, 15);
      brush.shade(
          Shapes.polygon(
              x - half * 1.25,
              at.horizon() + 2,
              x - half,
              top + 3,
              x - half * 0.9,
              top,
              x + half * 0.8,
              top + 1,
              x + half,
              top + 4,
              x + half * 1.35,
              at.horizon() + 2),
          Colours.mix(rock, palette.light(), 0.25),
          rock);
    }
    for (int dune = 0; dune < 4; dune++) {
      double near = dune / 3.0;
      dune(
          brush,
          at,
          at.horizon() + near * near * 30 + 1,
          5 + near * 8,
          palette.hazy(palette.land(), 0.4 - near * 0.4),
          near);
    }
  }

  /** One dune: a crest from side to side, lit on one slope and shaded on the other. */
  private static void dune(
      Brush brush, Composition at, double base, double tall, int sand, double near) {
    Palette palette = brush.palette();
    double peak = at.width() * brush.between(0.15, 0.85);
    double w = at.width();
    double left = base + brush.between(-1, 3);
    double right = base + brush.between(-1, 3);
    Path2D crest =
        Shapes.thread(
            -3,
            left,
            peak * 0.5,
            base - tall * 0.25,
            peak,
            base - tall,
            peak + (w - peak) * 0.5,
            base - tall * 0.3,
            w + 3,
            right);
    Path2D whole = new Path2D.Double(crest);
    whole.lineTo(w + 3, at.height() + 3);
    whole.lineTo(-3, at.height() + 3);
    whole.closePath();
    int lit = Colours.mix(sand, brush.palette().light(), 0.38);
    brush.shade(whole, lit, sand);
    // The lee side: from the crest down to the far edge, its foot lost in the sand.
    double far = at.litFromLeft() ? w + 3 : -3;
    double farY = at.litFromLeft() ? right : left;
    Path2D lee =
        Shapes.thread(peak, base - tall, peak + (far - peak) * 0.5, base - tall * 0.3, far, farY);
    lee.lineTo(far, base + tall * 2.2);
    lee.quadTo(peak + (far - peak) * 0.35, base + tall * 1.1, peak, base - tall);
    lee.closePath();
    brush.fade(lee, Colours.mix(Colours.darker(sand, 0.5), palette.skyTop(), 0.2), 0.7, 0.25);
    if (near > 0.6) {
      for (int i = 0; i < 7; i++) {
        double y = base + 7 + i * 2.6;
        brush.draw(
            Shapes.thread(-2, y + 2, w * 0.3, y - 1, w * 0.6, y + 1.5, w + 2, y),
            0.35,
            Colours.darker(sand, 0.35),
            0.25);
      }
    }
  }

  static void meadow(Brush brush, Composition at) {
    Palette palette = brush.palette();
    for (int hill = 0; hill < 4; hill++) {
      double near = hill / 3.0;
      double base = at.horizon() + near * near * 22;
      int green = palette.hazy(palette.land(), 0.66 - near * 0.62);
      double peak = at.width() * brush.between(0.1, 0.9);
      double w = at.width();
      Shape shape =
          Shapes.smooth(
              -20,
              base + 4,
              peak * 0.4,
              base - 2,
              peak,
              base - 9 + near * 3,
              peak + (w - peak) * 0.6,
              base,
              w + 20,
              base + 2,
              w + 20,
              at.height() + 20,
              -20,
              at.height() + 20);
      brush.shade(
          shape,
          Colours.mix(green, palette.light(), 0.28),
          Colours.darker(green, 0.2 + near * 0.25));
      for (int tree = 0; tree < 4 - hill; tree++) {
        double x = brush.between(0, w);
        roundTree(brush, x, base + brush.between(1, 4), 3 + near * 5, Colours.darker(green, 0.3));
      }
    }
    grass(brush, at.height() + 1, Colours.darker(palette.land(), 0.3), 80, 5);
    for (int i = 0; i < 30; i++) {
      double x = brush.between(0, at.width());
      double y = at.height() - Math.pow(brush.random().nextDouble(), 2) * 14;
      brush.fill(
          Shapes.circle(x, y, brush.between(0.3, 0.8)),
          Colours.mix(palette.accent(), palette.light(), brush.random().nextDouble() * 0.6));
    }
  }

  private static void roundTree(Brush brush, double x, double foot, double size, int colour) {
    brush.fill(
        Shapes.box(x - size * 0.07, foot - size, size * 0.14, size), Colours.darker(colour, 0.3));
    brush.fill(Shapes.ellipse(x, foot - size * 1.25, size * 0.62, size * 0.7), colour);
    brush.fill(
        Shapes.ellipse(x - size * 0.15, foot - size * 1.45, size * 0.4, size * 0.42),
        Colours.mix(colour, brush.palette().light(), 0.22));
  }
}
