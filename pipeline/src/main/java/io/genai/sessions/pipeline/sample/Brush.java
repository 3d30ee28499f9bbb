package io.genai.sessions.pipeline.sample;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Draws on an image in units of which the picture's shorter side has {@value #UNITS}, whatever its
 * size in pixels; y grows downwards.
 */
final class Brush implements AutoCloseable {
  static final double UNITS = 100;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double width;
  private final double height;
  private final Palette palette;
  private final RandomGenerator random;

  Brush(BufferedImage image, Palette palette, RandomGenerator random) {
    double pixels = Math.min(image.getWidth(), image.getHeight()) / UNITS;
    this.image = image;
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(pixels, pixels);
    this.width = image.getWidth() / pixels;
    this.height = image.getHeight() / pixels;
    this.palette = palette;
    this.random = random;
  }

  private Brush(Brush parent, AffineTransform placement) {
    this.image = parent.image;
    this.graphics = (Graphics2D) parent.graphics.create();
    graphics.transform(placement);
    this.width = parent.width;
    this.height = parent.height;
    this.palette = parent.palette;
    this.random = parent.random;
  }

  /** A brush whose box of 100 by 100 units stands with the middle of its foot at (x, y). */
  Brush standing(double x, double y, double size, boolean mirrored) {
    double scale = size / UNITS;
    AffineTransform placement = AffineTransform.getTranslateInstance(x, y);
    placement.scale(mirrored ? -scale : scale, scale);
    placement.translate(-UNITS / 2, -UNITS);
    return new Brush(this, placement);
  }

  /** A brush turned about a point, in degrees clockwise. */
  Brush turned(double degrees, double x, double y) {
    return new Brush(this, AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y));
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Palette palette() {
    return palette;
  }

  RandomGenerator random() {
    return random;
  }

  /** Uniform in the range. */
  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  void fill(Shape shape, int rgb) {
    paint(shape, new Color(rgb));
  }

  /**
   * @param opacity 0..1
   */
  void fill(Shape shape, int rgb, double opacity) {
    paint(shape, colour(rgb, opacity));
  }

  /** From the top of the shape to its bottom. */
  void shade(Shape shape, int top, int bottom) {
    Rectangle2D bounds = shape.getBounds2D();
    paint(
        shape,
        new GradientPaint(
            0,
            (float) bounds.getMinY(),
            new Color(top),
            0,
            (float) bounds.getMaxY(),
            new Color(bottom)));
  }

  /** From the top of the shape, at full strength, to nothing at its bottom or the other way. */
  void fade(Shape shape, int rgb, double topOpacity, double bottomOpacity) {
    Rectangle2D bounds = shape.getBounds2D();
    paint(
        shape,
        new GradientPaint(
            0,
            (float) bounds.getMinY(),
            colour(rgb, topOpacity),
            0,
            (float) bounds.getMaxY(),
            colour(rgb, bottomOpacity)));
  }

  /** From the left of the shape to its right. */
  void shadeAcross(Shape shape, int left, int right) {
    Rectangle2D bounds = shape.getBounds2D();
    paint(
        shape,
        new GradientPaint(
            (float) bounds.getMinX(),
            0,
            new Color(left),
            (float) bounds.getMaxX(),
            0,
            new Color(right)));
  }

  /** A ball: lit from the upper left. */
  void ball(double x, double y, double radius, int rgb) {
    paint(
        Shapes.circle(x, y, radius),
        new RadialGradientPaint(
            (float) (x - radius * 0.35),
            (float) (y - radius * 0.4),
            (float) (radius * 1.4),
            new float[] {0, 0.45f, 1},
            new Color[] {
              new Color(Colours.lighter(rgb, 0.45)),
              new Color(rgb),
              new Color(Colours.darker(rgb, 0.6))
            }));
  }

  /** A soft light around a point. */
  void glow(double x, double y, double radius, int rgb, double opacity) {
    // By hand: a RadialGradientPaint over half a picture costs more than the rest of the scene.
    AffineTransform transform = graphics.getTransform();
    Point2D centre = transform.transform(new Point2D.Double(x, y), null);
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    Glow.add(image, centre.getX(), centre.getY(), radius * scale, rgb, opacity);
  }

  void line(double thickness, int rgb, double x1, double y1, double x2, double y2) {
    draw(new Line2D.Double(x1, y1, x2, y2), thickness, rgb, 1);
  }

  void draw(Shape shape, double thickness, int rgb, double opacity) {
    graphics.setPaint(colour(rgb, opacity));
    graphics.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** Removes what lies below the shape, down to transparent. */
  void erase(Shape shape) {
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fill(shape);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void paint(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  private static Color colour(int rgb, double opacity) {
    return new Color(rgb | (int) Math.round(opacity * 255) << 24, true);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
