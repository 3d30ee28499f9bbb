package io.genai.sessions.models.clip;

import io.genai.sessions.models.clip.BicubicResampling.Span;
import java.awt.image.BufferedImage;

/**
 * Prepares images as CLIP was trained: shortest side to 224 by bicubic resampling, centre crop,
 * normalisation by channel.
 *
 * <p>Source: {@code _transform} in openai/CLIP's clip.py, with torchvision's rounding of sizes and
 * offsets; constants from its notebook.
 */
public final class ClipImages {
  static final int SIDE = 224;
  private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};

  private ClipImages() {}

  /** Returns shape [3, 224, 224]: red, green and blue planes. */
  public static float[] pixelValues(BufferedImage image) {
    RgbImage square = square(image);
    float[] values = new float[3 * SIDE * SIDE];
    byte[] samples = square.samples();
    for (int channel = 0; channel < 3; channel++) {
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        double value = (samples[3 * pixel + channel] & 0xff) / 255.0;
        values[channel * SIDE * SIDE + pixel] =
            (float) ((value - MEAN[channel]) / DEVIATION[channel]);
      }
    }
    return values;
  }

  /** Returns the middle of the resized image, 224 pixels square. */
  static RgbImage square(BufferedImage image) {
    int shortest = Math.min(image.getWidth(), image.getHeight());
    return BicubicResampling.resample(
        RgbImage.of(image),
        middle(image.getWidth(), shortest),
        middle(image.getHeight(), shortest));
  }

  /** The middle of one side; half a pixel is rounded to the even one, as Python's round does. */
  private static Span middle(int size, int shortest) {
    int newSize = Math.toIntExact((long) SIDE * size / shortest);
    return new Span(size, newSize, (int) Math.rint((newSize - SIDE) / 2.0), SIDE);
  }
}
