package io.genai.sessions.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.parts.PartFile;
import io.genai.sessions.pipeline.parts.PartFile.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputLayoutTest {

  @Test
  void partsAreSortedByNameThenPathHoweverTheyAreListed() {
    List<String> files =
        new ArrayList<>(
            List.of(
                "images/part-000002.zip",
                "diffusiondb-large-part-1/part-000002.zip",
                "images/part-000001.zip",
                "part-000003/part-000003.json",
                "part-000003/a.png",
                "images/diffusiondb-large-part-2/part-000004/part-000004.json"));
    List<String> expected =
        List.of(
            "images/part-000001.zip",
            "diffusiondb-large-part-1/part-000002.zip",
            "images/part-000002.zip",
            "part-000003",
            "images/diffusiondb-large-part-2/part-000004");

    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(files, new Random(seed));

      assertThat(InputLayout.of(files).parts()).extracting(PartFile::path).isEqualTo(expected);
    }
  }

  @Test
  void aPartUnpackedBesideItsArchiveIsReadOnce() {
    InputLayout layout =
        InputLayout.of(List.of("images/part-000001/part-000001.json", "images/part-000001.zip"));

    assertThat(layout.parts())
        .containsExactly(new PartFile("part-000001.zip", "images/part-000001.zip", Kind.ZIP));
  }

  @Test
  void aFolderOfImagesWithoutJsonIsStillAPart() {
    assertThat(InputLayout.of(List.of("images/part-000009/x.png")).parts())
        .containsExactly(new PartFile("part-000009", "images/part-000009", Kind.FOLDER));
  }

  @Test
  void metadataOfTheTwoMillionComesBeforeThatOfTheLarge() {
    assertThat(InputLayout.of(List.of("metadata-large.parquet", "metadata.parquet")).metadata())
        .containsExactly("metadata.parquet", "metadata-large.parquet");
  }

  @Test
  void whatIsNotDiffusionDbsIsLeftAlone() {
    InputLayout layout =
        InputLayout.of(
            List.of(
                "README.md",
                "holiday/part-000001.zip",
                "archive.zip",
                "other.parquet",
                "part-000001/deeper/x.png"));

    assertThat(layout.parts()).isEmpty();
    assertThat(layout.metadata()).isEmpty();
  }
}
