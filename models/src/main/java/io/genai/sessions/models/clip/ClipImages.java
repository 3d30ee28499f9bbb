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

  /** What each of the 256 samples of a channel becomes. */
  private static final float[][] NORMALISED = normalised();

  private ClipImages() {}

  /** Returns shape [3, 224, 224]: red, green and blue planes. */
  public static float[] pixelValues(BufferedImage image) {
    RgbImage square = square(image);
    float[] values = new float[3 * SIDE * SIDE];
    byte[] samples = square.samples();
    for (int channel = 0; channel < 3; channel++) {
      float[] normalised = NORMALISED[channel];
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        values[channel * SIDE * SIDE + pixel] = normalised[samples[3 * pixel + channel] & 0xff];
      }
    }
    return values;
  }

  private static float[][] normalised() {
    float[][] values = new float[3][256];
    for (int channel = 0; channel < 3; channel++) {
      for (int sample = 0; sample < 256; sample++) {
        values[channel][sample] = (float) ((sample / 255.0 - MEAN[channel]) / DEVIATION[channel]);
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
