package io.genai.sessions.pipeline.images;

import static io.genai.sessions.pipeline.TestInput.part;
import static io.genai.sessions.pipeline.TestInput.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genai.sessions.pipeline.TestMetadata;
import io.genai.sessions.pipeline.read.ReadResult;
import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.records.BadRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storing images as a Beam pipeline, behind the reading. */
class StoreImagesIT {
  @TempDir private Path directory;

  @Test
  void everyImageOfSeveralPartsIsStoredOnce() throws IOException {
    Path input = directory.resolve("input");
    part("a", 100).zipTo(input.resolve("images/part-000001.zip"));
    part("b", 50).unpackTo(input.resolve("images/part-000002"));
    TestMetadata.table().with("text.png", "no image").writeTo(input.resolve("metadata.parquet"));
    Path blobs = directory.resolve("blobs");

    ReadResult result = ReadResult.stored(input, blobs);

    assertThat(result.badRecords()).isEmpty();
    assertThat(result.rows()).hasSize(151);
    assertThat(result.rows().subList(0, 150))
        .allSatisfy(
            row -> {
              assertThat(row.image().orElseThrow().imagePath())
                  .isEqualTo("images/generations/" + row.imageName());
              assertThat(row.width()).contains(8);
            });
    assertThat(result.rows().get(150).image()).isEmpty();
    try (Stream<Path> stored = Files.list(blobs.resolve("images/generations"))) {
      assertThat(stored).hasSize(150);
    }
    assertThat(ReadResult.stored(input, blobs)).isEqualTo(result);
  }

  @Test
  void anImageThatCannotBeStoredCostsItsRowNothingElse() throws IOException {
    Path input = directory.resolve("input");
    part()
        .with("good.png", "kept")
        .with("broken.png", "kept without image", new byte[] {1, 2, 3})
        .with("../hostile.png", "kept without image too", png(8, 8))
        .zipTo(input.resolve("part-000001.zip"));

    ReadResult result = ReadResult.stored(input, directory.resolve("blobs"));

    assertThat(result.rows())
        .extracting(SourceRow::image)
        .extracting(Optional::isPresent)
        .containsExactly(true, false, false);
    assertThat(result.badRecords())
        .extracting(BadRecord::step, BadRecord::source, BadRecord::reason)
        .containsExactly(
            tuple(
                "StoreImages",
                "part-000001.zip!/../hostile.png",
                "The image has a name that is not a plain file name"),
            tuple(
                "StoreImages",
                "part-000001.zip!/broken.png",
                "The image is not an image in a known format"));
    assertThat(directory.resolve("blobs/images/hostile.png")).doesNotExist();
    assertThat(result.counters())
        .containsEntry("StoreImages rows_in", 3L)
        .containsEntry("StoreImages rows_out", 1L)
        .containsEntry("StoreImages bad_records", 2L);
  }
}
