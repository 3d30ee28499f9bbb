package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.parts.DamagedInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The bytes of an image file: PNG, WebP, or whatever else ImageIO reads. */
final class ImageFile {
  /** Larger than any image of the dataset; a file that claims more is not decoded. */
  static final long MAXIMUM_PIXELS = 32L << 20;

  private final byte[] bytes;
  private final String format;
  private final int width;
  private final int height;

  private ImageFile(byte[] bytes, String format, int width, int height) {
    this.bytes = bytes;
    this.format = format;
    this.width = width;
    this.height = height;
  }

  /**
   * Reads an image file's header.
   *
   * @throws DamagedInput where it is no image, or one of more than {@link #MAXIMUM_PIXELS}
   */
  static ImageFile of(byte[] bytes) throws DamagedInput {
    return withReader(
        bytes,
        reader -> {
          int width = reader.getWidth(0);
          int height = reader.getHeight(0);
          if ((long) width * height > MAXIMUM_PIXELS) {
            throw new DamagedInput(
                "is %d x %d pixels, more than the %d that are decoded"
                    .formatted(width, height, MAXIMUM_PIXELS));
          }
          String format = reader.getFormatName().toLowerCase(Locale.ROOT);
          return new ImageFile(bytes, format, width, height);
        });
  }

  /**
   * Decodes the pixels.
   *
   * @throws DamagedInput where they cannot be decoded
   */
  BufferedImage decode() throws DamagedInput {
    return withReader(bytes, reader -> reader.read(0));
  }

  String mimeType() {
    return "image/" + format;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(ImageReader reader) throws IOException, DamagedInput;
  }

  /** The bytes are in memory, so whatever a decoder throws is the image's fault. */
  private static <T> T withReader(byte[] bytes, Reading<T> reading) throws DamagedInput {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DamagedInput("is not an image in a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
        return reading.from(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new DamagedInput("cannot be decoded", e);
    }
  }
}
