package io.genai.sessions.web.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobDirectoryTest {
  @TempDir private Path directory;
  private BlobDirectory blobs;

  @BeforeEach
  void fill() throws IOException {
    Path root = Files.createDirectories(directory.resolve("blob"));
    Files.createDirectories(root.resolve("images"));
    Files.writeString(root.resolve("images/a.png"), "picture");
    Files.writeString(directory.resolve("secret.png"), "secret");
    Files.writeString(root.resolve("notes.txt"), "no image");
    Files.createSymbolicLink(root.resolve("link.png"), directory.resolve("secret.png"));
    blobs = new BlobDirectory(root);
  }

  @Test
  void aKeyLeadsToItsImage() {
    assertThat(blobs.find("images/a.png")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.png",
        "images/../../secret.png",
        "/etc/passwd",
        "images/%2e%2e/%2e%2e/secret.png",
        "..\\secret.png",
        "link.png",
        "notes.txt",
        "images",
        "images/missing.png",
        "images/a.png\0.png",
        "",
        "none"
      })
  void nothingElseIsFound(String key) {
    assertThat(blobs.find(key)).isEmpty();
  }

  @Test
  void anAbsoluteKeyDoesNotLeaveTheRoot() {
    assertThat(blobs.find(directory.resolve("secret.png").toString())).isEmpty();
  }
}
