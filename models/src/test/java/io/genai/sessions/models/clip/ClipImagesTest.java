package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.models.SharedMaterial;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected hashes and values are those of Pillow 9.4, or worked out by hand where it says so. */
class ClipImagesTest {
  @ParameterizedTest
  @CsvSource({
    "300, 260, 258, 224, ddd71e7ece5fe8e4609ccf02b62e47741ac7d4f09bb4cead34eb22ba20f23089",
    "260, 300, 224, 258, 78fd54a0a635be187bb3ddc3e0625b7700c4a6b18733ee2d2209189d62306829",
    "100, 90, 248, 224, ef627dd90f4c01fa9d2291a3a8c3810d30267ffa13a14575ddfacde96f6c6e58",
    "7, 5, 3, 4, 54030a2849fcdd9de76970053a1ce58acff77f23fcec86f2d21bd74894fd0d62",
    "512, 512, 224, 224, e775c38fefb9cb67d3035de5529ce5bde378d7191f332bdf0e945bb63183d08a",
    "1, 4, 1, 2, dd0285509a5270d8dd19765af074851243c8809daf82c84b0bf3f94d6bdfa184",
    "1000, 3, 50, 9, 754747fe1343349a0d5b4d1586491f1d968df717d89ce17d53984891760d24f6"
  })
  void resamplesAsPillowDoesToTheBit(
      int width, int height, int newWidth, int newHeight, String hash) {
    RgbImage resized = resize(RgbImage.of(pattern(width, height)), newWidth, newHeight);
    assertThat(resized.width()).isEqualTo(newWidth);
    assertThat(sha256(resized.samples())).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 260, 1396d98865993515cc30a08d6395a86b4b8a263bddb764a8873eef6657451ec0",
    "131, 257, 9f9bf93c142798f247bb33c51e943faea1e997a54713d89daffd05703b4711d6",
    "640, 480, 4b72cdcb738f6d93aac16a5faa85b41ecbed2cda0b91fcf71fdb307053765243",
    "90, 40, 3026f1bd713e3da52b375da104f7c83cab636d4b759b9a9c7057f2515824fd04"
  })
  void resizesAndCropsAsOpenAisTransformDoes(int width, int height, String hash) {
    assertThat(sha256(ClipImages.square(pattern(width, height)).samples())).isEqualTo(hash);
  }

  @Test
  void preparesAPhotographAsOpenAisTransformDoes() throws IOException {
    BufferedImage photograph =
        ImageIO.read(SharedMaterial.file("data/models/parity/000000039769.png").toFile());
    assertThat(sha256(ClipImages.square(photograph).samples()))
        .isEqualTo("3fd55885b246d63f5c6627f5c1e6c5642febd2ce228f3aa9d3e1e7114e9d29a8");
  }

  @Test
  void halvesARowByTheCubicOfKeys() {
    // By hand: the first new pixel lies at 1.0 of the old row, so the old ones are 0.25, 0.25, 0.75
    // and 1.25 away in units of the new row; their weights 0.8671875, 0.8671875, 0.2265625 and
    // -0.0703125 add up to 1.890625.
    byte[] row = {0, 0, 0, 100, 100, 100, (byte) 200, (byte) 200, (byte) 200, 50, 50, 50};
    RgbImage half = resize(new RgbImage(4, 1, row), 2, 1);
    assertThat(half.samples()[0] & 0xff)
        .isEqualTo(68)
        .isEqualTo((int) Math.round((86.71875 + 45.3125 - 3.515625) / 1.890625));
  }

  @Test
  void leavesAnImageOfTheRightSizeAsItIs() {
    RgbImage image = RgbImage.of(pattern(224, 224));
    assertThat(ClipImages.square(pattern(224, 224)).samples()).isEqualTo(image.samples());
  }

  @Test
  void normalisesEachChannelIntoItsOwnPlane() {
    BufferedImage orange = filled(BufferedImage.TYPE_INT_RGB, new Color(255, 128, 0));
    float[] values = ClipImages.pixelValues(orange);
    int plane = 224 * 224;
    assertThat(values).hasSize(3 * plane);
    assertThat(values[plane / 2]).isCloseTo((float) ((1 - 0.48145466) / 0.26862954), within(1e-5f));
    assertThat(values[plane + 1])
        .isCloseTo((float) ((128 / 255.0 - 0.4578275) / 0.26130258), within(1e-5f));
    assertThat(values[3 * plane - 1]).isCloseTo((float) (-0.40821073 / 0.27577711), within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({
    "1, INT_RGB",
    "2, INT_ARGB",
    "3, INT_ARGB_PRE",
    "4, INT_BGR",
    "5, 3BYTE_BGR",
    "6, 4BYTE_ABGR"
  })
  void seesTheSameColoursInEveryColourModel(int type, String name) {
    RgbImage image = RgbImage.of(filled(type, new Color(10, 120, 250)));
    assertThat(image.samples()).as(name).startsWith((byte) 10, (byte) 120, (byte) 250);
  }

  @Test
  void repeatsGreyWithoutBrighteningIt() {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(1, 0, 0, 100);
    assertThat(RgbImage.of(grey).samples()).containsExactly(0, 0, 0, 100, 100, 100);
  }

  @Test
  void dropsTransparencyAndKeepsTheColourBelow() {
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x00_0a_14_1e);
    assertThat(RgbImage.of(clear).samples()).containsExactly(10, 20, 30);
  }

  @Test
  void preparesAnImageOfOnePixelsHeightWithinItsMeans() {
    BufferedImage line = filled(BufferedImage.TYPE_INT_RGB, Color.BLACK).getSubimage(0, 0, 30, 1);
    BufferedImage wide = new BufferedImage(30_000, 1, BufferedImage.TYPE_INT_RGB);
    assertThat(ClipImages.pixelValues(wide)).isEqualTo(ClipImages.pixelValues(line));
  }

  private static RgbImage resize(RgbImage image, int width, int height) {
    return BicubicResampling.resample(
        image,
        new BicubicResampling.Span(image.width(), width, 0, width),
        new BicubicResampling.Span(image.height(), height, 0, height));
  }

  private static BufferedImage filled(int type, Color colour) {
    BufferedImage image = new BufferedImage(30, 20, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 30, 20);
    graphics.dispose();
    return image;
  }

  /** A picture with gradients, edges and noise that is written as easily in Python. */
  static BufferedImage pattern(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = (x * 37 + y * 91 + x * y) % 256;
        int green = (x * x + y * 13) % 256;
        int blue = (x / 7 + y / 5) % 2 * 200 + x % 50;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static String sha256(byte[] samples) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(samples));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
