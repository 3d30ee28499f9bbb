package io.genai.sessions.pipeline.sample;

/** Draws single objects in a box of 100 by 100 units. */
final class Things {
  private Things() {}

  static void crystal(Brush brush, int variant) {
    Palette palette = brush.palette();
    int gem =
        Colours.mix(palette.accent(), brush.random().nextBoolean() ? 0x3FC8F4 : 0xB45CFF, 0.55);
    brush.glow(50, 55, 58, gem, 0.55);
    brush.shade(
        Shapes.smooth(10, 96, 26, 86, 50, 84, 74, 86, 92, 96, 70, 102, 30, 102),
        palette.seen(0x6B6470),
        palette.seen(0x2E2A33));
    double[] shards =
        variant == 3
            ? new double[] {50, 0, 92, 27}
            : new double[] {
              24, -24, 52, 9, 76, 22, 56, 10, 36, -10, 76, 11, 63, 9, 72, 11, 50, 0, 96, 14, 43, -4,
              40, 8, 59, 5, 34, 7
            };
    for (int i = 0; i < shards.length; i += 4) {
      try (Brush tilted = brush.turned(shards[i + 1], shards[i], 94)) {
        shard(tilted, shards[i], 95, shards[i + 2], shards[i + 3], gem);
      }
    }
    for (int i = 0; i < 10; i++) {
      double x = brush.between(12, 88);
      double y = brush.between(5, 80);
      double s = brush.between(0.8, 2.2);
      brush.fill(
          Shapes.polygon(
              x,
              y - s * 1.6,
              x + s * 0.3,
              y - s * 0.3,
              x + s * 1.6,
              y,
              x + s * 0.3,
              y + s * 0.3,
              x,
              y + s * 1.6,
              x - s * 0.3,
              y + s * 0.3,
              x - s * 1.6,
              y,
              x - s * 0.3,
              y - s * 0.3),
          0xFFFFFF,
          0.85);
    }
  }

  private static void shard(Brush brush, double x, double foot, double tall, double half, int gem) {
    double top = foot - tall;
    double neck = top + tall * 0.24;
    brush.shade(
        Shapes.polygon(
            x - half,
            neck + 3,
            x - half * 0.25,
            neck + 6,
            x - half * 0.2,
            foot,
            x - half * 0.8,
            foot),
        Colours.lighter(gem, 0.42),
        Colours.darker(gem, 0.1));
    brush.shade(
        Shapes.polygon(
            x - half * 0.25,
            neck + 6,
            x + half * 0.5,
            neck + 4,
            x + half * 0.5,
            foot,
            x - half * 0.2,
            foot),
        Colours.lighter(gem, 0.15),
        Colours.darker(gem, 0.35));
    brush.shade(
        Shapes.polygon(
            x + half * 0.5, neck + 4, x + half, neck, x + half * 0.8, foot, x + half * 0.5, foot),
        Colours.darker(gem, 0.2),
        Colours.darker(gem, 0.6));
    brush.fill(
        Shapes.polygon(x, top, x - half, neck + 3, x - half * 0.25, neck + 6),
        Colours.lighter(gem, 0.72));
    brush.fill(
        Shapes.polygon(x, top, x - half * 0.25, neck + 6, x + half * 0.5, neck + 4),
        Colours.lighter(gem, 0.4));
    brush.fill(
        Shapes.polygon(x, top, x + half * 0.5, neck + 4, x + half, neck),
        Colours.darker(gem, 0.05));
    brush.fade(
        Shapes.polygon(
            x - half * 0.8,
            neck + 8,
            x - half * 0.55,
            neck + 9,
            x - half * 0.5,
            foot - tall * 0.2,
            x - half * 0.7,
            foot - tall * 0.15),
        0xFFFFFF,
        0.7,
        0.05);
  }

  static void lantern(Brush brush, int variant) {
    Palette palette = brush.palette();
    int flame = 0xFFC04A;
    brush.glow(50, 56, 62, flame, 0.7);
    if (variant == 2) {
      brush.line(0.8, palette.seen(0x4A2E1E), 50, 0, 50, 20);
      int paper = Colours.mix(0xF0552E, palette.accent(), 0.3);
      brush.shadeAcross(
          Shapes.smooth(
              38, 22, 62, 22, 76, 40, 78, 56, 74, 72, 62, 88, 38, 88, 26, 72, 22, 56, 24, 40),
          Colours.lighter(paper, 0.15),
          Colours.darker(paper, 0.25));
      brush.glow(50, 58, 30, 0xFFF0B8, 0.95);
      for (int i = 1; i < 7; i++) {
        brush.draw(
            Shapes.thread(29, 22 + i * 9.4, 50, 25 + i * 9.4, 71, 22 + i * 9.4),
            0.5,
            Colours.darker(paper, 0.4),
            0.5);
      }
      brush.fill(Shapes.box(37, 18, 26, 5), palette.seen(0x3A241A));
      brush.fill(Shapes.box(37, 86, 26, 5), palette.seen(0x3A241A));
      brush.line(1.2, palette.seen(0xC22A30), 50, 90, 50, 100);
      return;
    }
    int brass = palette.seen(0xB98A3C);
    int dim = Colours.darker(brass, 0.55);
    brush.draw(Shapes.thread(34, 26, 36, 8, 50, 1, 64, 8, 66, 26), 1.6, brass, 1);
    brush.shadeAcross(
        Shapes.smooth(40, 14, 60, 14, 68, 27, 32, 27), Colours.lighter(brass, 0.4), dim);
    brush.fill(Shapes.box(46, 8, 8, 7), dim);
    brush.fill(
        Shapes.polygon(33, 28, 67, 28, 71, 80, 29, 80), Colours.mix(flame, 0x3A2A18, 0.5), 0.75);
    brush.glow(50, 60, 26, 0xFFE9A8, 0.95);
    brush.shade(Shapes.smooth(50, 38, 56, 52, 57, 64, 50, 71, 43, 64, 44, 52), 0xFFF8D8, 0xFF9A2A);
    brush.fill(Shapes.smooth(50, 54, 53, 62, 50, 68, 47, 62), 0xFFFFFF);
    brush.fade(Shapes.polygon(36, 30, 41, 30, 38, 78, 33, 78), 0xFFFFFF, 0.55, 0.1);
    for (double x = 31; x <= 69; x += 19) {
      brush.line(1.5, dim, 50 + (x - 50) * 0.92, 28, x, 80);
      brush.line(0.5, Colours.lighter(brass, 0.5), 50 + (x - 50) * 0.92 - 0.5, 28, x - 0.5, 80);
    }
    brush.shadeAcross(
        Shapes.smooth(27, 79, 73, 79, 76, 92, 70, 100, 30, 100, 24, 92),
        Colours.lighter(brass, 0.45),
        dim);
    brush.fill(Shapes.box(28, 86, 44, 1.5), dim);
  }

  static void sword(Brush brush, int variant) {
    Palette palette = brush.palette();
    int steel = palette.seen(0xC9D2DC);
    int gold = palette.seen(0xDDB04A);
    boolean runes = variant != 0 && variant != 3;
    if (runes) {
      brush.glow(50, 45, 46, palette.accent(), 0.5);
    }
    brush.fill(Shapes.polygon(43.5, 24, 50, 24, 50, 94, 45, 92), Colours.lighter(steel, 0.5));
    brush.shade(
        Shapes.polygon(50, 24, 56.5, 24, 55, 92, 50, 94), steel, Colours.darker(steel, 0.45));
    brush.fill(Shapes.polygon(48.9, 26, 51.1, 26, 50.6, 84, 49.4, 84), Colours.darker(steel, 0.35));
    if (runes) {
      for (int i = 0; i < 6; i++) {
        double y = 31 + i * 7.5;
        int rune = Colours.lighter(palette.accent(), 0.5);
        brush.line(0.7, rune, 48.7, y, 51.3, y + 3);
        brush.line(0.7, rune, 51.3, y, i % 2 == 0 ? 48.7 : 51.3, y + 4);
      }
    }
    brush.shade(
        Shapes.smooth(
            27, 17, 36, 20, 50, 19, 64, 20, 73, 17, 74, 22, 62, 26, 50, 25, 38, 26, 26, 22),
        Colours.lighter(gold, 0.4),
        Colours.darker(gold, 0.35));
    brush.shadeAcross(Shapes.box(47, 2, 6, 18), palette.seen(0x7A3B2A), palette.seen(0x3A1A14));
    for (int i = 0; i < 5; i++) {
      brush.line(0.7, gold, 47, 4 + i * 3.2, 53, 6 + i * 3.2);
    }
    brush.ball(50, -1, 4.4, gold);
    brush.ball(50, 21.5, 2.6, Colours.mix(palette.accent(), 0xE02040, 0.4));
    int stone = palette.seen(0x7D7A80);
    brush.shade(
        Shapes.polygon(18, 101, 24, 86, 38, 79, 52, 82, 64, 78, 78, 88, 84, 101),
        Colours.lighter(stone, 0.2),
        Colours.darker(stone, 0.5));
    brush.fill(Shapes.polygon(24, 86, 38, 79, 46, 90, 34, 94), Colours.lighter(stone, 0.3), 0.6);
    brush.fill(Shapes.polygon(52, 82, 64, 78, 78, 88, 62, 90), Colours.lighter(stone, 0.18), 0.6);
    brush.fill(Shapes.polygon(43, 83, 57, 83, 53, 89, 47, 89), Colours.darker(stone, 0.7));
  }

  static void potion(Brush brush, int variant) {
    Palette palette = brush.palette();
    int liquid =
        Colours.mix(
            palette.accent(),
            Draws.one(java.util.List.of(0x3AE06A, 0xC04AF0, 0x30B8F0, 0xF04A7A), brush.random()),
            0.55);
    int glass = Colours.mix(0xDCEEF2, palette.skyLow(), 0.35);
    brush.glow(50, 66, 54, liquid, 0.6);
    brush.fill(
        Shapes.smooth(
            43, 14, 57, 14, 57, 34, 70, 44, 80, 62, 76, 84, 62, 98, 38, 98, 24, 84, 20, 62, 30, 44,
            43, 34),
        glass,
        0.45);
    brush.shade(
        Shapes.smooth(23, 62, 36, 59, 50, 62, 64, 58, 77, 62, 75, 82, 62, 96, 38, 96, 25, 82),
        Colours.lighter(liquid, 0.25),
        Colours.darker(liquid, 0.5));
    brush.fill(Shapes.ellipse(50, 61, 27, 3), Colours.lighter(liquid, 0.5), 0.8);
    brush.glow(50, 78, 18, Colours.lighter(liquid, 0.6), 0.7);
    for (int i = 0; i < 12; i++) {
      double x = brush.between(32, 68);
      double y = brush.between(64, 90);
      brush.fill(Shapes.circle(x, y, brush.between(0.6, 2)), Colours.lighter(liquid, 0.7), 0.7);
    }
    brush.draw(
        Shapes.smooth(
            43, 14, 57, 14, 57, 34, 70, 44, 80, 62, 76, 84, 62, 98, 38, 98, 24, 84, 20, 62, 30, 44,
            43, 34),
        1.1,
        Colours.lighter(glass, 0.5),
        0.8);
    brush.fill(Shapes.smooth(30, 52, 35, 46, 31, 62, 30, 78, 26, 70), 0xFFFFFF, 0.6);
    brush.fill(Shapes.ellipse(66, 86, 4, 2), 0xFFFFFF, 0.35);
    brush.shade(
        Shapes.smooth(43.5, 4, 56.5, 4, 55.5, 18, 44.5, 18),
        palette.seen(0xC29A62),
        palette.seen(0x6E4A28));
    brush.fill(Shapes.box(41.5, 15, 17, 4), Colours.lighter(glass, 0.4));
    brush.draw(Shapes.thread(42, 26, 50, 29, 58, 26), 1.2, palette.seen(0x8A5A32), 1);
    brush.fill(Shapes.polygon(58, 27, 70, 32, 67, 42, 56, 37), palette.seen(0xE8D8B0));
  }
}
