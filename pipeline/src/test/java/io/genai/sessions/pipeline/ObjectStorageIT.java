package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.parquet.FileTransfer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, caches and images in a bucket: {@code -Ps3}. */
@Tag("s3")
class ObjectStorageIT {
  private static final String ACCESS_KEY = "aws.accessKeyId";
  private static final String SECRET_KEY = "aws.secretAccessKey";

  @TempDir private static Path temporary;
  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(temporary.resolve("server"));
  }

  @AfterAll
  static void stop() {
    System.clearProperty(ACCESS_KEY);
    System.clearProperty(SECRET_KEY);
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void comeAsSomebodyKnown() {
    System.setProperty(ACCESS_KEY, S3Server.ACCESS_KEY);
    System.setProperty(SECRET_KEY, S3Server.SECRET_KEY);
  }

  @Test
  void aRunInABucketGivesTheWarehouseOfALocalOne() throws Exception {
    Comparison comparison = Comparison.with(temporary, "--sampleRows=40");
    Path local = Files.createDirectories(temporary.resolve("local"));

    AnalyzerRun run = run("s3://analyzer/data", local, "--sampleRows=40");

    comparison.assertSame(run, local);
    assertThat(keysBelow("data/blob/images/generations")).hasSize(40);
    assertThat(keysBelow("data/blob/images/thumbnails")).hasSize(40);
    assertThat(keysBelow("data")).noneMatch(key -> key.endsWith(".tmp"));
    List<String> caches = keysBelow("data/cache");

    AnalyzerRun again = run("s3://analyzer/data", local, "--sampleRows=40");

    comparison.assertSame(again, local);
    assertThat(keysBelow("data/cache")).isNotEmpty().isEqualTo(caches);
    assertThat(AnalyzerRun.count(local, "SELECT count(*) FROM ops_runs")).isEqualTo(2);
    assertThat(local.resolve("runs")).doesNotExist();
  }

  @Test
  void imagesAloneMayLieInABucketAndInputToo() throws Exception {
    Path data = temporary.resolve("images");
    AnalyzerRun.in(temporary.resolve("source"), "--sampleRows=12", "--labels=none", "--clip=none");
    upload(temporary.resolve("source/raw/sample-12-42"), "given");

    AnalyzerRun run =
        AnalyzerRun.in(
            data,
            with("--input=s3://analyzer/given", "--blob=s3://analyzer/pictures", "--labels=none"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(keysBelow("pictures/images/generations")).hasSize(12);
    assertThat(AnalyzerRun.count(data, "SELECT count(image_path) FROM dim_prompts")).isEqualTo(12);
    assertThat(data.resolve("blob")).doesNotExist();
  }

  @Test
  void somebodyUnknownIsTurnedAwayInWords() {
    System.setProperty(ACCESS_KEY, "nobody");

    AnalyzerRun run = run("s3://analyzer/closed", temporary.resolve("closed"), "--sampleRows=1");

    assertThat(run.err())
        .contains("--data must be a directory that can be written to", "s3://analyzer/closed")
        .doesNotContain("\tat ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aBucketThatIsNotThereIsSaidInWords() {
    AnalyzerRun run = run("s3://elsewhere/data", temporary.resolve("none"), "--sampleRows=1");

    assertThat(run.err()).contains("s3://elsewhere/data").doesNotContain("\tat ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static AnalyzerRun run(String data, Path local, String... arguments) {
    return AnalyzerRun.of(
        Stream.concat(
                Stream.of("--data=" + data, "--warehouse=" + local.resolve("warehouse.duckdb")),
                Stream.of(with(arguments)))
            .toArray(String[]::new));
  }

  private static String[] with(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of(server.arguments()))
        .toArray(String[]::new);
  }

  private static void upload(Path directory, String key) throws Exception {
    FileSystems.setDefaultPipelineOptions(
        PipelineOptionsFactory.fromArgs(server.arguments()).create());
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileTransfer.store(file, "s3://analyzer/%s/%s".formatted(key, directory.relativize(file)));
      }
    }
  }

  private static List<String> keysBelow(String prefix) throws Exception {
    Path root = server.object(prefix);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
