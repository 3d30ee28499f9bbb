package io.genai.sessions.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedRunsTest {
  @TempDir private Path data;
  private final Instant started = Instant.now();
  private RunDirectory own;
  private AbandonedRuns abandoned;

  @BeforeEach
  void begin() {
    own = RunDirectory.create(data, started);
    abandoned = AbandonedRuns.beside(own, data, started);
  }

  @Test
  void aKilledRunsDirectoryAndTemporariesAreDeleted() throws IOException {
    Path killed = unfinishedRun("killed");
    Path cached = temporary("cache/EmbedText/model/00001-of-00064.parquet");
    Path image = temporary("blob/images/generations/a.png");
    Path whole = file("cache/EmbedText/model/00002-of-00064.parquet");

    assertThat(abandoned.sweep()).isEqualTo(1);

    assertThat(killed).doesNotExist();
    assertThat(cached).doesNotExist();
    assertThat(image).doesNotExist();
    assertThat(whole).exists();
    assertThat(own.local()).exists();
    assertThat(abandoned.sweep()).isZero();
  }

  @Test
  void whileAnotherRunIsAtWorkNothingIsTouched() throws IOException {
    Path killed = unfinishedRun("killed");
    Path cached = temporary("cache/EmbedText/model/00001-of-00064.parquet");
    RunDirectory other = RunDirectory.create(data, started);

    try (RunDirectory.Unfinished atWork = other.deleteUnlessFinished()) {
      assertThat(abandoned.sweep()).isZero();
      assertThat(atWork).isNotNull();
    }
    assertThat(killed).exists();
    assertThat(cached).exists();

    assertThat(abandoned.sweep()).isEqualTo(1);
    assertThat(killed).doesNotExist();
  }

  @Test
  void aFinishedRunStays() throws IOException {
    Path finished = unfinishedRun("finished");
    Files.writeString(finished.resolve(RunReport.FILE), "{}");

    assertThat(abandoned.sweep()).isZero();
    assertThat(finished).exists();
  }

  @Test
  void whatIsWrittenSinceTheStartBelongsToSomebody() throws IOException {
    unfinishedRun("killed");
    Path fresh = temporary("cache/EmbedText/model/00001-of-00064.parquet");
    Files.setLastModifiedTime(fresh, FileTime.from(started.plus(Duration.ofSeconds(1))));

    abandoned.sweep();

    assertThat(fresh).exists();
  }

  private Path unfinishedRun(String name) throws IOException {
    Path run = Files.createDirectories(data.resolve("runs").resolve(name).resolve("prompts"));
    Files.writeString(run.resolve("00000.parquet"), "half a run");
    return run.getParent();
  }

  private Path temporary(String path) throws IOException {
    Path file = data.resolve(path);
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    return write(temporary);
  }

  private Path file(String path) throws IOException {
    return write(data.resolve(path));
  }

  private Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "bytes");
    Files.setLastModifiedTime(file, FileTime.from(started.minus(Duration.ofSeconds(1))));
    return file;
  }
}
