package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Draws scenes, from far to near: sky, place, subject, the air before them; then the colours are
 * graded and the whole is worked over in the style asked for.
 */
public final class SceneRenderer {
  private SceneRenderer() {}

  /**
   * The scene's picture; another seed varies its composition. Thread-safe.
   *
   * @param width pixels, at least 32
   * @param height pixels, at least 32
   * @return RGB ({@link BufferedImage#TYPE_INT_RGB})
   */
  public static BufferedImage render(Scene scene, long seed, int width, int height) {
    RandomGenerator random = Draws.seeded(seed, 4);
    Palette palette = Palette.of(scene);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    BufferedImage figure = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] pixels = Pixels.of(picture);
    try (Brush brush = new Brush(picture, palette, random);
        Brush near = new Brush(figure, palette, random)) {
      Composition at = Composition.of(scene, brush.width(), brush.height(), random);
      Sky.paint(picture, scene, palette, at, random);
      Backdrops.paint(brush, scene, at);
      if (Motifs.fillsPicture(scene.motif())) {
        Motifs.paint(brush, scene, at);
      } else {
        if (scene.style() == ArtStyle.PHOTOREALISTIC || scene.style() == ArtStyle.RENDER_3D) {
          Finishes.outOfFocus(pixels, width, height);
        }
        Motifs.shadow(brush, scene.motif(), at);
        Motifs.paint(near, scene, at);
        Relief.compose(pixels, Pixels.of(figure), width, height, scene, palette, at.litFromLeft());
      }
      Atmosphere.light(brush, scene, at);
      Atmosphere.mood(brush, scene, at);
    }
    Grade.apply(pixels, width, height, scene);
    Finishes.apply(pixels, Pixels.of(figure), width, height, scene, random);
    return picture;
  }
}
