package io.genai.sessions.pipeline.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.TestInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

  @Test
  void theLongerSideHas256Pixels() throws IOException {
    assertThat(size(512, 512)).isEqualTo("256x256");
    assertThat(size(512, 768)).isEqualTo("171x256");
    assertThat(size(1024, 512)).isEqualTo("256x128");
  }

  @Test
  void extremeShapesKeepAtLeastOnePixel() throws IOException {
    assertThat(size(4000, 2)).isEqualTo("256x1");
  }

  @Test
  void smallImagesKeepTheirSize() throws IOException {
    assertThat(size(40, 30)).isEqualTo("40x30");
  }

  @Test
  void fineLinesAreAveragedRatherThanDropped() throws IOException {
    BufferedImage stripes = new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 1024; y++) {
      for (int x = 0; x < 1024; x++) {
        stripes.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0x000000);
      }
    }

    int grey = thumbnail(stripes).getRGB(128, 128) & 0xff;

    assertThat(grey).isBetween(118, 138);
  }

  @Test
  void transparentPixelsBecomeWhite() throws IOException {
    BufferedImage clear = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);

    assertThat(thumbnail(clear).getRGB(100, 100) & 0xffffff).isEqualTo(0xffffff);
  }

  private static String size(int width, int height) throws IOException {
    BufferedImage image = thumbnail(TestInput.image(width, height, BufferedImage.TYPE_INT_RGB));
    return image.getWidth() + "x" + image.getHeight();
  }

  private static BufferedImage thumbnail(BufferedImage image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Thumbnail.jpegOf(image)));
  }
}
