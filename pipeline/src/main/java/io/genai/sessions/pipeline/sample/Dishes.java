package io.genai.sessions.pipeline.sample;

import java.awt.Shape;
import java.util.List;

/** Draws food on a table in a box of 100 by 100 units. */
final class Dishes {
  private Dishes() {}

  private static void plate(Brush brush, double y, double wide) {
    int china = brush.palette().seen(0xF4F1EA);
    brush.fill(Shapes.ellipse(50, y + 4, wide * 1.04, wide * 0.17), 0x05060A, 0.35);
    brush.shade(
        Shapes.ellipse(50, y, wide, wide * 0.17),
        Colours.lighter(china, 0.4),
        Colours.darker(china, 0.3));
    brush.fill(Shapes.ellipse(50, y - 0.6, wide * 0.78, wide * 0.11), Colours.darker(china, 0.12));
  }

  static void cake(Brush brush, int variant) {
    Palette palette = brush.palette();
    int sponge = palette.seen(variant == 2 ? 0x5A3322 : 0xE9BE84);
    int cream =
        palette.seen(
            variant == 2
                ? 0x3E2218
                : variant == 3 ? 0xF79AB8 : Colours.mix(0xFDF3E6, palette.accent(), 0.18));
    plate(brush, 94, 48);
    double[] tiers =
        variant == 1
            ? new double[] {92, 40, 25, 69, 29, 22, 49, 18, 20}
            : new double[] {92, 38, 28, 66, 25, 25};
    for (int i = 0; i < tiers.length; i += 3) {
      double foot = tiers[i];
      double half = tiers[i + 1];
      double tall = tiers[i + 2];
      double top = foot - tall;
      Shape side =
          Shapes.smooth(
              50 - half,
              top,
              50 + half,
              top,
              50 + half,
              foot - 2,
              50 + half * 0.6,
              foot + 2.6,
              50,
              foot + 4,
              50 - half * 0.6,
              foot + 2.6,
              50 - half,
              foot - 2);
      brush.shadeAcross(side, Colours.lighter(sponge, 0.18), Colours.darker(sponge, 0.35));
      brush.draw(
          Shapes.thread(
              50 - half, top + tall * 0.55, 50, top + tall * 0.68, 50 + half, top + tall * 0.55),
          tall * 0.12,
          cream,
          0.95);
      brush.fill(Shapes.ellipse(50, top, half, half * 0.16), Colours.lighter(cream, 0.2));
      for (double x = -half; x <= half; x += half / 5) {
        double drip = tall * brush.between(0.14, 0.4);
        double curve = Math.sqrt(Math.max(0, 1 - x * x / half / half)) * half * 0.15;
        brush.fill(
            Shapes.smooth(
                50 + x - half * 0.13,
                top + curve - 2,
                50 + x + half * 0.13,
                top + curve - 2,
                50 + x + half * 0.08,
                top + curve + drip,
                50 + x - half * 0.06,
                top + curve + drip),
            cream);
      }
      for (double x = -half * 0.9; x <= half * 0.9; x += half * 0.225) {
        brush.ball(
            50 + x,
            foot + 2.6 * Math.sqrt(Math.max(0, 1 - x * x / half / half)),
            half * 0.075,
            cream);
      }
    }
    double top = tiers[tiers.length - 3] - tiers[tiers.length - 1];
    double half = tiers[tiers.length - 2];
    for (int i = -2; i <= 2; i++) {
      double x = 50 + i * half * 0.36;
      if (variant == 1 || variant == 0) {
        int wax = Draws.one(List.of(0xF25C7A, 0x5CB8F2, 0xF2C14E, 0x8ADB7A), brush.random());
        brush.fill(Shapes.box(x - 0.9, top - 13, 1.8, 13), wax);
        brush.glow(x, top - 16, 7, 0xFFC85A, 0.8);
        brush.fill(
            Shapes.smooth(x, top - 19, x + 1.1, top - 15.5, x, top - 13.5, x - 1.1, top - 15.5),
            0xFFF3B8);
      } else {
        brush.draw(Shapes.thread(x, top - 4, x + 2, top - 9, x + 5, top - 11), 0.6, 0x4A6B2A, 1);
        brush.ball(x, top - 2.5, 3.6, 0xC8142E);
      }
    }
  }

  static void ramen(Brush brush, int variant) {
    Palette palette = brush.palette();
    int bowl =
        palette.seen(
            Colours.mix(
                Draws.one(List.of(0xB02A26, 0x24456B, 0x2F2B2E, 0xE5DCCB), brush.random()),
                palette.accent(),
                0.2));
    brush.fill(Shapes.ellipse(50, 99, 40, 4), 0x05060A, 0.45);
    brush.shade(
        Shapes.smooth(4, 52, 96, 52, 92, 70, 78, 90, 66, 98, 34, 98, 22, 90, 8, 70),
        Colours.lighter(bowl, 0.2),
        Colours.darker(bowl, 0.55));
    brush.draw(
        Shapes.thread(8, 66, 30, 80, 50, 83, 70, 80, 92, 66),
        1.6,
        Colours.lighter(bowl, 0.55),
        0.8);
    brush.shade(Shapes.ellipse(50, 52, 46.5, 13.5), Colours.lighter(bowl, 0.4), bowl);
    brush.shade(Shapes.ellipse(50, 53, 42.5, 11.5), palette.seen(0xD08A3A), palette.seen(0x8E4E1C));
    int noodle = palette.seen(0xF6D98C);
    for (int i = 0; i < 22; i++) {
      double x = brush.between(22, 66);
      double y = brush.between(47, 60);
      brush.draw(
          Shapes.thread(x - 9, y, x - 3, y - 2.4, x + 3, y + 2, x + 9, y - 1),
          1,
          Colours.mix(noodle, Colours.darker(noodle, 0.3), brush.random().nextDouble()),
          1);
    }
    for (int i = 0; i < 14; i++) {
      brush.fill(
          Shapes.ellipse(brush.between(16, 84), brush.between(46, 61), 1, 0.6),
          palette.seen(0x5FAE3C));
    }
    brush.fill(Shapes.smooth(12, 48, 14, 32, 30, 30, 29, 50), palette.seen(0x1E2A20));
    for (int i = 0; i < 2; i++) {
      double x = 40 + i * 17;
      brush.shade(Shapes.ellipse(x, 51 + i * 2, 8.4, 5.4), 0xFFFDF4, palette.seen(0xE3D8C4));
      brush.shade(Shapes.ellipse(x, 51 + i * 2, 4.6, 3), 0xFFC23A, 0xE87F1C);
    }
    brush.shade(Shapes.ellipse(73, 53, 11, 5.6), palette.seen(0xD99A86), palette.seen(0x8A4A36));
    brush.draw(Shapes.ellipse(73, 53, 6, 2.8), 1, palette.seen(0xF3CDB8), 0.9);
    int stick = palette.seen(0x7A3A22);
    brush.fill(Shapes.tapered(1.5, 2.4, 58, 54, 82, 32, 108, 8), stick);
    brush.fill(Shapes.tapered(1.5, 2.4, 64, 56, 88, 36, 114, 14), Colours.lighter(stick, 0.2));
    for (int i = 0; i < 4; i++) {
      double x = 26 + i * 15;
      brush.draw(
          Shapes.thread(x, 42, x + 4, 32, x - 3, 21, x + 3, 10, x - 1, 0), 3, 0xFFFFFF, 0.13);
    }
  }

  static void burger(Brush brush, int variant) {
    Palette palette = brush.palette();
    int bun = palette.seen(0xD98E3E);
    plate(brush, 95, 50);
    brush.shade(
        Shapes.smooth(12, 80, 88, 80, 90, 88, 80, 95, 20, 95, 10, 88),
        Colours.lighter(bun, 0.2),
        Colours.darker(bun, 0.35));
    leaf(brush, 78, palette.seen(0x6DB33C));
    brush.shade(
        Shapes.smooth(9, 68, 91, 68, 93, 74, 88, 80, 12, 80, 7, 74),
        palette.seen(0x7A4428),
        palette.seen(0x3A1E12));
    int cheese = palette.seen(0xFFB92E);
    brush.shade(
        Shapes.polygon(
            8, 65, 92, 65, 93, 69, 80, 70, 74, 78, 67, 70, 46, 70, 38, 80, 30, 70, 18, 70, 12, 74,
            7, 69),
        Colours.lighter(cheese, 0.25),
        cheese);
    for (int i = 0; i < 3; i++) {
      brush.shade(
          Shapes.ellipse(26 + i * 24, 62, 13.5, 4), palette.seen(0xE5453A), palette.seen(0xA3221F));
    }
    if (variant == 1) {
      brush.shade(
          Shapes.smooth(9, 52, 91, 52, 92, 57, 88, 61, 12, 61, 8, 57),
          palette.seen(0x7A4428),
          palette.seen(0x3A1E12));
    }
    double lift = variant == 1 ? 9 : 0;
    leaf(brush, 58 - lift, palette.seen(0x86C24A));
    brush.shade(
        Shapes.smooth(
            10, 55 - lift, 12, 40 - lift, 26, 26 - lift, 50, 21 - lift, 74, 26 - lift, 88,
            40 - lift, 90, 55 - lift, 70, 58 - lift, 30, 58 - lift),
        Colours.lighter(bun, 0.3),
        Colours.darker(bun, 0.15));
    brush.fade(
        Shapes.smooth(22, 38 - lift, 34, 28 - lift, 52, 25 - lift, 44, 32 - lift, 32, 40 - lift),
        0xFFFFFF,
        0.5,
        0.05);
    for (int i = 0; i < 26; i++) {
      double x = brush.between(20, 80);
      double y = 24 - lift + Math.pow(Math.abs(x - 50) / 30, 2) * 10 + brush.between(2, 20);
      brush.fill(Shapes.ellipse(x, y, 1.5, 0.95), palette.seen(0xFFF0C8));
    }
  }

  private static void leaf(Brush brush, double y, int green) {
    double[] outline = new double[2 * 24];
    for (int i = 0; i < 12; i++) {
      outline[2 * i] = 6 + i * 8;
      outline[2 * i + 1] = y - 3 - i % 2;
      int back = 23 - i;
      outline[2 * back] = 6 + i * 8;
      outline[2 * back + 1] = y + 2 + (i % 2 == 0 ? 3.4 : -0.6);
    }
    brush.shade(Shapes.smooth(outline), Colours.lighter(green, 0.25), Colours.darker(green, 0.25));
  }

  static void fruit(Brush brush, int variant) {
    Palette palette = brush.palette();
    boolean basket = variant == 3;
    int grape = palette.seen(0x5B2A6B);
    for (int i = 0; i < 17; i++) {
      brush.ball(
          70 + brush.between(-11, 13),
          52 + brush.between(-12, 16),
          5.2,
          Colours.mix(grape, 0x9A4AB0, brush.random().nextDouble() * 0.4));
    }
    brush.ball(30, 54, 17, palette.seen(0xD0342C));
    brush.draw(Shapes.thread(30, 40, 31, 34, 34, 30), 1.3, 0x4A2E1A, 1);
    brush.fill(Shapes.smooth(33, 33, 41, 27, 46, 29, 40, 35), palette.seen(0x6FA83A));
    int pear = palette.seen(0xC9C048);
    brush.shade(
        Shapes.smooth(
            52, 18, 57, 24, 60, 38, 67, 52, 64, 66, 52, 72, 40, 66, 38, 52, 45, 38, 48, 24),
        Colours.lighter(pear, 0.3),
        Colours.darker(pear, 0.4));
    brush.fade(Shapes.smooth(47, 40, 50, 38, 47, 54, 43, 62, 42, 54), 0xFFFFFF, 0.55, 0.1);
    brush.draw(Shapes.thread(52, 19, 53, 13, 56, 10), 1.3, 0x4A2E1A, 1);
    brush.ball(18, 66, 12, palette.seen(0xF0922B));
    brush.ball(84, 68, 10, palette.seen(0xF3C63A));
    brush.ball(46, 68, 12, palette.seen(0x8DB83E));
    int bowl =
        basket
            ? palette.seen(0x9A6A38)
            : palette.seen(Colours.mix(0x5A7AA0, palette.accent(), 0.25));
    brush.fill(Shapes.ellipse(50, 99, 34, 3.6), 0x05060A, 0.45);
    brush.shade(
        Shapes.smooth(2, 68, 26, 73, 50, 74, 74, 73, 98, 68, 92, 82, 76, 95, 50, 99, 24, 95, 8, 82),
        Colours.lighter(bowl, 0.25),
        Colours.darker(bowl, 0.5));
    for (int i = 0; basket && i < 9; i++) {
      brush.draw(
          Shapes.thread(6 + i * 3, 74 + i * 2.6, 50, 79 + i * 2.4, 94 - i * 3, 74 + i * 2.6),
          0.7,
          Colours.darker(bowl, 0.5),
          0.7);
    }
    if (!basket) {
      brush.fade(Shapes.smooth(10, 74, 26, 78, 22, 88, 14, 84), 0xFFFFFF, 0.5, 0.1);
    }
  }
}
