package io.genai.sessions.models.clip;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * An image as Pillow's {@code convert("RGB")} gives it: transparency dropped, grey repeated.
 *
 * @param samples red, green, blue of each pixel, row by row, 0..255
 */
record RgbImage(int width, int height, byte[] samples) {
  static RgbImage of(BufferedImage image) {
    byte[] samples = new byte[3 * image.getWidth() * image.getHeight()];
    boolean hasPlainBands = hasPlainBands(image);
    for (int y = 0; y < image.getHeight(); y++) {
      if (hasPlainBands) {
        copyBands(image, y, samples);
      } else {
        copyColours(image, y, samples);
      }
    }
    return new RgbImage(image.getWidth(), image.getHeight(), samples);
  }

  /** Tells whether the stored samples are the colours: Java would brighten grey on conversion. */
  private static boolean hasPlainBands(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    return !(colours instanceof IndexColorModel)
        && colours.getTransferType() == DataBuffer.TYPE_BYTE
        && !colours.isAlphaPremultiplied()
        && Arrays.stream(colours.getComponentSize()).allMatch(bits -> bits == 8);
  }

  private static void copyBands(BufferedImage image, int y, byte[] samples) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    byte[] row = (byte[]) raster.getDataElements(0, y, image.getWidth(), 1, null);
    int green = bands >= 3 ? 1 : 0;
    int blue = bands >= 3 ? 2 : 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int target = 3 * (y * image.getWidth() + x);
      samples[target] = row[x * bands];
      samples[target + 1] = row[x * bands + green];
      samples[target + 2] = row[x * bands + blue];
    }
  }

  private static void copyColours(BufferedImage image, int y, byte[] samples) {
    int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    for (int x = 0; x < image.getWidth(); x++) {
      int target = 3 * (y * image.getWidth() + x);
      samples[target] = (byte) (row[x] >> 16);
      samples[target + 1] = (byte) (row[x] >> 8);
      samples[target + 2] = (byte) row[x];
    }
  }
}
