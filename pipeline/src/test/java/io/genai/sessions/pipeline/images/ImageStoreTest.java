package io.genai.sessions.pipeline.images;

import static io.genai.sessions.pipeline.TestInput.encode;
import static io.genai.sessions.pipeline.TestInput.image;
import static io.genai.sessions.pipeline.TestInput.png;
import static io.genai.sessions.pipeline.TestInput.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parts.DamagedInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir private Path directory;
  private Path root;
  private ImageStore store;

  @BeforeEach
  void makeStore() {
    root = directory.resolve("blob root");
    store = new ImageStore(new BlobStore(root.toString()));
  }

  @Test
  void anImageIsStoredByteForByteWithAThumbnail() throws Exception {
    byte[] content = png(640, 480);

    StoredImage stored = store.store("a.png", content);

    assertThat(stored.imagePath()).isEqualTo("images/generations/a.png");
    assertThat(stored.thumbnailPath()).isEqualTo("images/thumbnails/a.jpg");
    assertThat(stored.width()).isEqualTo(640);
    assertThat(stored.height()).isEqualTo(480);
    assertThat(stored.contentHash()).hasSize(64);
    assertThat(root.resolve(stored.imagePath())).hasBinaryContent(content);
    BufferedImage thumbnail = ImageIO.read(root.resolve(stored.thumbnailPath()).toFile());
    assertThat(thumbnail.getWidth()).isEqualTo(256);
    assertThat(thumbnail.getHeight()).isEqualTo(192);
    assertThat(files()).containsExactlyInAnyOrder("a.png", "a.jpg");
  }

  @Test
  void losslessWebPIsDecoded() throws Exception {
    byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    StoredImage stored = store.store("a.webp", webp);

    assertThat(stored.width()).isEqualTo(1);
    assertThat(root.resolve("images/generations/a.webp")).hasBinaryContent(webp);
    assertThat(root.resolve("images/thumbnails/a.jpg")).isNotEmptyFile();
  }

  @Test
  void whatIsStoredAlreadyIsLeftAlone() throws Exception {
    byte[] content = png(300, 300);
    StoredImage first = store.store("a.png", content);
    Files.setLastModifiedTime(root.resolve(first.imagePath()), LONG_AGO);
    Files.setLastModifiedTime(root.resolve(first.thumbnailPath()), LONG_AGO);

    StoredImage second = store.store("a.png", content);

    assertThat(second).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(root.resolve(first.imagePath()))).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(root.resolve(first.thumbnailPath()))).isEqualTo(LONG_AGO);
  }

  @Test
  void aThumbnailThatIsGoneIsMadeAgain() throws Exception {
    byte[] content = png(300, 300);
    StoredImage first = store.store("a.png", content);
    Files.delete(root.resolve(first.thumbnailPath()));

    store.store("a.png", content);

    assertThat(root.resolve(first.thumbnailPath())).exists();
  }

  @Test
  void otherContentUnderTheSameNameReplacesBoth() throws Exception {
    store.store("a.png", png(300, 300));
    byte[] other = png(100, 50);

    store.store("a.png", other);

    assertThat(root.resolve("images/generations/a.png")).hasBinaryContent(other);
    assertThat(ImageIO.read(root.resolve("images/thumbnails/a.jpg").toFile()).getHeight())
        .isEqualTo(50);
  }

  @Test
  void brokenImagesAreRefusedAndNotStored() throws IOException {
    byte[] whole = png(64, 64);

    assertRefused("a.png", Arrays.copyOf(whole, whole.length / 2), "cannot be decoded");
    assertRefused("a.png", Arrays.copyOf(whole, 20), "cannot be decoded");
    assertRefused("a.png", new byte[0], "not an image in a known format");
    assertRefused(
        "a.png", "not an image".getBytes(StandardCharsets.UTF_8), "not an image in a known format");
    assertThat(files()).isEmpty();
  }

  @Test
  void anImageThatClaimsTooManyPixelsIsNotDecoded() throws IOException {
    assertRefused("a.png", pngHeader(100_000, 100_000), "is 100000 x 100000 pixels, more than");
    assertThat(files()).isEmpty();
  }

  @Test
  void hostileNamesWriteNothing() throws IOException {
    assertRefused("../escaped.png", png(8, 8), "not a plain file name");
    assertRefused("/tmp/escaped.png", png(8, 8), "not a plain file name");

    try (Stream<Path> all = Files.walk(directory)) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void transparencyPalettesAndGreysBecomeJpegs() throws Exception {
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_BYTE_BINARY
        }) {
      store.store(type + ".png", encode(image(400, 300, type), "png"));

      BufferedImage thumbnail =
          ImageIO.read(root.resolve("images/thumbnails/" + type + ".jpg").toFile());
      assertThat(thumbnail.getWidth()).isEqualTo(256);
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenStopsTheRun() throws Exception {
    write(root, new byte[1]);

    assertThatThrownBy(() -> store.store("a.png", png(8, 8)))
        .isInstanceOfSatisfying(
            PipelineFailure.class, failure -> assertThat(failure.code()).isEqualTo(Code.RESOURCE))
        .hasMessageContaining("below the blob root " + root);
  }

  private void assertRefused(String name, byte[] content, String reason) {
    assertThatThrownBy(() -> store.store(name, content))
        .isInstanceOf(DamagedInput.class)
        .hasMessageContaining(reason);
  }

  private Stream<String> files() throws IOException {
    if (!Files.exists(root)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .toList()
          .stream();
    }
  }

  /** A PNG that says how large it is and ends. */
  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunk);
    data.writeBytes("IHDR");
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 checksum = new CRC32();
    checksum.update(chunk.toByteArray());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(png);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.writeInt(13);
    out.write(chunk.toByteArray());
    out.writeInt((int) checksum.getValue());
    out.writeInt(0);
    out.writeBytes("IDAT");
    return png.toByteArray();
  }
}
