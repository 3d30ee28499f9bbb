package io.genai.sessions.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLeaseTest {
  private static final String RUN = "20221122T101112Z-00af";

  @TempDir private Path data;

  @Test
  void whatAKilledRunLeftIsDeleted() throws IOException {
    Path run = unfinishedRun(RUN);
    Path cached = temporary("cache/EmbedText/model/00001-of-00064.parquet");
    Path image = temporary("blob/images/generations/a.png");
    Path sample = write(data.resolve("raw/.sample-1000-42.partial/images/part-000001.zip"));
    Path whole = write(data.resolve("cache/EmbedText/model/00002-of-00064.parquet"));

    try (DataLease lease = DataLease.of(data)) {
      assertThat(lease.killedRuns()).isEqualTo(1);
    }

    assertThat(run).doesNotExist();
    assertThat(cached).doesNotExist();
    assertThat(image).doesNotExist();
    assertThat(sample.getParent().getParent()).doesNotExist();
    assertThat(whole).exists();
  }

  @Test
  void whileAnotherRunIsAtWorkNothingIsTouched() throws IOException {
    Path cached;
    Path run;
    try (DataLease atWork = DataLease.of(data)) {
      run = unfinishedRun(RUN);
      cached = temporary("cache/EmbedText/model/00001-of-00064.parquet");

      try (DataLease second = DataLease.of(data)) {
        assertThat(second.killedRuns()).isEqualTo(atWork.killedRuns()).isZero();
      }
    }

    assertThat(run).exists();
    assertThat(cached).exists();
  }

  @Test
  void finishedRunsAndDirectoriesOfOthersStay() throws IOException {
    Path finished = unfinishedRun(RUN);
    Files.writeString(finished.resolve(RunReport.FILE), "{}");
    Path other = unfinishedRun("mine");

    try (DataLease lease = DataLease.of(data)) {
      assertThat(lease.killedRuns()).isZero();
    }

    assertThat(finished).exists();
    assertThat(other).exists();
  }

  @Test
  void aPlaceThatIsNoDirectoryIsRefused() throws IOException {
    Path file = write(data.resolve("file"));

    assertThatThrownBy(() -> DataLease.of(file.resolve("data")))
        .isInstanceOf(PipelineFailure.class)
        .hasMessageContaining("--data must be a directory that can be written to");
  }

  private Path unfinishedRun(String name) throws IOException {
    Path run = data.resolve("runs").resolve(name);
    write(run.resolve("prompts/00000.parquet"));
    return run;
  }

  private Path temporary(String path) throws IOException {
    Path file = data.resolve(path);
    return write(file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp"));
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "bytes");
  }
}
