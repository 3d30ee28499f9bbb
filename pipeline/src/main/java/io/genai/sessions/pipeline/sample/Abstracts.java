package io.genai.sessions.pipeline.sample;

import java.awt.geom.Path2D;

/** Draws forms that are of nothing, over the whole picture. */
final class Abstracts {
  private Abstracts() {}

  /** A colour of the picture's own, by its place 0..1 in the scheme. */
  private static int scheme(Palette palette, double place) {
    double t = (place % 1 + 1) % 1 * 4;
    return switch ((int) t) {
      case 0 -> Colours.mix(palette.skyTop(), palette.accent(), t);
      case 1 -> Colours.mix(palette.accent(), palette.light(), t - 1);
      case 2 ->
          Colours.mix(palette.light(), Colours.mix(palette.land(), palette.accent(), 0.3), t - 2);
      default ->
          Colours.mix(Colours.mix(palette.land(), palette.accent(), 0.3), palette.skyTop(), t - 3);
    };
  }

  static void ribbons(Brush brush, Composition at) {
    Palette palette = brush.palette();
    double w = at.width();
    double h = at.height();
    double phase = brush.between(0, 6);
    double slope = brush.between(-0.5, 0.5);
    for (int band = 0; band < 11; band++) {
      double base = h * (0.02 + band * 0.1);
      double[] edge = new double[2 * 10];
      for (int i = 0; i < 10; i++) {
        double t = i / 9.0;
        edge[2 * i] = -8 + t * (w + 16);
        edge[2 * i + 1] =
            base
                + h
                    * (0.13 * Math.sin(phase + t * 5 + band * 0.42)
                        + slope * (t - 0.5) * 0.5
                        + 0.035 * Math.sin(phase * 2 + t * 11 - band));
      }
      Path2D crest = Shapes.thread(edge);
      Path2D silk = new Path2D.Double(crest);
      silk.lineTo(w + 8, h + 30);
      silk.lineTo(-8, h + 30);
      silk.closePath();
      int colour = scheme(palette, band * 0.13 + phase);
      brush.draw(crest, 5, 0x05060F, 0.12);
      brush.draw(crest, 2.4, 0x05060F, 0.14);
      brush.shadeAcross(silk, Colours.lighter(colour, 0.22), Colours.darker(colour, 0.35));
      brush.fade(silk, 0xFFFFFF, 0.34, 0);
      brush.draw(crest, 0.5, 0xFFFFFF, 0.7);
    }
  }

  static void mandala(Brush brush, Composition at) {
    Palette palette = brush.palette();
    double x = at.width() / 2;
    double y = at.height() / 2;
    brush.fill(
        Shapes.box(-1, -1, at.width() + 2, at.height() + 2),
        Colours.darker(palette.skyTop(), 0.45),
        0.7);
    brush.glow(x, y, 62, palette.accent(), 0.6);
    int fold = 8 + 2 * brush.random().nextInt(5);
    double phase = brush.between(0, 1);
    for (int ring = 0; ring < 8; ring++) {
      double radius = 47 - ring * 6;
      int colour = scheme(palette, phase + ring * 0.17);
      double petal = Math.PI * radius / fold * (ring % 2 == 0 ? 1.15 : 0.8);
      for (int i = 0; i < fold; i++) {
        double angle = 360.0 / fold * (i + ring % 2 * 0.5);
        try (Brush turned = brush.turned(angle, x, y)) {
          double top = y - radius;
          turned.shade(
              Shapes.smooth(
                  x,
                  top,
                  x + petal * 0.42,
                  top + 6,
                  x + petal * 0.3,
                  top + 12,
                  x,
                  top + 15,
                  x - petal * 0.3,
                  top + 12,
                  x - petal * 0.42,
                  top + 6),
              Colours.lighter(colour, 0.3),
              Colours.darker(colour, 0.35));
          turned.draw(
              Shapes.smooth(
                  x,
                  top + 2,
                  x + petal * 0.26,
                  top + 6.4,
                  x,
                  top + 12,
                  x - petal * 0.26,
                  top + 6.4),
              0.35,
              Colours.lighter(colour, 0.6),
              0.9);
          turned.fill(Shapes.circle(x, top + 6.2, 0.9), Colours.lighter(palette.light(), 0.3));
          if (ring % 2 == 1) {
            turned.fill(Shapes.circle(x, top - 1.6, 0.8), palette.accent());
          }
        }
      }
      brush.draw(Shapes.circle(x, y, radius - 8), 0.4, Colours.lighter(colour, 0.5), 0.7);
    }
    brush.ball(x, y, 4.2, palette.accent());
  }

  static void shards(Brush brush, Composition at) {
    Palette palette = brush.palette();
    double x = at.focusX();
    double y = at.height() * 0.5;
    brush.glow(x, y, 60, palette.light(), 0.6);
    for (int ring = 0; ring < 6; ring++) {
      double inner = 52 - ring * 8.5;
      int pieces = 17 - ring * 2;
      for (int i = 0; i < pieces; i++) {
        double a = (i + brush.between(0, 0.7)) * 2 * Math.PI / pieces;
        double b = a + brush.between(0.16, 0.46);
        double reach = inner + brush.between(2, 17);
        double back = Math.max(1.5, inner - brush.between(6, 15));
        int colour = scheme(palette, a / (2 * Math.PI) + ring * 0.09);
        double lit = Math.cos(a + 2.2) * 0.3;
        int tone = lit > 0 ? Colours.lighter(colour, lit) : Colours.darker(colour, -lit * 1.5);
        double tipX = x + Math.cos((a + b) / 2) * reach;
        double tipY = y + Math.sin((a + b) / 2) * reach;
        brush.shade(
            Shapes.polygon(
                x + Math.cos(a) * back,
                y + Math.sin(a) * back,
                tipX,
                tipY,
                x + Math.cos(b) * back * 0.9,
                y + Math.sin(b) * back * 0.9),
            Colours.lighter(tone, 0.18),
            Colours.darker(tone, 0.18));
        brush.fill(
            Shapes.polygon(
                x + Math.cos(a) * back,
                y + Math.sin(a) * back,
                tipX,
                tipY,
                x + Math.cos((a + b) / 2) * back * 0.95,
                y + Math.sin((a + b) / 2) * back * 0.95),
            0xFFFFFF,
            0.18);
      }
    }
    brush.glow(x, y, 15, 0xFFFFFF, 0.85);
    for (int i = 0; i < 26; i++) {
      double a = brush.between(0, 2 * Math.PI);
      double reach = brush.between(30, 68);
      double s = brush.between(0.5, 2.2);
      double u = x + Math.cos(a) * reach;
      double v = y + Math.sin(a) * reach;
      brush.fill(
          Shapes.polygon(u, v - s, u + s, v + s * 0.6, u - s * 0.7, v + s),
          scheme(palette, brush.random().nextDouble()),
          0.9);
    }
  }

  static void orbs(Brush brush, Composition at) {
    Palette palette = brush.palette();
    for (int i = 0; i < 24; i++) {
      double depth = i / 23.0;
      double radius = 2 + depth * depth * 15 * brush.between(0.5, 1);
      double x = brush.between(0, at.width());
      double y = brush.between(0, at.height());
      int colour = scheme(palette, brush.random().nextDouble());
      brush.glow(x, y, radius * 1.45, colour, 0.28);
      brush.fill(Shapes.circle(x, y, radius), colour, 0.42);
      brush.fade(Shapes.circle(x, y, radius), Colours.darker(colour, 0.4), 0.05, 0.75);
      brush.fade(
          Shapes.ellipse(x, y - radius * 0.42, radius * 0.72, radius * 0.46), 0xFFFFFF, 0.62, 0.02);
      brush.draw(Shapes.circle(x, y, radius * 0.985), 0.35, Colours.lighter(colour, 0.6), 0.7);
      brush.glow(
          x + radius * 0.3, y + radius * 0.5, radius * 0.45, Colours.lighter(colour, 0.6), 0.6);
      brush.fill(Shapes.circle(x - radius * 0.38, y - radius * 0.48, radius * 0.1), 0xFFFFFF, 0.95);
    }
  }
}
