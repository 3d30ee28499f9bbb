package io.genai.sessions.pipeline.read;

import static io.genai.sessions.pipeline.TestInput.part;
import static io.genai.sessions.pipeline.TestInput.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.TestMetadata;
import io.genai.sessions.pipeline.records.BadRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading as a Beam pipeline, on input with a little of everything. */
class ReadDiffusionDbIT {
  @TempDir private Path directory;
  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    input = directory.resolve("input");
    part("a", 5).zipTo(input.resolve("images/part-000001.zip"));
    byte[] truncated = part("lost", 5).zip("part-000002.json");
    write(input.resolve("images/part-000002.zip"), Arrays.copyOf(truncated, 200));
    part("c", 3)
        .with("blank.png", "  ")
        .with("a-4.png", "again")
        .unpackTo(input.resolve("images/part-000003"));
    part("d", 2).zipTo(input.resolve("diffusiondb-large-part-1/part-000004.zip"));
    TestMetadata.table()
        .with("m-0.png", "only in the metadata")
        .with("c-1.png", "joined")
        .with(Map.of("image_name", "m-1.png", "prompt", ""))
        .with("m-2.png", "last")
        .writeTo(input.resolve("metadata.parquet"));
  }

  @Test
  void partsComeByNameThenWhatOnlyTheMetadataHas() {
    ReadResult result = ReadResult.of(input);

    assertThat(result.imageNames())
        .containsExactly(
            "a-0.png", "a-1.png", "a-2.png", "a-3.png", "a-4.png", "c-0.png", "c-1.png", "c-2.png",
            "d-0.png", "d-1.png", "m-0.png", "m-2.png");
    assertThat(result.rows())
        .extracting(SourceRow::promptId)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 11L, 12L, 13L, 16L);
  }

  @Test
  void aRowOfAPartGetsUserAndTimeFromTheMetadata() {
    SourceRow joined =
        ReadResult.of(input).rows().stream()
            .filter(row -> row.imageName().equals("c-1.png"))
            .findFirst()
            .orElseThrow();

    assertThat(joined.prompt()).isEqualTo("prompt 1 of c");
    assertThat(joined.seed()).contains(4242L);
    assertThat(joined.userName()).contains("a1b2");
    assertThat(joined.timestampMillis()).contains(1_660_000_000_000L);
    assertThat(joined.height()).contains(768);
  }

  @Test
  void whatIsBrokenIsToldAndCostsNothingElse() {
    assertThat(ReadResult.of(input).badRecords())
        .extracting(BadRecord::source)
        .containsExactly(
            "metadata.parquet row 3",
            "part-000002.zip",
            "part-000003/a-4.png",
            "part-000003/blank.png");
  }

  @Test
  void theStepCountsWhatWentInAndOut() {
    assertThat(ReadResult.of(input).counters())
        .containsEntry("ReadDiffusionDb rows_in", 16L)
        .containsEntry("ReadDiffusionDb rows_out", 12L)
        .containsEntry("ReadDiffusionDb bad_records", 4L);
  }

  @Test
  void parallelismChangesNothing() {
    ReadResult alone = ReadResult.of(input.toString(), OptionalLong.empty(), 1);
    ReadResult four = ReadResult.of(input.toString(), OptionalLong.empty(), 4);

    assertThat(four).isEqualTo(alone);
  }

  @Test
  void anotherNameOfTheDirectoryChangesNothing() throws IOException {
    ReadResult before = ReadResult.of(input);
    Path renamed = Files.move(input, directory.resolve("zz renamed [1] *"));

    assertThat(ReadResult.of(renamed)).isEqualTo(before);
    assertThat(ReadResult.of(renamed.resolve("../" + renamed.getFileName() + "/")))
        .isEqualTo(before);
  }

  @Test
  void everyLimitGivesJustTheFirstRows() {
    ReadResult all = ReadResult.of(input);
    for (int limit : List.of(1, 5, 6, 9, 11, 12, 1_000, 1_000_000)) {
      ReadResult first = ReadResult.first(limit, input);

      assertThat(first.rows())
          .as("limit " + limit)
          .isEqualTo(all.rows().subList(0, Math.min(limit, all.rows().size())));
    }
  }

  @Test
  void badRecordsBehindTheLimitAreNotCounted() {
    assertThat(ReadResult.first(5, input).badRecords()).isEmpty();
    assertThat(ReadResult.first(6, input).badRecords())
        .extracting(BadRecord::source)
        .containsExactly("part-000002.zip");
  }

  @Test
  void aMetadataTableAloneIsReadAsText() {
    ReadResult result = ReadResult.of(input.resolve("metadata.parquet"));

    assertThat(result.imageNames()).containsExactly("m-0.png", "c-1.png", "m-2.png");
    assertThat(result.rows()).extracting(SourceRow::promptId).containsExactly(1L, 2L, 4L);
  }

  @Test
  void aZippedPartAloneIsRead() {
    assertThat(ReadResult.of(input.resolve("images/part-000001.zip")).rows()).hasSize(5);
  }

  @Test
  void allPartsBrokenGiveNoRowsButBadRecords() throws IOException {
    Path broken = directory.resolve("broken");
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(write(broken.resolve("part-00000" + i + ".zip"), new byte[50]));
    }

    ReadResult result = ReadResult.of(broken);

    assertThat(result.rows()).isEmpty();
    assertThat(result.badRecords()).hasSameSizeAs(parts);
  }
}
