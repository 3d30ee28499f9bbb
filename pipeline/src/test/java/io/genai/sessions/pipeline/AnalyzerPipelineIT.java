package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.pipeline.TestInput.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on small inputs, from the command line to the warehouse. */
class AnalyzerPipelineIT {
  @TempDir private Path temporary;

  @Test
  void theSampleBecomesACheckedWarehouse() throws IOException {
    Path data = temporary.resolve("data");

    AnalyzerRun run = AnalyzerRun.in(data, "--sampleRows=120");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("embedded sample, 120 rows", "users        10 (simulated)", "bad records  0")
        .contains("EmbedText", "spring-boot:run");
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM fct_generations")).isEqualTo(120);
    assertThat(
            AnalyzerRun.count(
                data,
                "SELECT count(*) FROM dim_prompts WHERE image_path IS NOT NULL AND text_embedding_mini IS NOT NULL"))
        .isEqualTo(120);
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM ops_steps WHERE state = 'succeeded'"))
        .isEqualTo(10);
    assertThat(
            AnalyzerRun.count(
                data,
                "SELECT count(*) FROM dim_prompts WHERE label_model IS NOT NULL AND alignment_score IS NOT NULL AND style_cluster IS NOT NULL"))
        .isEqualTo(120);
    assertThat(AnalyzerRun.count(data, "SELECT max(style_cluster) FROM dim_prompts")).isEqualTo(7);
    assertThat(filesBelow(data.resolve("blob/images/thumbnails"))).isEqualTo(120);
    assertThat(unfinishedFiles(data)).isZero();
  }

  @Test
  void theSameSeedGivesTheSameRowsAtAnyParallelismAndWhereverTheFilesLie() throws IOException {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");
    Path parts = Files.createDirectories(temporary.resolve("z/images"));
    Path moved = Files.createDirectories(temporary.resolve("a"));
    for (int number = 1; number <= 3; number++) {
      String name = "part-00000%d".formatted(number);
      Part part = new Part();
      for (int image = 0; image < 12; image++) {
        byte[] picture = TestInput.png(8 + image, 6 + number);
        part.with(
            "%s-%02d.png".formatted(name, image), "a lighthouse in fog, take " + image, picture);
      }
      part.zipTo(parts.resolve(name + ".zip"));
      if (number == 2) {
        part.zipTo(moved.resolve(name + ".zip"));
      } else {
        part.unpackTo(Files.createDirectories(moved.resolve(name)));
      }
    }

    AnalyzerRun one =
        AnalyzerRun.in(first, "--input=" + parts.getParent(), "--targetParallelism=1");
    AnalyzerRun four = AnalyzerRun.in(second, "--input=" + moved, "--targetParallelism=4");

    assertThat(one.exitCode()).as(one.err()).isZero();
    assertThat(four.exitCode()).as(four.err()).isZero();
    assertThat(AnalyzerRun.fingerprints(second)).isEqualTo(AnalyzerRun.fingerprints(first));
  }

  @Test
  void aSecondRunInfersNothingAgain() throws IOException {
    Path data = temporary.resolve("data");
    AnalyzerRun.in(data, "--sampleRows=40");
    Path anyShard;
    try (Stream<Path> files = Files.walk(data.resolve("cache/EmbedText"))) {
      anyShard = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Object written = Files.getLastModifiedTime(anyShard);
    Object file = Files.readAttributes(anyShard, "unix:ino").get("ino");

    AnalyzerRun again = AnalyzerRun.in(data, "--sampleRows=40");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(Files.getLastModifiedTime(anyShard)).isEqualTo(written);
    assertThat(Files.readAttributes(anyShard, "unix:ino").get("ino")).isEqualTo(file);
  }

  @Test
  void metadataWithoutImagesGivesObservedUsers() throws IOException {
    Path shared = Path.of(System.getProperty("shared.directory"));
    Path metadata = shared.resolve("data/diffusiondb/metadata.parquet");
    assumeTrue(Files.exists(metadata), "skipped: no real metadata at " + metadata);
    Path data = temporary.resolve("data");

    AnalyzerRun run =
        AnalyzerRun.in(data, "--input=" + metadata, "--limit=300", "--textEmbedder=none");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("rows         300", "(observed)", "skipped");
    assertThat(
            AnalyzerRun.count(
                data,
                "SELECT count(*) FROM fct_generations WHERE timestamp BETWEEN '2022-08-06' AND '2022-08-20'"))
        .isEqualTo(300);
    assertThat(
            AnalyzerRun.count(
                data, "SELECT count(*) FROM dim_prompts WHERE text_embedding_mini IS NOT NULL"))
        .isZero();
  }

  @Test
  void tooManyBadRecordsFailTheRunAndLeaveTheWarehouse() throws IOException {
    Path data = temporary.resolve("data");
    Path good = temporary.resolve("good");
    Path bad = temporary.resolve("bad");
    new Part()
        .with("a.png", "a red fox")
        .zipTo(Files.createDirectories(good).resolve("part-000001.zip"));
    Part part = new Part();
    for (int i = 0; i < 8; i++) {
      part.with("broken-%d.png".formatted(i), "a red fox, take " + i, new byte[] {1, 2, 3});
    }
    part.zipTo(Files.createDirectories(bad).resolve("part-000001.zip"));
    assertThat(AnalyzerRun.in(data, "--input=" + good).exitCode()).isZero();

    AnalyzerRun run = AnalyzerRun.in(data, "--input=" + bad);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("8 bad records for 8 rows are more than --maxBadRecordShare=0.01 allows")
        .contains("part-000001.zip!/broken-0.png", "bad_records.jsonl")
        .doesNotContain("broken-5.png", "\tat ");
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM dim_prompts")).isEqualTo(1);
  }

  @Test
  void badRecordsWithinTheLimitKeepTheirRows() throws IOException {
    Path data = temporary.resolve("data");
    Path input = Files.createDirectories(temporary.resolve("input"));
    new Part()
        .with("good.png", "a red fox")
        .with("broken.png", "a blue fox", new byte[] {1, 2, 3})
        .zipTo(input.resolve("part-000001.zip"));

    AnalyzerRun run = AnalyzerRun.in(data, "--input=" + input, "--maxBadRecordShare=0.5");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM dim_prompts")).isEqualTo(2);
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM dim_prompts WHERE image_path IS NULL"))
        .isEqualTo(1);
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM ops_bad_records")).isEqualTo(1);
  }

  @Test
  void theUsersMistakesEndWithTwo() throws IOException {
    Path data = temporary.resolve("data");
    Path empty = Files.createDirectories(temporary.resolve("empty"));
    Path file = Files.writeString(temporary.resolve("file"), "no directory");

    assertMistake(AnalyzerRun.in(data, "--input=" + temporary.resolve("nowhere")), "nowhere");
    assertMistake(AnalyzerRun.in(data, "--input=" + empty), "is missing, empty or no directory");
    assertMistake(AnalyzerRun.in(data, "--limit", "0"), "--limit must be at least 1, but was: 0");
    assertMistake(AnalyzerRun.in(data, "--inputt=x"), "Did you mean --input");
    assertMistake(AnalyzerRun.in(file.resolve("data")), "--data must be a directory");
    assertMistake(
        AnalyzerRun.in(data, "--users=observed", "--sampleRows=1"),
        "--users=observed needs an input with the columns user_name and timestamp");
    assertThat(data.resolve("warehouse.duckdb")).doesNotExist();
    assertThat(filesBelow(data.resolve("runs"))).isZero();
  }

  private static void assertMistake(AnalyzerRun run, String message) {
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static long filesBelow(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static long unfinishedFiles(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }
}
