package io.genai.sessions.pipeline.sample;

import java.util.List;

/** Draws vehicles in a box of 100 by 100 units. */
final class Vehicles {
  private Vehicles() {}

  static void car(Brush brush, int variant) {
    Palette palette = brush.palette();
    int paint =
        palette.seen(
            variant == 1
                ? 0xC0392B
                : Colours.mix(
                    palette.accent(),
                    Draws.one(List.of(0xD23A3A, 0x2D6CC0, 0xE0A52E, 0x2F8F6B), brush.random()),
                    0.55));
    int deep = Colours.darker(paint, 0.6);
    boolean futuristic = variant == 2;
    int lamp = futuristic ? 0x7DEBFF : 0xFFF2C2;
    brush.fill(Shapes.ellipse(50, 99, 56, 3.4), 0x05060A, 0.55);
    double roof = futuristic ? 63 : 58;
    brush.shade(
        Shapes.smooth(18, 76, 30, roof + 1, 46, roof - 2, 60, roof, 76, 76),
        Colours.lighter(paint, 0.3),
        paint);
    brush.shade(
        Shapes.smooth(26, 76, 34, roof + 4, 46, roof + 1.5, 47, 76),
        Colours.lighter(palette.skyTop(), 0.25),
        Colours.darker(palette.skyTop(), 0.5));
    brush.shade(
        Shapes.smooth(50, 76, 50, roof + 1.5, 59, roof + 3.5, 70, 76),
        Colours.lighter(palette.skyLow(), 0.3),
        Colours.darker(palette.skyTop(), 0.4));
    brush.shade(
        Shapes.smooth(
            -6, 82, 0, 76, 20, 74.5, 50, 74.5, 78, 75, 98, 79, 106, 85, 106, 93, 92, 95.5, 50, 96,
            8, 95.5, -5, 92),
        Colours.lighter(paint, 0.28),
        deep);
    brush.fade(
        Shapes.smooth(0, 79, 22, 76.4, 50, 76.2, 78, 77, 97, 81, 70, 80, 30, 79.6),
        0xFFFFFF,
        0.6,
        0.1);
    brush.draw(Shapes.thread(-4, 87, 30, 85.4, 70, 85.8, 105, 88), 0.6, deep, 0.9);
    brush.line(0.5, deep, 48.5, 76, 47, 94);
    brush.line(0.8, Colours.lighter(paint, 0.5), 52, 82, 57, 82);
    brush.glow(103, 85.5, 16, lamp, 0.9);
    brush.fill(Shapes.ellipse(102.5, 85.5, 3.2, 1.9), Colours.lighter(lamp, 0.5));
    brush.glow(-3, 85, 9, 0xFF2A2A, 0.8);
    brush.fill(Shapes.ellipse(-3.4, 85, 1.8, 1.9), 0xFF5A50);
    if (futuristic) {
      brush.draw(Shapes.thread(2, 93.5, 50, 94.4, 96, 93.5), 0.9, lamp, 0.95);
      brush.glow(50, 97, 36, lamp, 0.3);
    }
    wheel(brush, 19, 91, futuristic ? lamp : 0xC8CCD2);
    wheel(brush, 81, 91, futuristic ? lamp : 0xC8CCD2);
  }

  private static void wheel(Brush brush, double x, double y, int rim) {
    brush.fill(Shapes.circle(x, y, 10.2), 0x0B0C10);
    brush.shade(Shapes.circle(x, y, 9), 0x2A2C32, 0x101115);
    brush.shade(Shapes.circle(x, y, 5.6), rim, Colours.darker(rim, 0.6));
    for (int spoke = 0; spoke < 5; spoke++) {
      double angle = spoke * Math.PI * 2 / 5 + 0.3;
      brush.line(0.9, 0x1A1B20, x, y, x + Math.cos(angle) * 5.4, y + Math.sin(angle) * 5.4);
    }
    brush.fill(Shapes.circle(x, y, 1.5), 0x101115);
  }

  static void spaceship(Brush brush, int variant) {
    Palette palette = brush.palette();
    int hull = palette.seen(variant == 2 ? 0xE6E9EE : 0x9AA3B0);
    int dim = Colours.darker(hull, 0.55);
    int engine =
        variant == 1
            ? 0x5AB4FF
            : Colours.lighter(Colours.mix(palette.accent(), 0x5AD8FF, 0.5), 0.2);
    for (int i = 0; i < 3; i++) {
      double y = 46 + i * 8;
      brush.glow(3, y, 24, engine, 0.75);
      brush.fade(
          Shapes.smooth(8, y - 2.6, -8, y - 1.4, -26, y, -8, y + 1.4, 8, y + 2.6),
          Colours.lighter(engine, 0.5),
          0.9,
          0.7);
    }
    brush.shade(Shapes.smooth(12, 36, 30, 8, 38, 6, 46, 38), Colours.lighter(hull, 0.1), dim);
    brush.shade(
        Shapes.smooth(4, 42, 30, 34, 62, 36, 92, 47, 110, 55, 92, 60, 62, 66, 28, 68, 4, 64),
        Colours.lighter(hull, 0.35),
        dim);
    brush.fade(Shapes.smooth(8, 44, 30, 37, 62, 39, 96, 50, 62, 45, 30, 43), 0xFFFFFF, 0.55, 0.1);
    brush.shade(
        Shapes.smooth(18, 60, 50, 58, 30, 84, 14, 92, 8, 90, 14, 72),
        Colours.lighter(hull, 0.12),
        dim);
    brush.fill(Shapes.polygon(17, 74, 24, 66, 40, 64, 30, 72), palette.accent(), 0.9);
    brush.shade(
        Shapes.smooth(66, 40, 76, 38, 88, 46, 90, 50, 72, 48),
        Colours.lighter(engine, 0.3),
        Colours.darker(palette.skyTop(), 0.6));
    brush.fill(Shapes.smooth(69, 41, 75, 39.6, 80, 42.5, 74, 43), 0xFFFFFF, 0.7);
    for (int i = 0; i < 9; i++) {
      brush.fill(
          Shapes.box(18 + i * 5, 53, 2.8, 1.5), i % 4 == 0 ? Colours.darker(hull, 0.5) : 0xFFE6A6);
    }
    for (int i = 0; i < 5; i++) {
      brush.draw(
          Shapes.thread(
              20 + i * 15, 37 + Math.abs(i - 1), 22 + i * 15, 50, 19 + i * 15, 66 - i * 0.8),
          0.35,
          dim,
          0.6);
    }
    for (int i = 0; i < 3; i++) {
      brush.shade(
          Shapes.smooth(2, 43 + i * 8, 12, 42 + i * 8, 12, 50 + i * 8, 2, 49 + i * 8),
          Colours.darker(hull, 0.3),
          Colours.darker(hull, 0.75));
      brush.fill(Shapes.ellipse(2.6, 46 + i * 8, 1.3, 2.9), Colours.lighter(engine, 0.65));
    }
  }

  static void sailingShip(Brush brush, int variant) {
    Palette palette = brush.palette();
    int wood = palette.seen(variant == 3 ? 0x4E5A58 : 0x6B4026);
    int sail = palette.seen(variant == 1 ? 0x3A3536 : variant == 3 ? 0xA8C8BE : 0xF1E6CE);
    double[] masts = {24, 12, 50, 2, 76, 16};
    for (int m = 0; m < masts.length; m += 2) {
      double x = masts[m];
      double top = masts[m + 1];
      brush.line(1.5, Colours.darker(wood, 0.3), x, 80, x, top - 4);
      double span = 78 - top;
      for (int row = 0; row < 3; row++) {
        double y = top + span * 0.3 * row;
        double half = 7 + row * 3.2;
        double deep = span * 0.26;
        brush.shadeAcross(
            Shapes.smooth(
                x - half,
                y,
                x + half,
                y,
                x + half + 5,
                y + deep * 0.55,
                x + half * 1.05 + 1,
                y + deep,
                x - half * 0.95,
                y + deep,
                x - half + 4,
                y + deep * 0.5),
            Colours.darker(sail, 0.3),
            Colours.lighter(sail, 0.3));
        if (variant == 1 || variant == 3) {
          double u = x + brush.between(-half * 0.5, half * 0.5);
          brush.fill(
              Shapes.polygon(u, y + deep * 0.5, u + 2.2, y + deep * 1.15, u - 2.2, y + deep * 1.15),
              palette.skyLow(),
              0.75);
        }
        brush.line(0.7, Colours.darker(wood, 0.4), x - half - 1, y, x + half + 1, y);
      }
      brush.fill(
          Shapes.smooth(x, top - 5, x + 5, top - 6, x + 9, top - 3.4, x + 5, top - 2.6, x, top - 2),
          variant == 1 ? 0x141216 : palette.accent());
      brush.line(0.25, Colours.darker(wood, 0.5), x, top, x - 16, 82);
      brush.line(0.25, Colours.darker(wood, 0.5), x, top, x + 17, 82);
    }
    brush.fill(Shapes.tapered(2, 0.7, 90, 78, 104, 71, 114, 66), wood);
    brush.shade(
        Shapes.smooth(96, 72, 112, 68, 78, 42, 84, 60),
        Colours.lighter(sail, 0.2),
        Colours.darker(sail, 0.2));
    brush.shade(
        Shapes.smooth(
            0, 66, 12, 70, 16, 77, 50, 80, 82, 77, 98, 74, 95, 86, 86, 98, 50, 101, 18, 99, 6, 88),
        Colours.lighter(wood, 0.22),
        Colours.darker(wood, 0.5));
    brush.draw(
        Shapes.thread(4, 76, 18, 83, 50, 86, 82, 83.5, 96, 79), 1.1, palette.seen(0xD9B25A), 0.9);
    for (int i = 0; i < 8; i++) {
      brush.fill(Shapes.box(20 + i * 8, 88 + (i == 0 || i == 7 ? -1 : 0), 3, 2.8), 0x120C0A);
    }
    for (int i = 0; i < 3; i++) {
      brush.glow(5 + i * 4.4, 72 + i * 2, 3, 0xFFC860, 0.9);
      brush.fill(Shapes.box(4 + i * 4.4, 71 + i * 2, 2, 2.4), 0xFFE2A0);
    }
  }

  /** The sea below a ship: swell towards the viewer, light on it. */
  static void sea(Brush brush, double top) {
    Palette palette = brush.palette();
    int water = Colours.mix(Colours.mix(palette.skyTop(), 0x0E4C66, 0.55), palette.skyLow(), 0.12);
    brush.shade(
        Shapes.box(-2, top, brush.width() + 4, brush.height() - top + 2),
        Colours.mix(water, palette.skyLow(), 0.5),
        Colours.darker(water, 0.4));
    for (int i = 0; i < 34; i++) {
      double depth = Math.pow(brush.random().nextDouble(), 1.6);
      double y = top + 1 + depth * (brush.height() - top);
      double x = brush.between(0, brush.width());
      double wide = 3 + depth * 16;
      brush.fill(
          Shapes.smooth(
              x - wide, y, x, y - 0.4 - depth * 1.3, x + wide, y, x, y + 0.3 + depth * 0.3),
          Colours.mix(palette.light(), water, brush.between(0.25, 0.75)),
          0.42);
    }
  }

  static void balloon(Brush brush, int variant) {
    Palette palette = brush.palette();
    List<Integer> stripes =
        variant == 3
            ? List.of(palette.seen(0xA87838), palette.seen(0x6B4423))
            : List.of(
                palette.seen(Colours.mix(palette.accent(), 0xE0442E, 0.4)),
                palette.seen(0xFBE3A4),
                palette.seen(0x2E8FB0),
                palette.seen(0xFBE3A4));
    int gores = 8;
    for (int i = 0; i < gores; i++) {
      // Gores narrow towards the sides, as on a turning sphere.
      double from = Math.sin((i / (double) gores - 0.5) * Math.PI);
      double to = Math.sin(((i + 1) / (double) gores - 0.5) * Math.PI);
      int colour = stripes.get(i % stripes.size());
      double shadow = Math.abs(from + to + 0.35) * 0.26;
      brush.fill(
          Shapes.smooth(
              50 + from * 2,
              -4,
              50 + from * 24,
              3,
              50 + from * 34,
              24,
              50 + from * 28,
              46,
              50 + from * 9,
              70,
              50 + to * 9,
              70,
              50 + to * 28,
              46,
              50 + to * 34,
              24,
              50 + to * 24,
              3,
              50 + to * 2,
              -4),
          Colours.darker(colour, Math.min(0.6, shadow)));
    }
    brush.fade(Shapes.smooth(36, 4, 44, 2, 40, 18, 34, 34, 26, 26, 28, 12), 0xFFFFFF, 0.5, 0.05);
    brush.draw(
        Shapes.thread(17, 30, 34, 35, 50, 36, 66, 35, 83, 30),
        2.6,
        Colours.lighter(palette.accent(), 0.3),
        0.85);
    for (double x : new double[] {42, 47, 53, 58}) {
      brush.line(0.45, palette.seen(0x3A2A1E), x, 69, 50 + (x - 50) * 0.75, 86);
    }
    brush.glow(50, 76, 11, 0xFFB648, 0.9);
    brush.fill(Shapes.smooth(50, 71, 51.6, 76, 50, 80, 48.4, 76), 0xFFF2C0);
    int basket = palette.seen(0x8A5A30);
    brush.shade(
        Shapes.smooth(42.5, 86, 57.5, 86, 56.5, 99, 43.5, 99),
        Colours.lighter(basket, 0.25),
        Colours.darker(basket, 0.4));
    brush.fill(Shapes.box(41.8, 85, 16.4, 2), Colours.darker(basket, 0.3));
    for (int i = 0; i < 3; i++) {
      brush.line(0.4, Colours.darker(basket, 0.4), 43, 89.5 + i * 3, 57, 89.5 + i * 3);
    }
  }
}
