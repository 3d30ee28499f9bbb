package io.genai.sessions.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.TestInput;
import io.genai.sessions.pipeline.images.StoredImage;
import io.genai.sessions.pipeline.images.StoredImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipEnrichmentTest {
  @TempDir private Path temporary;
  private final ColourClip clip = new ColourClip();
  private StoredImage red;
  private PromptShard shard;

  @BeforeEach
  void storeImages() throws IOException {
    red = store("red.png", 0xff0000);
    shard =
        Shards.of(
            List.of(
                Shards.row(1, "a red fox", Optional.of(red)),
                Shards.row(2, "a red fox", Optional.of(red)),
                Shards.row(3, "a blue fox", Optional.of(red)),
                Shards.row(4, "a green fox", Optional.empty())));
  }

  @Test
  void alignmentTellsHowWellTheImageShowsThePrompt() throws IOException {
    List<ClipEncoding> encodings = encodings(enrichment().enrich(shard));

    assertThat(encodings.get(0).alignment().orElseThrow()).isCloseTo(1, within(1e-6));
    assertThat(encodings.get(2).alignment().orElseThrow()).isCloseTo(0, within(1e-6));
  }

  @Test
  void aRowWithoutImageGetsItsTextAlone() throws IOException {
    ClipEncoding encoding = encodings(enrichment().enrich(shard)).get(3);

    assertThat(encoding.model()).isEqualTo("colours");
    assertThat(encoding.text().orElseThrow()).containsExactly(0, 1, 0);
    assertThat(encoding.image()).isEmpty();
    assertThat(encoding.alignment()).isEmpty();
  }

  @Test
  void eachDistinctTextAndImageIsEncodedOnceAndForAll() throws IOException {
    enrichment().enrich(shard);
    enrichment().enrich(shard);

    assertThat(clip.texts).containsExactly("a red fox", "a blue fox", "a green fox");
    assertThat(clip.images).isEqualTo(1);
  }

  @Test
  void anImageThatIsNotThereIsNamed() {
    PromptShard lost =
        Shards.of(
            List.of(
                Shards.row(
                    1,
                    "a red fox",
                    Optional.of(new StoredImage("images/lost.png", "", "00", 8, 8)))));

    assertThatThrownBy(() -> enrichment().enrich(lost))
        .isInstanceOf(PipelineFailure.class)
        .hasMessageContaining("images/lost.png");
  }

  private ClipEnrichment enrichment() {
    return new ClipEnrichment(
        clip,
        StoredImages.below(temporary.resolve("blob").toString()),
        temporary.resolve("cache").toString());
  }

  private StoredImage store(String name, int colour) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, colour);
    Path file = temporary.resolve("blob/images").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, TestInput.encode(image, "png"));
    return new StoredImage("images/" + name, "", "hash of " + name, 8, 8);
  }

  private static List<ClipEncoding> encodings(PromptShard enriched) {
    return enriched.prompts().stream().map(prompt -> prompt.clip().orElseThrow()).toList();
  }
}
