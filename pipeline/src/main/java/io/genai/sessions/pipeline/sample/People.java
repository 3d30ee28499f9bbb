package io.genai.sessions.pipeline.sample;

import java.awt.Shape;

/** Draws persons in a box of 100 by 100 units. */
final class People {
  private People() {}

  static void portrait(Brush brush, int variant) {
    Palette palette = brush.palette();
    int skin =
        palette.seen(
            Draws.one(java.util.List.of(0xF0C3A0, 0xD9A27A, 0x9C6644, 0xF7D7C0), brush.random()));
    int hair =
        palette.seen(
            switch (variant) {
              case 2 -> 0xE9DFC4;
              case 4 -> 0xB5401F;
              default ->
                  Draws.one(
                      java.util.List.of(0x2B1B17, 0x4A2C1A, 0x8A5A2B, 0x1C1A24), brush.random());
            });
    int dress = Colours.mix(palette.accent(), palette.seen(palette.accent()), 0.6);
    // Hair behind, shoulders, neck, face, hair in front.
    brush.shade(
        Shapes.smooth(
            50, 8, 68, 14, 76, 34, 78, 58, 86, 82, 78, 98, 58, 92, 40, 92, 22, 98, 14, 84, 22, 58,
            24, 34, 32, 14),
        Colours.lighter(hair, 0.08),
        Colours.darker(hair, 0.35));
    brush.shade(
        Shapes.smooth(
            42, 66, 58, 66, 66, 74, 88, 80, 98, 96, 100, 112, 0, 112, 2, 96, 12, 80, 34, 74),
        Colours.lighter(dress, 0.12),
        Colours.darker(dress, 0.35));
    brush.shade(
        Shapes.smooth(43, 54, 57, 54, 58, 70, 66, 76, 50, 86, 34, 76, 42, 70),
        Colours.darker(skin, 0.32),
        Colours.darker(skin, 0.08));
    brush.fill(
        Shapes.smooth(34, 76, 50, 87, 66, 76, 70, 78, 50, 92, 30, 78),
        Colours.lighter(dress, 0.35));
    if (variant == 2) {
      brush.fill(Shapes.smooth(34, 42, 22, 33, 33, 48), Colours.darker(skin, 0.1));
      brush.fill(Shapes.smooth(66, 42, 78, 33, 67, 48), Colours.darker(skin, 0.25));
    }
    Shape face =
        Shapes.smooth(
            50, 17, 62, 21, 67, 34, 65, 48, 58, 60, 50, 65, 42, 60, 35, 48, 33, 34, 38, 21);
    brush.shade(face, Colours.lighter(skin, 0.1), skin);
    brush.fade(
        Shapes.smooth(52, 18, 63, 22, 67, 34, 65, 48, 58, 60, 50, 65, 57, 54, 60, 42, 58, 30),
        Colours.darker(skin, 0.5),
        0.25,
        0.4);
    brush.glow(40, 49, 6, 0xE5735F, 0.28);
    brush.glow(60, 49, 6, 0xE5735F, 0.22);
    face(brush, skin, hair);
    // A parting to one side: a sweep across the brow, locks down both cheeks.
    brush.shade(
        Shapes.smooth(
            57, 9, 68, 12, 76, 28, 79, 52, 82, 74, 76, 88, 70, 80, 70, 60, 67, 42, 63, 28, 57, 20,
            56, 13),
        Colours.lighter(hair, 0.16),
        Colours.darker(hair, 0.15));
    brush.shade(
        Shapes.smooth(
            58, 8, 46, 6, 34, 11, 25, 26, 22, 50, 18, 74, 25, 90, 31, 80, 31, 60, 33, 44, 38, 33,
            48, 25, 57, 19),
        Colours.lighter(hair, 0.24),
        hair);
    for (int i = 0; i < 8; i++) {
      double lock = i * 1.6;
      int strand = i % 2 == 0 ? Colours.lighter(hair, 0.45) : Colours.darker(hair, 0.4);
      brush.draw(
          Shapes.thread(
              56 - lock * 0.4,
              9 + lock * 0.6,
              38 - lock,
              15 + lock * 0.5,
              27 + lock * 0.3,
              36,
              23 + lock * 0.6,
              62,
              23 + lock * 0.5,
              86 - i),
          0.5,
          strand,
          0.3);
      brush.draw(
          Shapes.thread(
              59 + lock * 0.2,
              10 + lock * 0.5,
              70 + lock * 0.3,
              20,
              74 - lock * 0.1,
              42,
              77 - lock * 0.4,
              62,
              78 - lock * 0.4,
              84 - i),
          0.5,
          strand,
          0.3);
    }
    brush.ball(31, 60, 1.5, palette.accent());
    brush.ball(69.5, 60, 1.5, palette.accent());
    if (variant == 3) {
      int gold = palette.seen(0xF1C24B);
      brush.shade(
          Shapes.polygon(32, 16, 30, 0, 39, 8, 44, -4, 50, 6, 56, -4, 61, 8, 70, 0, 68, 16, 50, 13),
          Colours.lighter(gold, 0.4),
          Colours.darker(gold, 0.25));
      brush.ball(50, 9, 1.8, 0xD0203A);
      brush.ball(40, 11, 1.2, 0x2F6FD0);
      brush.ball(60, 11, 1.2, 0x2F6FD0);
    }
  }

  private static void face(Brush brush, int skin, int hair) {
    int shadow = Colours.mix(Colours.darker(skin, 0.5), 0x8A3A30, 0.3);
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 7.6;
      brush.fill(Shapes.smooth(x - 4, 41, x, 38.8, x + 4, 41, x, 43.2), 0xF6F1EC);
      brush.fill(Shapes.circle(x + 0.3, 41, 2), Colours.darker(brush.palette().accent(), 0.3));
      brush.fill(Shapes.circle(x + 0.3, 41, 1), 0x0D0D12);
      brush.fill(Shapes.circle(x - 0.4, 40.2, 0.6), 0xFFFFFF);
      brush.draw(
          Shapes.thread(x - 4.4, 41, x, 38.5, x + 4.4, 40.8), 1, Colours.darker(hair, 0.5), 0.9);
      brush.draw(
          Shapes.thread(x - 5, 34.4 + side * 0.4, x, 32.8, x + 5, 34.4 - side * 0.4),
          1.1,
          Colours.darker(hair, 0.2),
          0.8);
    }
    brush.draw(Shapes.thread(51.2, 38, 52.4, 47, 49, 49.4, 47.8, 48.6), 0.8, shadow, 0.45);
    int lips = Colours.mix(skin, 0xB02A3C, 0.6);
    brush.fill(Shapes.smooth(44.5, 55, 48.5, 53.4, 50, 54, 51.5, 53.4, 55.5, 55, 50, 58.4), lips);
    brush.draw(Shapes.thread(44.5, 55, 50, 55.5, 55.5, 55), 0.4, Colours.darker(lips, 0.5), 0.8);
  }

  /** A hooded or hatted figure with a staff, seen from behind. */
  static void wanderer(Brush brush, int variant) {
    Palette palette = brush.palette();
    int cloak =
        palette.seen(
            Colours.mix(
                Draws.one(
                    java.util.List.of(0x3B3350, 0x5A2A2A, 0x2B4250, 0x4A3A28), brush.random()),
                palette.accent(),
                0.22));
    boolean wizard = variant == 1 || variant == 3;
    if (wizard) {
      brush.fill(Shapes.tapered(1.6, 1.2, 74, 100, 72, 60, 73, 12), palette.seen(0x6A4A2A));
      brush.glow(73, 10, 20, palette.accent(), 0.85);
      brush.ball(73, 10, 3.2, Colours.lighter(palette.accent(), 0.4));
    } else {
      brush.fill(Shapes.tapered(1.6, 1.1, 73, 100, 71, 60, 72, 24), palette.seen(0x5A4028));
    }
    brush.shade(
        Shapes.smooth(
            50, 26, 58, 32, 63, 48, 66, 72, 74, 100, 60, 98, 50, 101, 40, 98, 25, 100, 34, 72, 37,
            48, 42, 32),
        Colours.lighter(cloak, 0.14),
        Colours.darker(cloak, 0.45));
    for (int fold = -2; fold <= 2; fold++) {
      brush.draw(
          Shapes.thread(50 + fold * 3, 40, 50 + fold * 5.5, 70, 50 + fold * 9, 99),
          0.9,
          Colours.darker(cloak, 0.55),
          0.5);
    }
    brush.shade(
        Shapes.smooth(58, 40, 64, 46, 71, 56, 70, 60, 62, 56),
        Colours.lighter(cloak, 0.1),
        Colours.darker(cloak, 0.2));
    brush.shade(
        Shapes.smooth(40, 34, 50, 27, 60, 34, 63, 42, 50, 46, 37, 42),
        Colours.lighter(cloak, 0.22),
        cloak);
    if (wizard) {
      brush.shade(Shapes.smooth(44, 26, 50, 22, 56, 26, 56, 36, 44, 36), 0xD8D4CC, 0xA9A49C);
      brush.shade(
          Shapes.smooth(42, 25, 46, 10, 55, -3, 56, -2, 53, 10, 58, 25),
          Colours.lighter(cloak, 0.2),
          cloak);
      brush.fill(Shapes.ellipse(50, 26, 14, 3), Colours.darker(cloak, 0.2));
      brush.draw(Shapes.thread(42, 23, 50, 24.6, 58, 23), 1.4, palette.accent(), 0.9);
    } else {
      brush.shade(
          Shapes.smooth(50, 12, 57, 17, 59, 28, 56, 36, 44, 36, 41, 28, 43, 17),
          Colours.lighter(cloak, 0.24),
          Colours.darker(cloak, 0.15));
      brush.fill(
          Shapes.smooth(50, 18, 54, 22, 54, 31, 50, 34, 46, 31, 46, 22),
          Colours.darker(cloak, 0.75));
      if (variant == 4) {
        brush.glow(48, 26, 4, palette.accent(), 0.9);
        brush.glow(52, 26, 4, palette.accent(), 0.9);
        brush.fill(Shapes.circle(48, 26, 0.8), Colours.lighter(palette.accent(), 0.6));
        brush.fill(Shapes.circle(52, 26, 0.8), Colours.lighter(palette.accent(), 0.6));
      }
    }
  }

  static void knight(Brush brush, int variant) {
    Palette palette = brush.palette();
    int steel = palette.seen(0xAEB6C2);
    int dark = Colours.darker(steel, 0.55);
    int cloth = palette.seen(Colours.mix(palette.accent(), 0xA02030, 0.5));
    brush.shade(
        Shapes.smooth(38, 30, 62, 30, 72, 60, 76, 96, 50, 92, 24, 96, 28, 60),
        Colours.darker(cloth, 0.1),
        Colours.darker(cloth, 0.6));
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 8;
      brush.shadeAcross(
          Shapes.smooth(x - 5, 60, x + 5, 60, x + 5, 78, x + 4, 96, x - 4, 96, x - 5, 78),
          Colours.lighter(steel, 0.2),
          dark);
      brush.shade(Shapes.ellipse(x, 77, 4.6, 4), Colours.lighter(steel, 0.4), steel);
      brush.fill(
          Shapes.smooth(x - 5, 95, x + 4, 94, x + side * 8, 100, x - 5, 100),
          Colours.darker(steel, 0.35));
    }
    brush.shade(
        Shapes.smooth(38, 32, 50, 29, 62, 32, 64, 46, 60, 58, 63, 68, 37, 68, 40, 58, 36, 46),
        Colours.lighter(steel, 0.28),
        dark);
    brush.fill(Shapes.polygon(45, 34, 55, 34, 57, 80, 50, 84, 43, 80), cloth);
    brush.fill(
        Shapes.polygon(
            49, 38, 51, 38, 51, 43, 54, 43, 54, 45, 51, 45, 51, 54, 49, 54, 49, 45, 46, 45, 46, 43,
            49, 43),
        Colours.lighter(palette.seen(0xF1D27A), 0.2));
    brush.fill(Shapes.box(38, 59, 24, 2.4), palette.seen(0x5A3A22));
    brush.shade(
        Shapes.smooth(62, 34, 70, 38, 72, 52, 70, 64, 65, 64, 64, 50),
        Colours.lighter(steel, 0.1),
        dark);
    brush.shade(Shapes.ellipse(65, 36, 6.5, 5.5), Colours.lighter(steel, 0.45), steel);
    // Shield on the near arm.
    brush.shade(Shapes.ellipse(35, 36, 6.5, 5.5), Colours.lighter(steel, 0.45), steel);
    brush.shade(
        Shapes.smooth(18, 44, 30, 42, 42, 44, 41, 60, 30, 74, 19, 60),
        Colours.lighter(cloth, 0.2),
        Colours.darker(cloth, 0.3));
    brush.draw(
        Shapes.smooth(18, 44, 30, 42, 42, 44, 41, 60, 30, 74, 19, 60),
        1.4,
        Colours.lighter(steel, 0.3),
        1);
    brush.fill(
        Shapes.polygon(
            28.6, 48, 31.4, 48, 31.4, 54, 37, 54, 37, 57, 31.4, 57, 31.4, 66, 28.6, 66, 28.6, 57,
            23, 57, 23, 54, 28.6, 54),
        Colours.lighter(steel, 0.35));
    brush.shadeAcross(
        Shapes.polygon(68.6, 62, 69.2, 8, 70.5, 3, 71.8, 8, 72.4, 62),
        Colours.lighter(steel, 0.75),
        steel);
    brush.fill(Shapes.box(64.5, 61, 12, 2.2), palette.seen(0xD9B24C));
    brush.fill(Shapes.box(69.4, 63, 2.2, 8), palette.seen(0x5A3A22));
    if (variant == 3 || variant == 1) {
      brush.shade(
          Shapes.smooth(50, 12, 46, 2, 34, -4, 24, 4, 22, 20, 30, 14, 40, 12),
          Colours.lighter(palette.seen(0xC22A30), 0.2),
          palette.seen(0x7A1218));
    }
    brush.shade(
        Shapes.smooth(50, 10, 57, 14, 59, 24, 56, 32, 50, 34, 44, 32, 41, 24, 43, 14),
        Colours.lighter(steel, 0.5),
        dark);
    brush.fill(Shapes.polygon(42.4, 20.5, 58.6, 20.5, 58, 23.2, 43, 23.2), 0x0C0D12);
    brush.line(0.7, Colours.darker(steel, 0.5), 50.6, 23, 50.6, 33);
    for (int i = 0; i < 4; i++) {
      brush.fill(Shapes.circle(i < 2 ? 53.5 : 55.5, i % 2 == 0 ? 26.5 : 28.9, 0.5), 0x14151B);
    }
  }

  static void astronaut(Brush brush, int variant) {
    Palette palette = brush.palette();
    int suit = palette.seen(variant == 3 ? 0xE8A04C : 0xEDEFF2);
    int dim = Colours.darker(suit, 0.4);
    brush.shade(
        Shapes.smooth(30, 34, 70, 34, 72, 68, 28, 68),
        Colours.darker(suit, 0.35),
        Colours.darker(suit, 0.55));
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 8.5;
      brush.shadeAcross(
          Shapes.smooth(x - 6, 62, x + 6, 62, x + 6.5, 80, x + 6, 94, x - 6, 94, x - 6.5, 80),
          suit,
          dim);
      brush.shade(
          Shapes.smooth(x - 6.5, 92, x + 6.5, 92, x + 7 + side * 2, 100, x - 7 + side * 2, 100),
          Colours.darker(suit, 0.3),
          Colours.darker(suit, 0.6));
      brush.draw(Shapes.thread(x - 6, 79, x, 80.5, x + 6, 79), 0.7, dim, 0.7);
      double a = 50 + side * 19;
      brush.shade(
          Shapes.smooth(
              50 + side * 11,
              38,
              a - side * 2,
              36,
              a + side * 3,
              46,
              a + side * 5,
              60,
              a + side * 2,
              68,
              a - side * 4,
              66,
              a - side * 4,
              52),
          suit,
          dim);
      brush.fill(Shapes.ellipse(a + side * 1, 68, 4.6, 4.4), Colours.darker(suit, 0.25));
    }
    brush.shade(
        Shapes.smooth(37, 36, 50, 33, 63, 36, 65, 52, 62, 68, 50, 70, 38, 68, 35, 52),
        Colours.lighter(suit, 0.3),
        dim);
    brush.shade(Shapes.box(42, 46, 16, 10), Colours.darker(suit, 0.35), Colours.darker(suit, 0.6));
    brush.fill(Shapes.circle(45.5, 49, 1.2), 0xE4413C);
    brush.fill(Shapes.circle(49.5, 49, 1.2), 0x3FB86B);
    brush.fill(Shapes.box(44.5, 52, 11, 2), palette.accent());
    brush.fill(Shapes.polygon(37, 40, 43, 40, 43, 44, 37, 44), palette.accent());
    brush.shade(Shapes.circle(50, 21, 16.5), Colours.lighter(suit, 0.4), dim);
    Shape visor = Shapes.smooth(50, 9.5, 60, 13, 63, 22, 59, 31, 50, 33.5, 41, 31, 37, 22, 40, 13);
    brush.shade(
        visor,
        variant == 2 ? 0xF2B84A : Colours.darker(palette.skyTop(), 0.4),
        variant == 2 ? 0x5A2E10 : Colours.mix(palette.skyLow(), palette.accent(), 0.4));
    brush.fill(Shapes.smooth(42, 14, 47, 11.5, 45, 18, 41, 25, 39.6, 20), 0xFFFFFF, 0.7);
    brush.fill(Shapes.ellipse(57, 28, 2.4, 1.2), 0xFFFFFF, 0.4);
    brush.draw(visor, 1.1, Colours.darker(suit, 0.5), 0.9);
  }
}
