package io.genai.sessions.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real prompts and images, where they lie beside the checkout. */
class RealInputIT {
  private final Path input =
      Path.of(System.getProperty("shared.directory", "missing"), "data", "diffusiondb");

  @TempDir private Path blobs;

  @BeforeEach
  void inputIsThere() {
    assumeTrue(Files.isDirectory(input), "No real input at " + input + ": skipped");
  }

  @Test
  void everyRealRowAndImageIsRead() throws Exception {
    ReadResult result = ReadResult.stored(input, blobs);

    assertThat(result.badRecords()).isEmpty();
    assertThat(result.rows()).hasSize(12_009);
    assertThat(result.rows().stream().filter(row -> row.image().isPresent())).hasSize(9);
    assertThat(result.rows().stream().map(SourceRow::userName).flatMap(Optional::stream).distinct())
        .hasSize(484);
    assertThat(result.rows().get(0).promptId()).isEqualTo(1);
    assertThat(result.rows().get(12_008).promptId()).isEqualTo(12_009);
  }
}
