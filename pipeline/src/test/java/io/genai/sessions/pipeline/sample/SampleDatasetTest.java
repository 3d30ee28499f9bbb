package io.genai.sessions.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.pipeline.PipelineFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDatasetTest {
  private static final int ROWS = 105;

  @TempDir private Path directory;

  @Test
  void sameArgumentsGiveTheSameBytesAtAnyParallelism() throws IOException {
    Path one = SampleDataset.create(directory.resolve("one"), ROWS, 5, () -> {}, 1);
    Path four = SampleDataset.create(directory.resolve("four"), ROWS, 5, () -> {}, 4);
    assertThat(contents(four)).isEqualTo(contents(one)).hasSize(4);
    assertThat(SampleRows.of(3, 6)).isNotEqualTo(SampleRows.of(3, 5));
  }

  @Test
  void isReadableAsDiffusionDbParts() throws IOException {
    Path sample = SampleDataset.create(directory.resolve("sample"), ROWS, 5);
    int rows = 0;
    for (int part = 1; part <= 2; part++) {
      String name = "part-00000" + part;
      try (ZipFile zip = new ZipFile(sample.resolve("images").resolve(name + ".zip").toFile())) {
        JsonNode index =
            new ObjectMapper().readTree(zip.getInputStream(zip.getEntry(name + ".json")));
        assertThat(zip.size()).isEqualTo(index.size() + 1);
        for (Map.Entry<String, JsonNode> row : index.properties()) {
          assertThat(row.getKey()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*\\.png");
          assertThat(row.getValue().get("p").asText()).isNotBlank();
          assertThat(row.getValue().get("se").asLong()).isBetween(0L, 1L << 32);
          assertThat(row.getValue().get("c").asDouble()).isBetween(1.0, 30.0);
          assertThat(row.getValue().get("st").asInt()).isBetween(10, 150);
          assertThat(row.getValue().get("sa").asText()).isNotBlank();
          BufferedImage image = ImageIO.read(zip.getInputStream(zip.getEntry(row.getKey())));
          assertThat(Math.min(image.getWidth(), image.getHeight())).isGreaterThanOrEqualTo(320);
          rows++;
        }
      }
    }
    assertThat(rows).isEqualTo(ROWS);
  }

  @Test
  void aboutOneInTwelveImagesShowsAnotherPromptAndIsRecorded() throws IOException {
    List<SampleRow> rows = SampleRows.of(4_000, 5);
    List<SampleRow> misrendered = rows.stream().filter(SampleRow::misrendered).toList();
    assertThat((double) misrendered.size() / rows.size()).isBetween(0.065, 0.095);
    assertThat(misrendered)
        .allSatisfy(
            row ->
                assertThat(row.rendered().scene().motif().subject())
                    .isNotEqualTo(row.prompt().scene().motif().subject()));

    Path file = directory.resolve("misrendered.csv");
    MisrenderedFile.write(file, rows);
    assertThat(Files.readAllLines(file))
        .hasSize(misrendered.size() + 1)
        .startsWith("image_name,prompt,rendered_prompt")
        .contains(
            "%s,\"%s\",\"%s\""
                .formatted(
                    misrendered.get(0).imageName(),
                    misrendered.get(0).prompt().text(),
                    misrendered.get(0).rendered().text()));
  }

  @Test
  void imageNamesAreUnique() {
    assertThat(SampleRows.of(4_000, 5)).extracting(SampleRow::imageName).doesNotHaveDuplicates();
  }

  @Test
  void aCompleteSampleIsReused() throws IOException {
    Path sample = SampleDataset.create(directory.resolve("sample"), 3, 5);
    Path part = sample.resolve("images/part-000001.zip");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(part, longAgo);
    AtomicInteger drawn = new AtomicInteger();
    SampleDataset.create(sample, 3, 5, drawn::incrementAndGet);
    assertThat(drawn).hasValue(0);
    assertThat(Files.getLastModifiedTime(part)).isEqualTo(longAgo);
  }

  @Test
  void otherArgumentsReplaceTheSample() throws IOException {
    Path sample = SampleDataset.create(directory.resolve("sample"), 3, 5);
    AtomicInteger drawn = new AtomicInteger();
    SampleDataset.create(sample, 4, 5, drawn::incrementAndGet);
    assertThat(drawn).hasValue(4);
  }

  @Test
  void aSampleOfAnotherGeneratorIsReplaced() throws IOException {
    Path sample = SampleDataset.create(directory.resolve("sample"), 3, 5);
    new SampleMarker(SampleMarker.GENERATOR - 1, 3, 5).write(sample);
    AtomicInteger drawn = new AtomicInteger();
    SampleDataset.create(sample, 3, 5, drawn::incrementAndGet);
    assertThat(drawn).hasValue(3);
  }

  @Test
  void stoppedHalfWayItLeavesNothing() throws IOException {
    Path sample = directory.resolve("sample");
    AtomicInteger drawn = new AtomicInteger();
    Runnable stopAfterTen =
        () -> {
          if (drawn.incrementAndGet() == 10) {
            throw new IllegalStateException("stopped");
          }
        };
    assertThatThrownBy(() -> SampleDataset.create(sample, ROWS, 5, stopAfterTen))
        .isInstanceOf(PipelineFailure.class);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatAKilledRunLeftIsNotTakenForASample() throws IOException {
    Path partial = Files.createDirectories(directory.resolve(".sample.partial/images"));
    Files.writeString(partial.resolve("part-000001.zip"), "half");
    Path sample = SampleDataset.create(directory.resolve("sample"), 3, 5);
    assertThat(SampleMarker.read(sample)).contains(new SampleMarker(SampleMarker.GENERATOR, 3, 5));
    assertThat(directory.resolve(".sample.partial")).doesNotExist();
  }

  @Test
  void aDirectoryOfSomethingElseIsLeftAlone() throws IOException {
    Path file = directory.resolve("thesis.txt");
    Files.writeString(file, "years of work");
    PipelineFailure failure =
        catchThrowableOfType(PipelineFailure.class, () -> SampleDataset.create(directory, 3, 5));
    assertThat(failure.code()).isEqualTo(PipelineFailure.Code.USER);
    assertThat(failure).hasMessageContaining(directory.toString());
    assertThat(file).exists();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    // A file where the parent directory should be: unwritable for every user, root included.
    Path blocked = Files.writeString(directory.resolve("file"), "").resolve("sample");
    PipelineFailure failure =
        catchThrowableOfType(PipelineFailure.class, () -> SampleDataset.create(blocked, 3, 5));
    assertThat(failure.code()).isEqualTo(PipelineFailure.Code.RESOURCE);
    assertThat(failure)
        .hasMessageContaining(blocked.toString())
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void rowsOutOfRangeAreRefusedWithTheRange() {
    assertThatThrownBy(() -> SampleDataset.create(directory.resolve("sample"), 0, 5))
        .isInstanceOf(PipelineFailure.class)
        .hasMessageContaining("1 to 1,000,000")
        .hasMessageContaining("was: 0");
  }

  private static Map<String, ByteBuffer> contents(Path root) throws IOException {
    Map<String, ByteBuffer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
