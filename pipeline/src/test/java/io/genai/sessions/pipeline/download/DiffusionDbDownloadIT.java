package io.genai.sessions.pipeline.download;

import static io.genai.sessions.pipeline.TestInput.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.hub.HubSettings;
import io.genai.sessions.pipeline.TestMetadata;
import io.genai.sessions.pipeline.read.InputPlan;
import io.genai.sessions.pipeline.read.ReadResult;
import io.genai.sessions.pipeline.read.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the dataset's hub to rows, against a hub of our own. */
class DiffusionDbDownloadIT {
  private static final DiffusionDbSubset FIRST = DiffusionDbSubset.of("2m_first_1k", 42);

  @TempDir private Path temporary;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private DatasetHub hub;

  @BeforeEach
  void startHub() throws IOException {
    Path metadata =
        TestMetadata.table()
            .with(row("a-0.png", 1, "ann"))
            .with(row("a-1.png", 1, "bob"))
            .with(row("b-0.png", 2, "cid"))
            .with(Map.of("image_name", "b-1.png", "part_id", 2, "prompt", ""))
            .writeTo(temporary.resolve("metadata.parquet"));
    hub =
        new DatasetHub()
            .with("images/part-000001.zip", part("a", 2).zip("part-000001.json"))
            .with("images/part-000002.zip", part("b", 2).zip("part-000002.json"))
            .with("metadata.parquet", Files.readAllBytes(metadata));
  }

  @AfterEach
  void stopHub() {
    hub.close();
  }

  @Test
  void onlyRowsOfTheFetchedPartsAreReadWithTheirUsersAndTimes() {
    ReadResult read = read(FIRST);

    assertThat(read.imageNames()).containsExactly("a-0.png", "a-1.png");
    assertThat(read.rows())
        .extracting(SourceRow::userName)
        .containsExactly(Optional.of("ann"), Optional.of("bob"));
    assertThat(read.rows()).allMatch(row -> row.timestampMillis().isPresent());
    assertThat(read.badRecords()).isEmpty();
    assertThat(hub.transfers).noneMatch(path -> path.contains("part-000002"));
  }

  @Test
  void textOnlyFetchesTheTableAlone() {
    ReadResult read = read(DiffusionDbSubset.of("text_only", 42));

    assertThat(read.imageNames()).containsExactly("a-0.png", "a-1.png", "b-0.png");
    assertThat(hub.transfers).containsExactly("metadata.parquet from 0");
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    download(FIRST);
    hub.transfers.clear();
    said.reset();

    download(FIRST);

    assertThat(hub.transfers).isEmpty();
    assertThat(said.size()).isZero();
  }

  @Test
  void whatWasCutOffIsResumed() {
    hub.cutNextAfter(100);

    DiffusionDbDownload files = download(FIRST);

    assertThat(files.metadata()).isRegularFile();
    assertThat(hub.transfers)
        .containsExactly(
            "metadata.parquet from 0",
            "metadata.parquet from 100",
            "images/part-000001.zip from 0");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("fetching images/part-000001.zip");
  }

  @Test
  void aPartThatTheHubLacksIsNamed() {
    assertThatThrownBy(() -> download(DiffusionDbSubset.of("large_first_1k", 42)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("metadata-large.parquet");
  }

  private ReadResult read(DiffusionDbSubset subset) {
    DiffusionDbDownload files = download(subset);
    return ReadResult.of(InputPlan.of(files.parts(), files.metadata(), OptionalLong.empty()), 2);
  }

  private DiffusionDbDownload download(DiffusionDbSubset subset) {
    HubSettings settings =
        new HubSettings(hub.endpoint(), temporary.resolve("hub"), Optional.empty(), false);
    return DiffusionDbDownload.of(
        subset, settings, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private static Map<String, Object> row(String image, int part, String user) {
    return Map.of(
        "image_name",
        image,
        "prompt",
        "a prompt",
        "part_id",
        part,
        "user_name",
        user,
        "timestamp",
        1_660_000_000_000L);
  }
}
