package io.genai.sessions.pipeline.sample;

import java.util.List;

/** Draws animals in a box of 100 by 100 units. */
final class Animals {
  private Animals() {}

  static void cat(Brush brush, int variant) {
    Palette palette = brush.palette();
    int fur =
        palette.seen(
            switch (variant) {
              case 2 -> 0x24242B;
              case 3 -> 0xE08A3A;
              case 4 -> 0xD8D2C8;
              default -> Draws.one(List.of(0x8A8F98, 0xE3A05A, 0xF2EBE0, 0x6B4B38), brush.random());
            });
    int deep = Colours.darker(fur, 0.4);
    int pale = Colours.lighter(fur, variant == 2 ? 0.1 : 0.5);
    brush.fill(
        Shapes.tapered(9, 5, 68, 92, 84, 92, 90, 80, 84, 68, 87, 60), Colours.darker(fur, 0.15));
    brush.shade(
        Shapes.smooth(
            50, 42, 62, 48, 70, 66, 74, 86, 70, 99, 50, 100, 30, 99, 26, 86, 30, 66, 38, 48),
        fur,
        deep);
    brush.shade(
        Shapes.smooth(50, 54, 58, 62, 58, 82, 50, 90, 42, 82, 42, 62),
        pale,
        Colours.mix(fur, pale, 0.5));
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 7;
      brush.shade(
          Shapes.smooth(x - 5, 70, x + 5, 70, x + 5.5, 92, x + 6, 100, x - 6, 100, x - 5.5, 92),
          Colours.lighter(fur, 0.06),
          Colours.darker(fur, 0.2));
      brush.fill(Shapes.ellipse(x, 98, 6.5, 3), pale);
      double ear = 50 + side * 15;
      brush.shade(
          Shapes.smooth(ear - 7, 26, ear + side * 3, 4, ear + side * 6, 8, ear + side * 8, 30),
          fur,
          deep);
      brush.fill(
          Shapes.smooth(ear - 3, 24, ear + side * 3, 10, ear + side * 5, 26),
          palette.seen(0xE8A0A0));
    }
    brush.shade(
        Shapes.smooth(
            50, 14, 64, 17, 73, 30, 72, 42, 62, 52, 50, 54, 38, 52, 28, 42, 27, 30, 36, 17),
        Colours.lighter(fur, 0.1),
        Colours.darker(fur, 0.12));
    if (variant != 2 && variant != 4) {
      for (int stripe = -1; stripe <= 1; stripe++) {
        brush.fill(
            Shapes.smooth(
                50 + stripe * 6 - 1.2, 15, 50 + stripe * 6 + 1.2, 15, 50 + stripe * 4, 24),
            deep);
      }
    }
    brush.fill(Shapes.smooth(50, 38, 58, 42, 57, 50, 50, 52, 43, 50, 42, 42), pale);
    int iris =
        variant == 2 ? 0xF5CE2E : Draws.one(List.of(0x7FBF4A, 0x4AA8D8, 0xE8B32E), brush.random());
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 10.5;
      brush.fill(Shapes.ellipse(x, 34.5, 6, 5.6), Colours.darker(fur, 0.75));
      brush.fill(Shapes.ellipse(x, 34.5, 5.2, 4.9), iris);
      brush.fill(Shapes.ellipse(x, 34.5, 1.9, 4.4), 0x0A0A0C);
      brush.fill(Shapes.circle(x - 1.8, 32.6, 1.3), 0xFFFFFF);
      for (int i = 0; i < 3; i++) {
        brush.draw(
            Shapes.thread(
                50 + side * 7, 44 + i, 50 + side * 18, 42 + i * 2.5, 50 + side * 29, 42 + i * 4),
            0.35,
            0xFFFFFF,
            0.8);
      }
    }
    brush.fill(Shapes.smooth(47.5, 41, 52.5, 41, 50, 44), palette.seen(0xD77A7F));
    brush.draw(
        Shapes.thread(45, 47.5, 48, 48, 50, 44.5, 52, 48, 55, 47.5),
        0.7,
        Colours.darker(fur, 0.7),
        0.8);
  }

  static void wolf(Brush brush, int variant) {
    Palette palette = brush.palette();
    int fur = palette.seen(variant == 3 ? 0xE9ECF0 : variant == 2 ? 0x7E8590 : 0x5C5F68);
    int deep = Colours.darker(fur, 0.5);
    int pale = Colours.lighter(fur, 0.4);
    boolean howling = variant == 1 || variant == 4;
    brush.shade(Shapes.tapered(10, 2, 16, 64, 7, 76, 6, 92), fur, deep);
    brush.shade(
        Shapes.smooth(22, 58, 34, 60, 36, 74, 32, 84, 35, 99, 27, 99, 24, 84, 17, 72),
        Colours.darker(fur, 0.25),
        deep);
    brush.shade(
        Shapes.smooth(58, 66, 66, 68, 66, 84, 68, 99, 61, 99, 59, 84),
        Colours.darker(fur, 0.25),
        deep);
    brush.shade(
        Shapes.smooth(
            14, 58, 28, 50, 46, 50, 62, 44, 74, 48, 74, 64, 62, 74, 46, 72, 32, 76, 18, 72),
        Colours.lighter(fur, 0.1),
        Colours.darker(fur, 0.25));
    brush.shade(
        Shapes.smooth(14, 62, 26, 60, 30, 74, 22, 84, 25, 99, 17, 99, 15, 84, 11, 74), fur, deep);
    brush.shade(Shapes.smooth(64, 60, 74, 58, 74, 76, 75, 99, 68, 99, 67, 80), fur, deep);
    double up = howling ? -58 : 0;
    brush.shade(
        Shapes.smooth(56, 46, 62, 32, 72, 26, 80, 36, 78, 54, 72, 68, 62, 66),
        Colours.lighter(fur, 0.15),
        Colours.darker(fur, 0.15));
    for (int i = 0; i < 7; i++) {
      double y = 42 + i * 3.6;
      brush.fill(Shapes.polygon(60 + i, y, 58 + i * 0.8, y + 6, 64 + i, y + 3), deep, 0.5);
    }
    try (Brush head = brush.turned(up, 72, 32)) {
      head.shade(
          Shapes.smooth(
              64, 24, 74, 20, 83, 25, 90, 30, 97, 32, 97, 36, 89, 39, 80, 41, 70, 42, 63, 36),
          Colours.lighter(fur, 0.2),
          Colours.darker(fur, 0.1));
      head.fill(Shapes.smooth(76, 36, 88, 35, 96, 35.5, 88, 39, 79, 41), pale);
      head.fill(Shapes.circle(97, 32.8, 1.7), 0x121216);
      head.shade(Shapes.polygon(65, 27, 64, 11, 73, 21), fur, deep);
      head.shade(Shapes.polygon(71, 23, 72, 8, 79, 22), Colours.lighter(fur, 0.1), deep);
      head.fill(
          Shapes.smooth(80, 28, 84, 27.4, 84.4, 29.6, 81, 30), variant == 3 ? 0x5BB8F2 : 0xF2C53D);
      head.fill(Shapes.circle(82.6, 28.6, 0.7), 0x0A0A0C);
      if (howling) {
        head.fill(Shapes.polygon(84, 38, 94, 36.5, 92, 44, 85, 42), Colours.darker(fur, 0.5));
        head.fill(Shapes.polygon(86, 38.4, 92.6, 37.4, 91, 40.6, 87, 40.4), 0x7A2430);
      }
    }
  }

  static void owl(Brush brush, int variant) {
    Palette palette = brush.palette();
    int plumage = palette.seen(variant == 3 ? 0xEDEAE2 : variant == 2 ? 0x8A6238 : 0x9A7B58);
    int deep = Colours.darker(plumage, 0.5);
    int pale = Colours.lighter(plumage, 0.45);
    brush.shade(
        Shapes.tapered(5, 3.4, -12, 96, 30, 93, 70, 94, 112, 90),
        palette.seen(0x6A4C34),
        palette.seen(0x33241A));
    brush.fill(Shapes.smooth(42, 86, 58, 86, 55, 106, 50, 108, 45, 106), deep);
    brush.shade(
        Shapes.smooth(50, 22, 66, 32, 74, 54, 70, 78, 58, 92, 42, 92, 30, 78, 26, 54, 34, 32),
        plumage,
        deep);
    brush.shade(
        Shapes.smooth(50, 42, 62, 52, 62, 74, 50, 88, 38, 74, 38, 52),
        pale,
        Colours.mix(pale, plumage, 0.6));
    for (int row = 0; row < 6; row++) {
      for (int i = -2; i <= 2; i++) {
        double x = 50 + i * 4.4 + row % 2 * 2.2;
        double y = 52 + row * 5.4;
        if (Math.abs(x - 50) < 12 - row) {
          brush.fill(Shapes.smooth(x - 1.4, y, x + 1.4, y, x, y + 3), deep, 0.55);
        }
      }
    }
    for (int side = -1; side <= 1; side += 2) {
      brush.shade(
          Shapes.smooth(
              50 + side * 17,
              40,
              50 + side * 27,
              52,
              50 + side * 26,
              72,
              50 + side * 16,
              92,
              50 + side * 14,
              70,
              50 + side * 12,
              52),
          Colours.darker(plumage, 0.15),
          deep);
      for (int i = 0; i < 4; i++) {
        brush.draw(
            Shapes.thread(
                50 + side * 15, 58 + i * 7, 50 + side * 20, 62 + i * 7, 50 + side * 24, 58 + i * 6),
            0.9,
            pale,
            0.35);
        brush.fill(Shapes.ellipse(50 + side * 6 + i - 1.5, 93, 1, 2.4), palette.seen(0xD9A441));
      }
    }
    brush.shade(
        Shapes.smooth(
            50, 10, 64, 8, 72, 2, 73, 20, 70, 34, 60, 44, 50, 46, 40, 44, 30, 34, 27, 20, 28, 2, 36,
            8),
        Colours.lighter(plumage, 0.12),
        plumage);
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 10;
      brush.shade(Shapes.circle(x, 25, 11), pale, Colours.mix(pale, plumage, 0.5));
      brush.fill(Shapes.circle(x, 25, 7), Colours.darker(plumage, 0.65));
      brush.fill(Shapes.circle(x, 25, 6), 0xF6B92B);
      brush.fill(Shapes.circle(x, 25, 3.3), 0x0A0A0C);
      brush.fill(Shapes.circle(x - 1.7, 23, 1.5), 0xFFFFFF);
      brush.fill(
          Shapes.smooth(
              50 + side * 2, 19, 50 + side * 16, 11, 50 + side * 20, 9, 50 + side * 17, 15),
          deep);
    }
    brush.shade(
        Shapes.smooth(47, 29, 53, 29, 52, 36, 50, 39, 48, 36),
        palette.seen(0xE9B84E),
        palette.seen(0x8A5F1E));
  }

  static void stag(Brush brush, int variant) {
    Palette palette = brush.palette();
    int coat = palette.seen(variant >= 2 ? 0xEFE9DC : 0x9A6238);
    int deep = Colours.darker(coat, 0.5);
    int antler = variant == 2 ? Colours.lighter(palette.accent(), 0.3) : palette.seen(0xC9B08A);
    double[] legs = {27, 0.35, 35, 0.1, 60, 0.35, 67, 0.05};
    for (int i = 0; i < legs.length; i += 2) {
      double x = legs[i];
      brush.shade(
          Shapes.smooth(x - 4, 62, x + 4, 62, x + 2.4, 78, x + 2, 98, x - 1.6, 98, x - 1.2, 80),
          Colours.darker(coat, legs[i + 1]),
          deep);
      brush.fill(Shapes.polygon(x - 1.8, 96, x + 2.2, 96, x + 2.8, 100, x - 2.2, 100), 0x1E1814);
    }
    brush.fill(Shapes.smooth(21, 54, 17, 58, 18, 66, 23, 62), Colours.lighter(coat, 0.5));
    brush.shade(
        Shapes.smooth(
            22, 56, 34, 51, 52, 53, 64, 48, 74, 54, 72, 66, 60, 71, 46, 68, 32, 70, 23, 66),
        Colours.lighter(coat, 0.12),
        Colours.darker(coat, 0.25));
    brush.shade(
        Shapes.smooth(62, 58, 66, 44, 71, 36, 79, 38, 78, 50, 75, 62, 68, 66),
        Colours.lighter(coat, 0.14),
        Colours.darker(coat, 0.1));
    brush.fill(Shapes.smooth(74, 46, 78, 46, 76, 62, 70, 66), Colours.lighter(coat, 0.5), 0.7);
    brush.shade(
        Shapes.smooth(70, 34, 77, 31, 84, 35, 92, 41, 92, 45, 84, 46, 75, 45),
        Colours.lighter(coat, 0.15),
        Colours.darker(coat, 0.12));
    brush.fill(Shapes.ellipse(91.5, 42.6, 1.4, 1.2), 0x14100E);
    brush.fill(Shapes.circle(80.5, 37.5, 1.3), 0x14100E);
    brush.fill(Shapes.smooth(71, 35, 61, 32, 63, 37, 71, 38), Colours.darker(coat, 0.15));
    if (variant == 2) {
      brush.glow(72, 14, 34, palette.accent(), 0.45);
    }
    for (int side = 0; side < 2; side++) {
      double d = side * 5;
      int colour = side == 0 ? Colours.darker(antler, 0.3) : antler;
      double lean = side == 0 ? -1 : 1;
      brush.fill(
          Shapes.tapered(
              2.4,
              0.5,
              73 + d,
              33,
              72 + d + lean * 9,
              22,
              70 + d + lean * 15,
              10,
              74 + d + lean * 14,
              -4),
          colour);
      brush.fill(
          Shapes.tapered(
              1.7, 0.3, 72 + d + lean * 8, 23, 79 + d + lean * 8, 16, 80 + d + lean * 9, 10),
          colour);
      brush.fill(
          Shapes.tapered(
              1.7, 0.3, 70 + d + lean * 14, 12, 64 + d + lean * 16, 6, 63 + d + lean * 18, 0),
          colour);
      brush.fill(
          Shapes.tapered(
              1.5, 0.3, 71 + d + lean * 13, 6, 77 + d + lean * 16, 0, 77 + d + lean * 18, -6),
          colour);
      brush.fill(Shapes.tapered(1.5, 0.3, 73 + d + lean * 2, 30, 80 + d, 25, 83 + d, 20), colour);
    }
  }

  static void whale(Brush brush, int variant) {
    Palette palette = brush.palette();
    int skin = palette.seen(variant == 1 ? 0x3E6C9E : 0x46586E);
    int deep = Colours.darker(skin, 0.4);
    int belly = Colours.lighter(skin, 0.6);
    brush.shade(Shapes.smooth(13, 48, 5, 36, -6, 28, -2, 40, -8, 50, 4, 50, 12, 56), skin, deep);
    brush.shade(
        Shapes.smooth(
            10, 50, 26, 44, 48, 32, 72, 28, 94, 36, 104, 48, 100, 60, 84, 70, 60, 70, 36, 62, 20,
            56),
        Colours.lighter(skin, 0.12),
        deep);
    brush.shade(
        Shapes.smooth(103, 52, 100, 60, 84, 70, 60, 70, 40, 64, 60, 63, 82, 60),
        belly,
        Colours.mix(belly, skin, 0.55));
    for (int i = 0; i < 7; i++) {
      brush.draw(
          Shapes.thread(
              101 - i * 1.5, 54.5 + i * 1.8, 82, 62 + i * 1.1, 58 + i * 2, 64.5 + i * 0.8),
          0.45,
          deep,
          0.55);
    }
    brush.draw(Shapes.thread(104, 49, 94, 54, 84, 54), 0.7, Colours.darker(skin, 0.7), 0.8);
    brush.fill(Shapes.circle(81, 51, 1.5), 0x0A0C10);
    brush.fill(Shapes.circle(80.6, 50.5, 0.5), 0xFFFFFF);
    brush.shade(Shapes.smooth(68, 62, 78, 64, 72, 80, 56, 90, 52, 86, 60, 76), skin, deep);
    brush.shade(Shapes.smooth(40, 37, 34, 27, 44, 30, 50, 33), skin, deep);
    if (variant == 3) {
      for (int i = 0; i < 26; i++) {
        double x = 28 + brush.between(0, 66);
        double y = 36 + brush.between(0, 20) + Math.abs(x - 70) * 0.15;
        brush.glow(x, y, 2.6, palette.accent(), 0.7);
        brush.fill(Shapes.circle(x, y, 0.55), Colours.lighter(palette.accent(), 0.7));
      }
    }
  }
}
