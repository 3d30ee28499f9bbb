package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/** Works a finished picture over in a style. */
final class Finishes {
  private Finishes() {}

  /**
   * @param figure the subject alone, of which only the coverage matters
   */
  static void apply(
      int[] pixels, int[] figure, int width, int height, Scene scene, RandomGenerator random) {
    int offset = random.nextInt(1 << 18);
    switch (scene.style()) {
      case PHOTOREALISTIC -> PhotoFinish.apply(pixels, width, height, offset);
      case ANIME -> InkFinishes.anime(pixels, figure, width, height);
      case OIL_PAINTING -> PaintFinishes.oil(pixels, figure, width, height, offset);
      case WATERCOLOR -> PaintFinishes.watercolor(pixels, figure, width, height, offset);
      case DIGITAL_PAINTING -> PaintFinishes.digital(pixels, figure, width, height, offset);
      case CONCEPT_ART -> PaintFinishes.concept(pixels, figure, width, height, offset);
      case RENDER_3D -> PhotoFinish.rendered(pixels, width, height);
      case PIXEL_ART -> PixelFinish.apply(pixels, width, height);
      case SKETCH -> InkFinishes.sketch(pixels, figure, width, height, offset);
      case COMIC -> InkFinishes.comic(pixels, figure, width, height);
      case OTHER -> PhotoFinish.bloom(pixels, width, height, 0.25);
    }
    if (scene.lighting() == Lighting.CINEMATIC) {
      letterbox(pixels, width, height);
    }
  }

  /** Blurs what lies behind the subject. */
  static void outOfFocus(int[] pixels, int width, int height) {
    int square = Math.max(2, Math.min(width, height) / 64);
    System.arraycopy(Pixels.blurred(pixels, width, height, square), 0, pixels, 0, pixels.length);
  }

  /** The bars of a film frame. */
  private static void letterbox(int[] pixels, int width, int height) {
    int bar = height * 7 / 100 * width;
    java.util.Arrays.fill(pixels, 0, bar, 0x050505);
    java.util.Arrays.fill(pixels, pixels.length - bar, pixels.length, 0x050505);
  }
}
