package io.genai.sessions.pipeline.sample;

import java.util.List;

/** A room and a photographer's studio. */
final class IndoorBackdrops {
  private static final List<Integer> BINDINGS =
      List.of(0x7A2E2E, 0x2F4A66, 0x4C5B34, 0x8A6A35, 0x5B3A5E, 0xB08A5A, 0x34403F);

  private IndoorBackdrops() {}

  /** A wall with a window and a bookcase, a lamp, and a table in front. */
  static void room(Brush brush, Scene scene, Composition at) {
    Palette palette = brush.palette();
    double floor = at.horizon() + 8;
    int wall = Colours.mix(palette.skyTop(), palette.skyLow(), 0.4);
    brush.shade(
        Shapes.box(-1, -1, at.width() + 2, floor + 2),
        wall,
        Colours.mix(wall, palette.skyLow(), 0.35));
    for (double x = 4; x < at.width(); x += 9) {
      brush.fill(Shapes.box(x, 0, 4.5, floor), Colours.lighter(wall, 0.12), 0.14);
    }
    boolean left = at.litFromLeft();
    double window = left ? at.width() * 0.2 : at.width() * 0.8;
    double shelf = left ? at.width() - 24 : -6;
    bookcase(brush, shelf, 12, 30, floor - 8);
    window(brush, scene, window, 9, 30, floor - 26);
    brush.fill(Shapes.box(-1, floor - 2.2, at.width() + 2, 2.4), Colours.darker(wall, 0.35));
    int wood = Colours.mix(palette.land(), palette.light(), 0.12);
    brush.shade(
        Shapes.box(-1, floor, at.width() + 2, at.height() - floor + 2),
        Colours.darker(wood, 0.1),
        Colours.darker(wood, 0.55));
    for (int i = -9; i <= 9; i++) {
      brush.line(
          0.25,
          Colours.darker(wood, 0.5),
          at.width() / 2 + i * 7,
          floor,
          at.width() / 2 + i * 22,
          at.height());
    }
    // What the window throws on the floor.
    double slant = left ? 16 : -16;
    brush.fade(
        Shapes.polygon(
            window - 8 + slant,
            floor + 3,
            window + 10 + slant,
            floor + 3,
            window + 22 + slant * 2.2,
            at.height(),
            window - 6 + slant * 2.2,
            at.height()),
        palette.light(),
        0.4,
        0.05);
    lamp(brush, left ? at.width() * 0.66 : at.width() * 0.34);
    if (scene.motif().subject() == Subject.FOOD || scene.motif().subject() == Subject.OBJECT) {
      table(brush, at);
    }
  }

  private static void table(Brush brush, Composition at) {
    int wood = Colours.mix(brush.palette().land(), brush.palette().seen(0xA8672F), 0.6);
    double top = at.height() * 0.76;
    double edge = at.height() * 0.965;
    brush.shade(
        Shapes.polygon(6, top, at.width() - 6, top, at.width() + 12, edge, -12, edge),
        Colours.mix(wood, brush.palette().light(), 0.22),
        Colours.darker(wood, 0.12));
    for (int i = 1; i < 5; i++) {
      double y = top + (edge - top) * i * i / 25.0;
      brush.draw(
          Shapes.thread(-2, y + 1, at.width() * 0.4, y - 0.4, at.width() + 2, y + 0.6),
          0.3,
          Colours.darker(wood, 0.5),
          0.4);
    }
    brush.shade(
        Shapes.box(-2, edge, at.width() + 4, at.height() - edge + 2),
        Colours.darker(wood, 0.3),
        Colours.darker(wood, 0.6));
  }

  private static void window(
      Brush brush, Scene scene, double x, double top, double wide, double tall) {
    Palette palette = brush.palette();
    boolean night = scene.lighting() == Lighting.MOONLIGHT || scene.mood() == Mood.DARK;
    int frame = Colours.darker(palette.land(), 0.3);
    brush.glow(x, top + tall / 2, 42, palette.light(), night ? 0.3 : 0.6);
    brush.fill(Shapes.box(x - wide / 2 - 1.5, top - 1.5, wide + 3, tall + 3), frame);
    int upper = night ? 0x16264F : Colours.lighter(palette.light(), 0.2);
    int lower = night ? 0x4D6BA8 : Colours.mix(palette.light(), 0xBFE0EE, 0.45);
    brush.shade(Shapes.box(x - wide / 2, top, wide, tall), upper, lower);
    brush.fill(
        Shapes.smooth(
            x - wide / 2,
            top + tall,
            x - wide / 2,
            top + tall * 0.8,
            x - wide * 0.2,
            top + tall * 0.68,
            x,
            top + tall * 0.78,
            x + wide * 0.3,
            top + tall * 0.7,
            x + wide / 2,
            top + tall * 0.78,
            x + wide / 2,
            top + tall),
        Colours.mix(palette.land(), lower, 0.5),
        0.6);
    brush.fill(Shapes.box(x - 0.6, top, 1.2, tall), frame);
    brush.fill(Shapes.box(x - wide / 2, top + tall * 0.45, wide, 1.2), frame);
    int curtain = Colours.mix(palette.accent(), palette.skyTop(), 0.45);
    for (int side = -1; side <= 1; side += 2) {
      double edge = x + side * wide / 2;
      brush.shadeAcross(
          Shapes.smooth(
              edge - side * 3,
              top - 3,
              edge + side * 6,
              top - 3,
              edge + side * 7,
              top + tall + 6,
              edge + side * 1,
              top + tall + 6,
              edge - side * 1,
              top + tall * 0.5),
          Colours.lighter(curtain, 0.1),
          Colours.darker(curtain, 0.35));
    }
  }

  private static void bookcase(Brush brush, double x, double top, double wide, double tall) {
    int wood = Colours.darker(brush.palette().land(), 0.35);
    brush.fill(Shapes.box(x, top, wide, tall), Colours.darker(wood, 0.4));
    double row = tall / 4;
    for (int i = 0; i < 4; i++) {
      double foot = top + row * (i + 1) - 1.2;
      double u = x + 1.5;
      while (u < x + wide - 3) {
        double thick = brush.between(1.1, 2.4);
        double high = row * brush.between(0.55, 0.82);
        int binding = brush.palette().seen(Draws.one(BINDINGS, brush.random()));
        brush.shadeAcross(
            Shapes.box(u, foot - high, thick, high),
            Colours.lighter(binding, 0.12),
            Colours.darker(binding, 0.25));
        brush.fill(Shapes.box(u, foot - high * 0.8, thick, 0.5), 0xE3C98A, 0.6);
        u += thick + (brush.random().nextInt(9) == 0 ? 2.5 : 0.15);
      }
      brush.fill(Shapes.box(x, foot, wide, 1.2), wood);
    }
    brush.draw(Shapes.box(x, top, wide, tall), 1.2, wood, 1);
  }

  private static void lamp(Brush brush, double x) {
    int shade = Colours.mix(0xFFE0A0, brush.palette().light(), 0.4);
    brush.line(0.35, Colours.darker(brush.palette().land(), 0.6), x, -1, x, 9);
    brush.glow(x, 15, 30, shade, 0.55);
    brush.shade(
        Shapes.polygon(x - 2, 8, x + 2, 8, x + 6.5, 14, x - 6.5, 14),
        Colours.mix(shade, brush.palette().accent(), 0.5),
        shade);
    brush.fill(Shapes.ellipse(x, 14, 6.5, 1), Colours.lighter(shade, 0.6));
  }

  /** Seamless paper, lit in the middle. */
  static void studio(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int paper = Colours.mix(palette.skyTop(), palette.skyLow(), 0.55);
    brush.shade(
        Shapes.box(-1, -1, at.width() + 2, at.height() + 2),
        Colours.darker(paper, 0.28),
        Colours.mix(paper, palette.skyLow(), 0.4));
    brush.glow(
        at.focusX(),
        at.height() * 0.45,
        68,
        Colours.lighter(Colours.mix(paper, palette.light(), 0.6), 0.25),
        0.9);
    double floor = at.height() * 0.82;
    brush.fade(
        Shapes.box(-1, floor - 6, at.width() + 2, at.height() - floor + 8),
        Colours.darker(paper, 0.35),
        0,
        0.4);
    brush.glow(at.focusX(), at.height() * 0.9, 40, Colours.lighter(paper, 0.35), 0.5);
    for (int side = -1; side <= 1; side += 2) {
      double x = at.width() / 2 + side * (at.width() / 2 - 3);
      double tall = 24;
      int box = Colours.darker(palette.skyTop(), 0.75);
      brush.glow(x - side * 4, 14, 26, palette.light(), 0.65);
      brush.fill(
          Shapes.polygon(
              x + side * 6, 2, x - side * 7, 5, x - side * 10, tall - 2, x + side * 6, tall + 2),
          box);
      brush.fill(
          Shapes.polygon(
              x - side * 7,
              5,
              x - side * 9,
              5.5,
              x - side * 12,
              tall - 2.5,
              x - side * 10,
              tall - 2),
          Colours.lighter(palette.light(), 0.5));
      brush.line(0.8, box, x + side * 2, tall, x + side * 3, at.height() * 0.8);
    }
  }

  /** Lights far out of focus over a surface. */
  static void lights(Brush brush, Composition at) {
    Palette palette = brush.palette();
    int dusk = Colours.mix(Colours.darker(palette.skyTop(), 0.45), palette.land(), 0.35);
    brush.shade(
        Shapes.box(-1, -1, at.width() + 2, at.height() + 2),
        dusk,
        Colours.mix(dusk, palette.skyLow(), 0.45));
    brush.glow(at.lightX(), at.lightY(), 70, palette.light(), 0.45);
    for (int i = 0; i < 34; i++) {
      double radius = brush.between(1.5, 6.5);
      int colour =
          Colours.mix(
              i % 3 == 0 ? palette.accent() : palette.light(),
              palette.skyLow(),
              brush.between(0, 0.6));
      double x = brush.between(0, at.width());
      double y = at.height() * 0.86 * Math.sqrt(brush.random().nextDouble());
      brush.fill(Shapes.circle(x, y, radius), colour, brush.between(0.08, 0.3));
      brush.draw(Shapes.circle(x, y, radius), 0.25, Colours.lighter(colour, 0.4), 0.16);
    }
    int surface = Colours.mix(palette.land(), palette.light(), 0.16);
    double edge = at.height() * 0.84;
    brush.shade(
        Shapes.box(-1, edge, at.width() + 2, at.height() - edge + 2),
        Colours.mix(surface, palette.skyLow(), 0.25),
        Colours.darker(surface, 0.5));
    brush.fade(
        Shapes.box(-1, edge - 5, at.width() + 2, 9), Colours.mix(dusk, surface, 0.5), 0, 0.5);
  }
}
