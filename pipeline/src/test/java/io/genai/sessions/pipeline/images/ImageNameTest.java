package io.genai.sessions.pipeline.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.png",
        "..",
        ".",
        "",
        " ",
        "/etc/passwd",
        "a/b.png",
        "a\\b.png",
        "C:\\x.png",
        "C:x.png",
        "a\u0000.png",
        "a\nb.png",
        ".hidden.png",
        "-x.png",
        "~x.png",
        "*.png",
        "a\u202egnp.png"
      })
  void namesThatCouldLeadElsewhereAreRefused(String name) {
    assertThat(new ImageName(name).isPlain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ae864e55-a895-4ff8-817a-3d748642d73d.png",
        "gen_00001.png",
        "猫 (2).webp",
        "a..b.png"
      })
  void plainNamesAreTaken(String name) {
    assertThat(new ImageName(name).isPlain()).isTrue();
  }

  @Test
  void aNameTooLongForAFileIsRefused() {
    assertThat(new ImageName("猫".repeat(61) + ".png").isPlain()).isFalse();
  }

  @Test
  void keysLieBelowTheirDirectories() {
    ImageName name = new ImageName("gen_1.tar.png");

    assertThat(name.imageKey()).isEqualTo("images/generations/gen_1.tar.png");
    assertThat(name.thumbnailKey()).isEqualTo("images/thumbnails/gen_1.tar.jpg");
  }
}
