package io.genai.sessions.pipeline.sample;

/** Draws a dragon, a robot and a kraken in a box of 100 by 100 units. */
final class Creatures {
  private Creatures() {}

  static void dragon(Brush brush, int variant) {
    Palette palette = brush.palette();
    int scales =
        palette.seen(
            variant == 1
                ? 0xA81E1E
                : variant == 4 ? 0x25252E : Colours.mix(0x3E6B4A, palette.accent(), 0.35));
    int deep = Colours.darker(scales, 0.5);
    int membrane = Colours.mix(scales, palette.accent(), 0.35);
    wing(brush, Colours.darker(membrane, 0.4), deep, 8);
    brush.fill(
        Shapes.tapered(12, 0.8, 40, 64, 22, 74, 10, 66, 4, 76, -8, 80),
        Colours.darker(scales, 0.2));
    brush.fill(Shapes.polygon(-6, 77, -16, 76, -10, 86), membrane);
    brush.shade(
        Shapes.smooth(34, 62, 42, 50, 56, 44, 68, 48, 68, 62, 58, 72, 44, 74),
        Colours.lighter(scales, 0.1),
        deep);
    leg(brush, 42, 70, scales);
    leg(brush, 60, 68, scales);
    brush.shade(
        Shapes.tapered(17, 8, 60, 55, 74, 44, 76, 30, 84, 20), Colours.lighter(scales, 0.12), deep);
    brush.draw(
        Shapes.thread(66, 60, 79, 48, 82, 32, 88, 25), 3.4, Colours.lighter(membrane, 0.35), 0.75);
    for (int i = 0; i < 8; i++) {
      double t = i / 7.0;
      double x = 55 + t * 20 + Math.max(0, t - 0.6) * 12;
      double y = 46 - t * 30;
      brush.fill(Shapes.polygon(x - 2.4, y + 2.5, x - 5.5, y - 3.5, x + 1.5, y - 0.5), deep);
    }
    brush.fill(Shapes.tapered(2.6, 0.3, 82, 14, 76, 7, 68, 5), Colours.lighter(deep, 0.35));
    brush.fill(Shapes.tapered(2.6, 0.3, 85, 13, 81, 5, 74, 0), Colours.lighter(deep, 0.5));
    brush.shade(
        Shapes.smooth(79, 16, 86, 11, 93, 15, 103, 18, 105, 21, 96, 23, 88, 26, 80, 25),
        Colours.lighter(scales, 0.2),
        scales);
    brush.shade(Shapes.smooth(82, 25, 90, 25, 100, 27, 98, 30, 88, 31, 82, 29), scales, deep);
    brush.glow(89, 17, 4, 0xFFD23F, 0.8);
    brush.fill(Shapes.smooth(87, 17, 91, 15.6, 91.4, 18, 88, 18.6), 0xFFE14A);
    brush.fill(Shapes.ellipse(89.6, 17, 0.5, 1.2), 0x0A0A0A);
    for (int i = 0; i < 4; i++) {
      brush.fill(
          Shapes.polygon(
              92 + i * 2.8,
              22.8 - i * 0.4,
              93.4 + i * 2.8,
              22.6 - i * 0.4,
              92.8 + i * 2.8,
              25.4 - i * 0.3),
          0xF4EFE0);
    }
    if (variant == 2) {
      brush.glow(116, 27, 26, 0xFF7A1A, 0.75);
      brush.fade(
          Shapes.smooth(99, 24, 112, 16, 130, 16, 140, 28, 128, 36, 112, 34), 0xFF9A2E, 0.95, 0.6);
      brush.fade(Shapes.smooth(100, 25, 112, 21, 124, 23, 130, 28, 118, 30), 0xFFF0B0, 0.95, 0.8);
    }
    wing(brush, membrane, deep, 0);
  }

  private static void wing(Brush brush, int membrane, int bone, double shift) {
    double s = shift;
    brush.shade(
        Shapes.smooth(
            56 + s,
            50,
            46 + s * 1.6,
            22,
            30 + s * 2.2,
            2,
            6 + s * 2.6,
            -10,
            14 + s * 2.4,
            12,
            6 + s * 2,
            26,
            20 + s * 2,
            30,
            18 + s * 1.6,
            46,
            34 + s * 1.4,
            44,
            40 + s,
            58),
        Colours.lighter(membrane, 0.15),
        Colours.darker(membrane, 0.35));
    brush.fill(
        Shapes.tapered(3.6, 0.6, 56 + s, 50, 44 + s * 1.6, 24, 30 + s * 2.2, 3, 6 + s * 2.6, -10),
        bone);
    brush.draw(Shapes.thread(34 + s * 2, 8, 22 + s * 2, 14, 7 + s * 2, 25), 1, bone, 0.9);
    brush.draw(Shapes.thread(40 + s * 1.8, 16, 28 + s * 1.8, 28, 19 + s * 1.6, 45), 1, bone, 0.9);
    brush.draw(Shapes.thread(46 + s * 1.6, 26, 40 + s * 1.4, 40, 39 + s, 57), 1, bone, 0.9);
  }

  private static void leg(Brush brush, double x, double y, int scales) {
    brush.shade(
        Shapes.smooth(
            x - 6, y - 6, x + 6, y - 6, x + 7, y + 8, x + 1, y + 18, x + 4, y + 28, x - 3, y + 28,
            x - 5, y + 14),
        scales,
        Colours.darker(scales, 0.5));
    for (int claw = 0; claw < 3; claw++) {
      brush.fill(
          Shapes.polygon(
              x - 2 + claw * 3, y + 26, x + 1 + claw * 3, y + 26, x + 1.6 + claw * 3.2, y + 31),
          0xE8E0CC);
    }
  }

  static void robot(Brush brush, int variant) {
    Palette palette = brush.palette();
    int metal =
        palette.seen(
            variant == 1 ? 0xA0653C : variant == 2 ? 0x5F6B7A : variant == 3 ? 0x7FC4C9 : 0xB9C0C8);
    int dim = Colours.darker(metal, 0.5);
    int joint = Colours.darker(metal, 0.65);
    int eye = variant == 2 ? 0xFF4A36 : Colours.lighter(palette.accent(), 0.25);
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 10;
      brush.fill(Shapes.box(x - 3, 66, 6, 12), joint);
      brush.shadeAcross(
          Shapes.smooth(x - 6, 74, x + 6, 74, x + 7, 92, x - 7, 92),
          Colours.lighter(metal, 0.2),
          dim);
      brush.shade(Shapes.smooth(x - 9, 92, x + 9, 92, x + 11, 100, x - 11, 100), metal, dim);
      double a = 50 + side * 26;
      brush.fill(Shapes.tapered(5, 5, 50 + side * 18, 42, a, 46, a + side * 2, 60), joint);
      brush.shade(
          Shapes.smooth(a - 6, 54, a + 6, 54, a + 7, 70, a - 7, 70),
          Colours.lighter(metal, 0.15),
          dim);
      brush.fill(Shapes.tapered(3, 2, a - 4, 70, a - 5, 75, a - 2, 79), joint);
      brush.fill(Shapes.tapered(3, 2, a + 4, 70, a + 5, 75, a + 2, 79), joint);
      brush.ball(50 + side * 20, 41, 6.5, metal);
    }
    brush.shadeAcross(
        Shapes.smooth(33, 36, 50, 33, 67, 36, 70, 54, 64, 69, 50, 71, 36, 69, 30, 54),
        Colours.lighter(metal, 0.3),
        dim);
    brush.shade(Shapes.smooth(41, 43, 59, 43, 59, 57, 41, 57), 0x1A2028, 0x2C3642);
    brush.glow(50, 50, 9, eye, 0.8);
    brush.fill(Shapes.circle(50, 50, 3.4), Colours.lighter(eye, 0.5));
    for (int i = 0; i < 4; i++) {
      brush.fill(Shapes.circle(36 + i * 9.4, 64 - Math.abs(i - 1.5) * 0.8, 1), joint);
    }
    if (variant == 4) {
      brush.draw(Shapes.thread(42, 60, 32, 70, 44, 76, 40, 84), 0.9, 0xD94040, 1);
      brush.draw(Shapes.thread(58, 60, 68, 68, 60, 76, 64, 82), 0.9, 0xE0B030, 1);
    }
    brush.fill(Shapes.box(45, 28, 10, 7), joint);
    brush.line(1, joint, 50, 8, 50, 0);
    brush.glow(50, -1, 6, eye, 0.8);
    brush.ball(50, -1, 2, eye);
    brush.shadeAcross(
        Shapes.smooth(34, 10, 50, 6, 66, 10, 68, 20, 65, 30, 50, 32, 35, 30, 32, 20),
        Colours.lighter(metal, 0.4),
        dim);
    brush.fill(Shapes.smooth(37, 14, 63, 14, 64, 20, 63, 25, 37, 25, 36, 20), 0x11151B);
    for (int side = -1; side <= 1; side += 2) {
      brush.glow(50 + side * 7.5, 19.5, 7.5, eye, 0.85);
      brush.fill(Shapes.circle(50 + side * 7.5, 19.5, 3), Colours.lighter(eye, 0.45));
      brush.ball(50 + side * 18, 20, 3.4, dim);
    }
  }

  static void kraken(Brush brush, int variant) {
    Palette palette = brush.palette();
    int skin = palette.seen(Colours.mix(variant == 3 ? 0xB5523B : 0x5A3E7A, palette.accent(), 0.2));
    int deep = Colours.darker(skin, 0.5);
    int sucker = Colours.lighter(skin, 0.45);
    for (int i = 0; i < 8; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      int rank = i / 2;
      double reach = 22 + rank * 11;
      double lift = brush.between(-6, 6);
      double[] spine = {
        50 + side * (5 + rank * 3), 58,
        50 + side * reach * 0.7, 74 - rank * 4 + lift,
        50 + side * reach, 88 - rank * 15 + lift,
        50 + side * (reach + 9), 72 - rank * 17 + lift,
        50 + side * (reach + 2), 62 - rank * 16 + lift,
        50 + side * (reach - 3), 68 - rank * 16 + lift
      };
      int tone = Colours.mix(deep, skin, rank / 3.0);
      brush.shade(
          Shapes.tapered(12 - rank, 1, spine),
          Colours.lighter(tone, 0.1),
          Colours.darker(tone, 0.25));
      for (int s = 1; s < 4; s++) {
        for (double t = 0; t < 1; t += 0.25) {
          double x = spine[2 * s] + (spine[2 * s + 2] - spine[2 * s]) * t;
          double y = spine[2 * s + 1] + (spine[2 * s + 3] - spine[2 * s + 1]) * t;
          brush.fill(Shapes.circle(x - side * 0.8, y + 1.2, 1.35 - s * 0.25), sucker, 0.7);
        }
      }
    }
    brush.shade(
        Shapes.smooth(
            50, 2, 68, 8, 76, 26, 72, 44, 66, 56, 64, 68, 50, 72, 36, 68, 34, 56, 28, 44, 24, 26,
            32, 8),
        Colours.lighter(skin, 0.25),
        deep);
    for (int i = 0; i < 12; i++) {
      brush.fill(
          Shapes.ellipse(
              32 + brush.between(0, 36),
              8 + brush.between(0, 26),
              brush.between(1, 3),
              brush.between(0.8, 2)),
          Colours.lighter(skin, 0.3),
          0.35);
    }
    boolean manyEyes = variant == 1 || variant == 2;
    eye(brush, 40, 48, 6);
    eye(brush, 60, 48, 6);
    if (manyEyes) {
      eye(brush, 50, 36, 4.5);
      eye(brush, 34, 34, 3);
      eye(brush, 66, 34, 3);
      eye(brush, 50, 22, 3);
    }
    brush.fill(Shapes.smooth(44, 62, 50, 60, 56, 62, 50, 69), 0x1A0E14);
  }

  private static void eye(Brush brush, double x, double y, double size) {
    brush.glow(x, y, size * 1.9, 0xFFC93A, 0.55);
    brush.fill(Shapes.ellipse(x, y, size, size * 0.75), 0xFFD34D);
    brush.fill(Shapes.ellipse(x, y, size * 0.72, size * 0.6), 0xE8862B);
    brush.fill(Shapes.ellipse(x, y, size * 0.62, size * 0.2), 0x0A0608);
    brush.fill(Shapes.circle(x - size * 0.3, y - size * 0.3, size * 0.17), 0xFFFFFF);
  }
}
