package io.genai.sessions.pipeline.sample;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Outlines, from coordinates listed as x, y, x, y, … */
final class Shapes {
  private Shapes() {}

  static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** A closed smooth curve (Catmull-Rom) through the points. */
  static Shape smooth(double... points) {
    Path2D path = new Path2D.Double();
    int count = points.length / 2;
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < count; i++) {
      curve(path, points, (i + count - 1) % count, i, (i + 1) % count, (i + 2) % count);
    }
    path.closePath();
    return path;
  }

  /** An open smooth curve through the points. */
  static Path2D thread(double... points) {
    Path2D path = new Path2D.Double();
    int last = points.length / 2 - 1;
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < last; i++) {
      curve(path, points, Math.max(0, i - 1), i, i + 1, Math.min(last, i + 2));
    }
    return path;
  }

  private static void curve(Path2D path, double[] points, int a, int b, int c, int d) {
    path.curveTo(
        points[2 * b] + (points[2 * c] - points[2 * a]) / 6,
        points[2 * b + 1] + (points[2 * c + 1] - points[2 * a + 1]) / 6,
        points[2 * c] - (points[2 * d] - points[2 * b]) / 6,
        points[2 * c + 1] - (points[2 * d + 1] - points[2 * b + 1]) / 6,
        points[2 * c],
        points[2 * c + 1]);
  }

  /** A thread that tapers from the first width to the last: tails, tentacles, branches, horns. */
  static Shape tapered(double from, double to, double... points) {
    int count = points.length / 2;
    double[] outline = new double[points.length * 2];
    for (int i = 0; i < count; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(count - 1, i + 1);
      double dx = points[2 * after] - points[2 * before];
      double dy = points[2 * after + 1] - points[2 * before + 1];
      double length = Math.max(1e-6, Math.hypot(dx, dy));
      double half = (from + (to - from) * i / (count - 1)) / 2;
      outline[2 * i] = points[2 * i] - dy / length * half;
      outline[2 * i + 1] = points[2 * i + 1] + dx / length * half;
      int mirror = 2 * count - 1 - i;
      outline[2 * mirror] = points[2 * i] + dy / length * half;
      outline[2 * mirror + 1] = points[2 * i + 1] - dx / length * half;
    }
    return smooth(outline);
  }

  static Shape circle(double x, double y, double radius) {
    return ellipse(x, y, radius, radius);
  }

  static Shape ellipse(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  static Shape box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** A skyline of hills or rocks from x 0 to width, closed at the bottom. */
  static Shape ridge(
      double width,
      double bottom,
      double base,
      double amplitude,
      double roughness,
      RandomGenerator random) {
    double[] heights = heights(7, roughness, random);
    Path2D path = new Path2D.Double();
    path.moveTo(-2, bottom);
    for (int i = 0; i < heights.length; i++) {
      path.lineTo(-2 + (width + 4) * i / (heights.length - 1), base - amplitude * heights[i]);
    }
    path.lineTo(width + 2, bottom);
    path.closePath();
    return path;
  }

  /** Midpoint displacement: 2^levels + 1 heights around 0..1. */
  static double[] heights(int levels, double roughness, RandomGenerator random) {
    int last = 1 << levels;
    double[] heights = new double[last + 1];
    heights[0] = random.nextDouble();
    heights[last] = random.nextDouble();
    double swing = 0.6;
    for (int step = last; step > 1; step /= 2) {
      for (int i = step / 2; i < last; i += step) {
        heights[i] =
            (heights[i - step / 2] + heights[i + step / 2]) / 2
                + (random.nextDouble() - 0.5) * 2 * swing;
      }
      swing *= roughness;
    }
    return heights;
  }
}
