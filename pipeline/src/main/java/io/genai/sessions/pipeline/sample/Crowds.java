package io.genai.sessions.pipeline.sample;

import java.util.List;

/** Draws many figures over the whole picture. */
final class Crowds {
  private static final List<Integer> CLOTHES =
      List.of(0xB5453A, 0x3F6A8F, 0xD9A441, 0x5F7F52, 0x7A5189, 0xD8D2C2, 0x4A4650);

  private Crowds() {}

  /** A small standing figure, its feet at (x, y). */
  private static void person(Brush brush, double x, double y, double tall, int coat, int skin) {
    double s = tall / 10;
    brush.fill(Shapes.ellipse(x, y, 2.4 * s, 0.5 * s), 0x05060A, 0.35);
    brush.fill(
        Shapes.smooth(
            x - 1.5 * s,
            y - 4 * s,
            x + 1.5 * s,
            y - 4 * s,
            x + 1.3 * s,
            y,
            x + 0.25 * s,
            y,
            x,
            y - 3 * s,
            x - 0.25 * s,
            y,
            x - 1.3 * s,
            y),
        Colours.darker(coat, 0.55));
    brush.shade(
        Shapes.smooth(
            x - 1.3 * s,
            y - 7.8 * s,
            x + 1.3 * s,
            y - 7.8 * s,
            x + 2.1 * s,
            y - 5 * s,
            x + 1.8 * s,
            y - 2.8 * s,
            x - 1.8 * s,
            y - 2.8 * s,
            x - 2.1 * s,
            y - 5 * s),
        Colours.lighter(coat, 0.15),
        Colours.darker(coat, 0.3));
    brush.fill(Shapes.circle(x, y - 9 * s, 1.15 * s), skin);
    brush.fill(
        Shapes.smooth(
            x - 1.2 * s,
            y - 9 * s,
            x - 0.8 * s,
            y - 10.4 * s,
            x + 0.8 * s,
            y - 10.4 * s,
            x + 1.2 * s,
            y - 9 * s,
            x,
            y - 9.6 * s),
        Colours.darker(skin, 0.75));
  }

  private static int coat(Brush brush, double distance) {
    Palette palette = brush.palette();
    return palette.hazy(palette.seen(Draws.one(CLOTHES, brush.random())), distance);
  }

  private static int skin(Brush brush, double distance) {
    Palette palette = brush.palette();
    return palette.hazy(
        palette.seen(Draws.one(List.of(0xE8B894, 0xB07850, 0x7A4E34), brush.random())), distance);
  }

  static void market(Brush brush, Composition at, int variant) {
    Palette palette = brush.palette();
    boolean night = variant == 3 || palette.brightness() < 0.5;
    int ground = Colours.mix(palette.land(), palette.seen(0xA88E6C), 0.4);
    brush.shade(
        Shapes.box(-1, at.horizon() + 4, at.width() + 2, at.height()),
        Colours.mix(ground, palette.skyLow(), 0.3),
        Colours.darker(ground, 0.4));
    for (int row = 0; row < 4; row++) {
      double near = row / 3.0;
      double foot = at.horizon() + 8 + near * near * 24;
      double size = 9 + near * 22;
      double gap = 5 + near * 13;
      for (int side = -1; side <= 1; side += 2) {
        stall(
            brush, at.focusX() + side * (gap + size * 0.55), foot, size, 0.45 - near * 0.42, night);
        stall(
            brush,
            at.focusX() + side * (gap + size * 1.7),
            foot - 1,
            size,
            0.5 - near * 0.42,
            night);
      }
      int people = 9 - row;
      for (int i = 0; i < people; i++) {
        double x = at.focusX() + brush.between(-1, 1) * (gap * 1.25 + 2);
        person(
            brush,
            x,
            foot + brush.between(1, 5 + near * 6),
            7 + near * 15,
            coat(brush, 0.4 - near * 0.4),
            skin(brush, 0.35 - near * 0.35));
      }
    }
    lights(brush, at, at.horizon() - 18, 14, night ? 0.9 : 0.35);
  }

  private static void stall(
      Brush brush, double x, double foot, double size, double haze, boolean night) {
    Palette palette = brush.palette();
    int cloth =
        palette.hazy(
            palette.seen(Colours.mix(Draws.one(CLOTHES, brush.random()), palette.accent(), 0.3)),
            haze);
    int pale = palette.hazy(palette.seen(0xF3E6CB), haze);
    int wood = palette.hazy(palette.seen(0x6A4A30), haze);
    double half = size / 2;
    double top = foot - size * 0.95;
    brush.fill(
        Shapes.box(x - half * 0.92, top, half * 1.84, size * 0.6), Colours.darker(wood, 0.55));
    if (night) {
      brush.glow(x, foot - size * 0.5, size * 0.7, 0xFFC46A, 0.6);
    }
    brush.shade(
        Shapes.box(x - half, foot - size * 0.36, size, size * 0.36),
        Colours.lighter(wood, 0.15),
        Colours.darker(wood, 0.4));
    for (int i = 0; i < 9; i++) {
      brush.ball(
          x - half * 0.85 + i * size * 0.094,
          foot - size * 0.39 - i % 2 * size * 0.03,
          size * 0.06,
          palette.hazy(
              palette.seen(
                  Draws.one(
                      List.of(0xE0452E, 0xF2A52E, 0x7DB33C, 0xC2448A, 0xF2D95A), brush.random())),
              haze));
    }
    brush.line(size * 0.035, wood, x - half * 0.94, top, x - half * 0.94, foot);
    brush.line(size * 0.035, wood, x + half * 0.94, top, x + half * 0.94, foot);
    for (int stripe = 0; stripe < 6; stripe++) {
      double a = x - half * 1.15 + stripe * size * 0.192;
      double b = a + size * 0.194;
      double ua = x + (a - x) * 0.72;
      double ub = x + (b - x) * 0.72;
      brush.shade(
          Shapes.polygon(
              ua,
              top - size * 0.24,
              ub,
              top - size * 0.24,
              b,
              top + size * 0.04,
              (a + b) / 2,
              top + size * 0.11,
              a,
              top + size * 0.04),
          Colours.lighter(stripe % 2 == 0 ? cloth : pale, 0.12),
          Colours.darker(stripe % 2 == 0 ? cloth : pale, 0.2));
    }
  }

  private static void lights(Brush brush, Composition at, double y, double sag, double strength) {
    for (int rope = 0; rope < 3; rope++) {
      double top = y - 10 + rope * 9;
      brush.draw(
          Shapes.thread(-2, top, at.width() * 0.5, top + sag, at.width() + 2, top - 3),
          0.25,
          0x1A1A20,
          0.8);
      for (int i = 1; i < 13; i++) {
        double t = i / 13.0;
        double u = at.width() * t;
        double v = top + sag * 4 * t * (1 - t) - 3 * t * t;
        brush.glow(u, v + 1, 4.6, 0xFFC860, strength);
        brush.fill(Shapes.circle(u, v + 1, 0.75), 0xFFF1C4);
      }
    }
  }

  static void battle(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int ground = Colours.darker(Colours.mix(palette.land(), palette.seen(0x6E5A48), 0.5), 0.15);
    brush.shade(
        Shapes.ridge(at.width(), at.height() + 2, at.horizon() + 5, 4, 0.5, brush.random()),
        Colours.mix(ground, palette.skyLow(), 0.4),
        Colours.darker(ground, 0.45));
    for (int i = 0; i < 5; i++) {
      brush.glow(
          brush.between(0, at.width()),
          at.horizon() + brush.between(-6, 4),
          brush.between(12, 22),
          i % 2 == 0 ? 0xFF7A2E : Colours.darker(palette.skyLow(), 0.3),
          0.35);
    }
    int ours = Colours.mix(palette.accent(), 0xA82430, 0.4);
    int theirs = Colours.mix(Colours.darker(palette.skyTop(), 0.25), 0x2A4A78, 0.5);
    for (int row = 0; row < 6; row++) {
      double near = row / 5.0;
      double foot = at.horizon() + 6 + near * near * 32;
      double tall = 5 + near * 17;
      double haze = 0.5 - near * 0.46;
      int men = 17 - row * 2;
      for (int i = 0; i < men; i++) {
        double t = (i + brush.between(0.1, 0.9)) / men;
        double x = t * (at.width() + 6) - 3;
        boolean left = t < 0.5;
        int banner = palette.hazy(palette.seen(left ? ours : theirs), haze * 0.7);
        double lean = (left ? 1 : -1) * brush.between(0.2, 0.5);
        soldier(
            brush,
            x,
            foot + brush.between(-1, 2),
            tall,
            banner,
            palette.hazy(Colours.darker(ground, 0.7), haze),
            lean,
            brush.random().nextInt(6) == 0);
      }
      brush.fade(
          Shapes.box(-1, foot - 3, at.width() + 2, 7),
          Colours.mix(palette.skyLow(), ground, 0.3),
          0,
          0.34);
    }
  }

  private static void soldier(
      Brush brush,
      double x,
      double y,
      double tall,
      int cloth,
      int dark,
      double lean,
      boolean bearer) {
    double s = tall / 10;
    person(brush, x, y, tall, Colours.mix(cloth, dark, 0.35), Colours.mix(dark, 0xA8A8AE, 0.5));
    double tipX = x + lean * tall * (bearer ? 0.25 : 0.9);
    double tipY = y - tall * (bearer ? 1.9 : 1.45);
    brush.line(0.28 * s + 0.1, dark, x - lean * 1.5 * s, y - 2 * s, tipX, tipY);
    if (bearer) {
      double side = lean > 0 ? -1 : 1;
      brush.shade(
          Shapes.smooth(
              tipX,
              tipY,
              tipX + side * 3.4 * s,
              tipY - 0.6 * s,
              tipX + side * 6.5 * s,
              tipY + 0.8 * s,
              tipX + side * 5.6 * s,
              tipY + 2.6 * s,
              tipX + side * 6.6 * s,
              tipY + 4.2 * s,
              tipX + side * 3 * s,
              tipY + 3.6 * s,
              tipX,
              tipY + 4.4 * s),
          Colours.lighter(cloth, 0.25),
          cloth);
    } else {
      brush.fill(
          Shapes.polygon(
              tipX - 0.5 * s,
              tipY + 0.6 * s,
              tipX + lean * 2 * s,
              tipY - 1.4 * s,
              tipX + 0.5 * s,
              tipY + 0.6 * s),
          0xD8DCE2);
      brush.fill(
          Shapes.ellipse(x + (lean > 0 ? 1.7 : -1.7) * s, y - 5.2 * s, 1.2 * s, 1.7 * s), cloth);
    }
  }

  static void festival(Brush brush, Composition at, int variant) {
    Palette palette = brush.palette();
    int ground = Colours.darker(palette.land(), 0.4);
    brush.shade(
        Shapes.ridge(at.width(), at.height() + 2, at.horizon() + 6, 3, 0.5, brush.random()),
        Colours.mix(ground, 0xFFB45A, 0.22),
        Colours.darker(ground, 0.5));
    if (variant == 2) {
      lights(brush, at, at.horizon() - 34, 12, 0.9);
    }
    int lanterns = variant == 2 ? 14 : 34;
    for (int i = 0; i < lanterns; i++) {
      double depth = i / (double) lanterns;
      double size = 0.7 + depth * depth * 4.4;
      skyLantern(
          brush,
          brush.between(2, at.width() - 2),
          brush.between(at.height() * 0.04, at.horizon() - 2),
          size);
    }
    for (int row = 0; row < 4; row++) {
      double near = row / 3.0;
      int people = 15 - row * 3;
      for (int i = 0; i < people; i++) {
        double x = at.width() * (i + brush.between(0, 1)) / people;
        double y = at.horizon() + 10 + near * near * 26 + brush.between(-1, 2);
        double tall = 7 + near * 17;
        person(
            brush,
            x,
            y,
            tall,
            Colours.mix(coat(brush, 0.2 - near * 0.2), 0x14101C, 0.25 + near * 0.2),
            skin(brush, 0.1));
        if (brush.random().nextInt(3) == 0) {
          double hand = y - tall * 1.05;
          brush.line(
              0.3 + near * 0.3, 0x1A1410, x + tall * 0.16, y - tall * 0.6, x + tall * 0.24, hand);
          skyLantern(brush, x + tall * 0.24, hand - tall * 0.12, tall * 0.11);
        }
      }
    }
  }

  private static void skyLantern(Brush brush, double x, double y, double size) {
    brush.glow(x, y, size * 3.6, 0xFFA640, 0.6);
    brush.shade(
        Shapes.smooth(
            x - size * 0.75,
            y - size,
            x + size * 0.75,
            y - size,
            x + size,
            y + size * 0.4,
            x + size * 0.6,
            y + size * 1.1,
            x - size * 0.6,
            y + size * 1.1,
            x - size,
            y + size * 0.4),
        0xFFB95E,
        0xFFF0B6);
  }
}
