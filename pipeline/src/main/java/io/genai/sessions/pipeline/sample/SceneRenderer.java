package io.genai.sessions.pipeline.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Draws scenes. */
public final class SceneRenderer {
  private SceneRenderer() {}

  /**
   * The scene's picture; another seed varies its composition.
   *
   * @param width pixels, at least 32
   * @param height pixels, at least 32
   * @return RGB ({@link BufferedImage#TYPE_INT_RGB})
   */
  public static BufferedImage render(Scene scene, long seed, int width, int height) {
    RandomGenerator random = Draws.seeded(seed, scene.motif().name().length());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(scene.setting().name().length() / 10f, 0.5f, 0.4f),
            0,
            height,
            Color.getHSBColor(scene.mood().name().length() / 9f, 0.4f, 0.9f)));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.getHSBColor(scene.motif().name().length() / 39f, 0.7f, 0.7f));
    int size = width / 3 + random.nextInt(width / 4);
    graphics.fillOval((width - size) / 2, (height - size) / 2, size, size);
    graphics.dispose();
    return image;
  }
}
