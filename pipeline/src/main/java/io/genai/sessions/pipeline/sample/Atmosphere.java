package io.genai.sessions.pipeline.sample;

import java.util.List;

/** What hangs in the air before everything: shafts of light, and what a mood scatters. */
final class Atmosphere {
  private static final List<Integer> CONFETTI =
      List.of(0xFF5A5F, 0xFFD23F, 0x3BCEAC, 0x4D9DE0, 0xF78FB3);

  private Atmosphere() {}

  static void light(Brush brush, Scene scene, Composition at) {
    int light = brush.palette().light();
    switch (scene.lighting()) {
      case VOLUMETRIC -> shafts(brush, at, light, 0.3, 9);
      case GOLDEN_HOUR -> {
        brush.fill(whole(at), 0xFF9A3C, 0.1);
        brush.glow(at.lightX(), at.lightY(), 80, 0xFFB84F, 0.5);
        flare(brush, at);
      }
      case NEON -> {
        brush.glow(at.width() * 0.02, at.height() * 0.55, 62, 0xFF2FA8, 0.5);
        brush.glow(at.width() * 0.98, at.height() * 0.6, 62, 0x12D8F5, 0.46);
      }
      case MOONLIGHT -> {
        brush.fill(whole(at), 0x0A1840, 0.3);
        brush.glow(at.lightX(), at.lightY(), 70, 0x9FC0FF, 0.24);
      }
      case DRAMATIC -> {
        double x = at.litFromLeft() ? 0 : at.width();
        brush.glow(x, at.height() * 0.2, 95, light, 0.34);
        brush.fade(whole(at), 0x04050A, 0.05, 0.42);
      }
      case CINEMATIC -> {
        brush.fade(whole(at), 0x0B3E4E, 0.26, 0.1);
        brush.glow(at.lightX(), at.horizon(), 55, 0xFFA95C, 0.3);
      }
      case SOFT -> {
        brush.fill(whole(at), 0xFFF3E4, 0.07);
        brush.glow(at.lightX(), at.lightY(), 80, 0xFFF3E0, 0.34);
      }
      case STUDIO -> {
        brush.glow(at.focusX(), at.height() * 0.42, 66, 0xFFFFFF, 0.16);
        brush.fade(whole(at), 0x101218, 0.0, 0.16);
      }
      case NATURAL -> brush.glow(at.lightX(), at.lightY(), 75, 0xFFF8DC, 0.34);
      case UNSPECIFIED -> {}
    }
  }

  private static java.awt.Shape whole(Composition at) {
    return Shapes.box(-1, -1, at.width() + 2, at.height() + 2);
  }

  private static void shafts(Brush brush, Composition at, int light, double opacity, int count) {
    double x = at.lightX();
    double away = at.litFromLeft() ? 1 : -1;
    brush.glow(x, -4, 60, light, opacity * 1.4);
    for (int i = 0; i < count; i++) {
      double t = i / (double) count;
      double foot = x + away * (-24 + t * 118) + brush.between(-4, 4);
      double wide = brush.between(2, 7);
      brush.fade(
          Shapes.polygon(
              x + away * t * 9 - wide * 0.2,
              -6,
              x + away * t * 9 + wide * 0.3,
              -6,
              foot + wide * 1.8,
              at.height() * 0.98,
              foot - wide * 1.8,
              at.height() * 0.98),
          light,
          opacity * brush.between(0.6, 1.2),
          0);
    }
    for (int i = 0; i < 40; i++) {
      brush.fill(
          Shapes.circle(
              brush.between(0, at.width()),
              brush.between(0, at.height()),
              brush.between(0.12, 0.42)),
          light,
          brush.between(0.25, 0.8));
    }
  }

  private static void flare(Brush brush, Composition at) {
    double towardsX = at.width() / 2 - at.lightX();
    double towardsY = at.height() / 2 - at.lightY();
    double[] spots = {0.5, 2.2, 0.9, 3.6, 1.35, 1.6, 1.8, 5};
    for (int i = 0; i < spots.length; i += 2) {
      brush.fill(
          Shapes.circle(
              at.lightX() + towardsX * spots[i], at.lightY() + towardsY * spots[i], spots[i + 1]),
          0xFFD9A0,
          0.12);
    }
  }

  static void mood(Brush brush, Scene scene, Composition at) {
    Palette palette = brush.palette();
    switch (scene.mood()) {
      case DARK -> {
        brush.fade(whole(at), 0x030408, 0.3, 0.16);
        for (int i = 0; i < 7; i++) {
          crow(
              brush,
              brush.between(0, at.width()),
              brush.between(2, at.height() * 0.4),
              brush.between(1.4, 3.4));
        }
      }
      case CHEERFUL -> {
        for (int i = 0; i < 46; i++) {
          double x = brush.between(0, at.width());
          double y = brush.between(0, at.height());
          try (Brush turned = brush.turned(brush.between(0, 180), x, y)) {
            double s = brush.between(0.6, 1.5);
            turned.fill(
                Shapes.box(x - s, y - s * 0.45, 2 * s, s * 0.9),
                Draws.one(CONFETTI, brush.random()),
                0.9);
          }
        }
      }
      case MYSTERIOUS -> {
        for (int i = 0; i < 9; i++) {
          double y = at.height() * brush.between(0.5, 1.02);
          brush.fade(
              Shapes.ellipse(
                  brush.between(0, at.width()), y, brush.between(25, 55), brush.between(3, 8)),
              Colours.mix(palette.skyLow(), 0xBFE8DF, 0.4),
              0.06,
              0.34);
        }
        for (int i = 0; i < 16; i++) {
          double x = brush.between(0, at.width());
          double y = brush.between(at.height() * 0.2, at.height());
          brush.glow(x, y, brush.between(1.6, 3.4), palette.accent(), 0.75);
          brush.fill(Shapes.circle(x, y, 0.35), Colours.lighter(palette.accent(), 0.6));
        }
      }
      case EPIC -> {
        shafts(brush, at, palette.light(), 0.17, 6);
        for (int i = 0; i < 38; i++) {
          double x = brush.between(0, at.width());
          double y = at.height() * (1 - Math.pow(brush.random().nextDouble(), 1.6));
          brush.glow(x, y, 1.5, 0xFF8A2E, 0.8);
          brush.fill(Shapes.circle(x, y, brush.between(0.15, 0.45)), 0xFFE0A0);
        }
      }
      case SERENE -> {
        brush.fade(whole(at), 0xFFFFFF, 0.08, 0.02);
        for (int i = 0; i < 5; i++) {
          gull(
              brush,
              at.width() * 0.3 + brush.between(-15, 40),
              at.height() * brush.between(0.1, 0.3),
              brush.between(1.6, 3));
        }
      }
      case ROMANTIC -> {
        for (int i = 0; i < 10; i++) {
          brush.glow(
              brush.between(0, at.width()),
              brush.between(0, at.height()),
              brush.between(4, 10),
              0xFFB3C6,
              0.3);
        }
        for (int i = 0; i < 30; i++) {
          petal(
              brush,
              brush.between(0, at.width()),
              brush.between(0, at.height()),
              brush.between(0.9, 2.2));
        }
      }
      case MELANCHOLIC -> {
        brush.fill(whole(at), 0x6A7886, 0.1);
        for (int i = 0; i < 120; i++) {
          double x = brush.between(-5, at.width() + 10);
          double y = brush.between(-5, at.height());
          double tall = brush.between(2.5, 7);
          brush.draw(
              new java.awt.geom.Line2D.Double(x, y, x - tall * 0.22, y + tall),
              0.2,
              0xDCE8F2,
              brush.between(0.2, 0.5));
        }
      }
      case WHIMSICAL -> {
        for (int i = 0; i < 26; i++) {
          star(
              brush,
              brush.between(0, at.width()),
              brush.between(0, at.height()),
              brush.between(0.7, 2.4),
              i % 3 == 0 ? 0xFFF3A8 : i % 3 == 1 ? 0xFFC0EA : 0xB8F2FF);
        }
      }
      case NEUTRAL -> {}
    }
  }

  private static void crow(Brush brush, double x, double y, double s) {
    brush.fill(
        Shapes.smooth(
            x,
            y,
            x - s,
            y - s * 0.7,
            x - s * 2,
            y - s * 0.1,
            x - s,
            y - s * 0.2,
            x,
            y + s * 0.5,
            x + s,
            y - s * 0.2,
            x + s * 2,
            y - s * 0.1,
            x + s,
            y - s * 0.7),
        0x07080C,
        0.85);
  }

  private static void gull(Brush brush, double x, double y, double s) {
    brush.draw(
        Shapes.thread(
            x - s * 1.6,
            y - s * 0.1,
            x - s * 0.8,
            y - s * 0.5,
            x,
            y,
            x + s * 0.8,
            y - s * 0.5,
            x + s * 1.6,
            y - s * 0.1),
        0.4,
        Colours.darker(brush.palette().skyTop(), 0.35),
        0.8);
  }

  private static void petal(Brush brush, double x, double y, double s) {
    try (Brush turned = brush.turned(brush.between(0, 360), x, y)) {
      turned.fill(
          Shapes.smooth(
              x,
              y - s,
              x + s * 0.7,
              y - s * 0.2,
              x + s * 0.3,
              y + s,
              x - s * 0.3,
              y + s,
              x - s * 0.7,
              y - s * 0.2),
          Colours.mix(0xFF7FA3, 0xFFD3DE, brush.random().nextDouble()),
          0.9);
    }
  }

  private static void star(Brush brush, double x, double y, double s, int colour) {
    brush.glow(x, y, s * 2.2, colour, 0.6);
    brush.fill(
        Shapes.polygon(
            x,
            y - s,
            x + s * 0.22,
            y - s * 0.22,
            x + s,
            y,
            x + s * 0.22,
            y + s * 0.22,
            x,
            y + s,
            x - s * 0.22,
            y + s * 0.22,
            x - s,
            y,
            x - s * 0.22,
            y - s * 0.22),
        Colours.lighter(colour, 0.4));
  }
}
