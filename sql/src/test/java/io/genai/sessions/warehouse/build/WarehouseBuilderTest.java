package io.genai.sessions.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.TableDescription.ColumnDescription;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.WarehouseLease;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseBuilderTest {
  @TempDir private Path data;

  private Path warehouse() {
    return data.resolve("warehouse.duckdb");
  }

  private Path runs() {
    return data.resolve("runs");
  }

  private BuildReport publish(RunDirectoryFixture run, String runId) {
    return WarehouseBuilder.from(run.writeTo(runs(), runId)).publishTo(warehouse());
  }

  @Test
  void publishesEveryRowAndReportsCountsAndChecks() throws Exception {
    BuildReport report = publish(RunDirectoryFixture.valid(), "run-1");

    assertThat(report.runId()).isEqualTo("run-1");
    assertThat(report.rows("dim_users")).isEqualTo(2);
    assertThat(report.rows("dim_prompts")).isEqualTo(6);
    assertThat(report.rows("fct_generations")).isEqualTo(6);
    assertThat(report.rows("fct_sessions")).isEqualTo(5);
    assertThat(report.warnings()).isEmpty();
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("runs", "warehouse.duckdb", ".warehouse.duckdb.lock");
    }
  }

  @Test
  void sessionHoldsItsGenerationsExactFiguresAndChurn() {
    publish(RunDirectoryFixture.valid(), "run-1");

    try (Warehouse warehouse = Warehouse.open(warehouse())) {
      record Session(
          String id,
          long generations,
          double success,
          BigDecimal cost,
          double friction,
          Optional<Boolean> churned) {}
      assertThat(
              warehouse.query(
                  "SELECT * FROM fct_sessions ORDER BY session_id",
                  List.of(),
                  row ->
                      new Session(
                          row.text("session_id"),
                          row.whole("total_generations"),
                          row.number("success_rate"),
                          row.decimal("total_cost_credits"),
                          row.number("friction_score"),
                          row.optional("churned_after", row::bool))))
          .containsExactly(
              new Session(
                  "u1-0001",
                  2,
                  0.5,
                  new BigDecimal("0.1251"),
                  3 * 0.5 + 2 * 375 / 30000.0 + 0.5,
                  Optional.of(false)),
              new Session(
                  "u1-0002", 1, 1, new BigDecimal("0.0750"), 2 * 250 / 30000.0, Optional.of(true)),
              new Session("u2-0001", 1, 0, new BigDecimal("3.0500"), 6, Optional.of(true)),
              new Session(
                  "u2-0002", 1, 1, new BigDecimal("0.0750"), 2 * 250 / 30000.0, Optional.empty()),
              new Session(
                  "u2-0003", 1, 1, new BigDecimal("0.0750"), 2 * 250 / 30000.0, Optional.empty()));
    }
  }

  @Test
  void timestampsAreUtcWhateverTheTimeZoneOfTheProcess() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      publish(RunDirectoryFixture.valid(), "run-1");
      try (Warehouse warehouse = Warehouse.open(warehouse())) {
        assertThat(
                warehouse.queryOne(
                    "SELECT timestamp FROM fct_generations WHERE generation_id = 1",
                    List.of(),
                    row -> row.instant("timestamp")))
            .contains(Instant.parse("2022-08-06T10:00:00Z"));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void columnsThatAreWhollyNullAreKept() {
    publish(
        RunDirectoryFixture.valid()
            .with(
                """
                UPDATE prompts SET
                    image_path = NULL, thumbnail_path = NULL, width = NULL, height = NULL,
                    seed = NULL, step = NULL, cfg = NULL, sampler = NULL, image_nsfw = NULL,
                    prompt_nsfw = NULL, subject = NULL, art_style = NULL, mood = NULL,
                    setting = NULL, lighting = NULL, complexity_score = NULL,
                    has_nsfw_intent = NULL, label_model = NULL, image_embedding = NULL,
                    text_embedding = NULL, alignment_score = NULL, style_cluster = NULL,
                    clip_model = NULL, text_embedding_mini = NULL, embedding_model = NULL
                """),
        "run-1");

    try (Warehouse warehouse = Warehouse.open(warehouse());
        WarehouseLease lease = warehouse.lease()) {
      assertThat(
              lease.query(
                  "SELECT image_embedding, text_embedding_mini FROM dim_prompts",
                  List.of(),
                  row -> row.isNull("image_embedding") && row.isNull("text_embedding_mini")))
          .hasSize(6)
          .containsOnly(true);
      assertThat(lease.tables())
          .filteredOn(table -> table.name().equals("dim_prompts"))
          .flatExtracting(TableDescription::columns)
          .extracting(ColumnDescription::type)
          .contains("FLOAT[512]", "FLOAT[384]");
    }
  }

  @Test
  void failedCheckLeavesTheOldWarehouseAndNoOtherFile() throws Exception {
    publish(RunDirectoryFixture.valid(), "run-1");

    assertThatThrownBy(
            () ->
                publish(
                    RunDirectoryFixture.valid().with("UPDATE users SET user_tier = 'gold'"),
                    "run-2"))
        .isInstanceOfSatisfying(
            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.DATA))
        .hasMessageContainingAll("users_keep_to_vocabularies", "gold", "u1");

    try (Warehouse warehouse = Warehouse.open(warehouse());
        Stream<Path> files = Files.list(data)) {
      assertThat(warehouse.info().runId()).isEqualTo("run-1");
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("runs", "warehouse.duckdb", ".warehouse.duckdb.lock");
    }
  }

  @Test
  void repeatedKeyIsNamedBeforeAnyTableIsBuilt() {
    assertThatThrownBy(
            () ->
                publish(
                    RunDirectoryFixture.valid()
                        .with("UPDATE generations SET generation_id = 1")
                        .withAnnouncedRows("{\"users\":2,\"prompts\":6,\"generations\":6}"),
                    "run-1"))
        .hasMessageContainingAll(
            "generations_have_unique_keys", "{\"generation_id\":1,\"occurrences\":6}");
  }

  @Test
  void missingColumnsAreNamedAllAtOnce() {
    assertThatThrownBy(
            () ->
                publish(
                    RunDirectoryFixture.valid()
                        .with("ALTER TABLE prompts DROP COLUMN cfg")
                        .with("ALTER TABLE prompts DROP COLUMN seed")
                        .with("ALTER TABLE users DROP COLUMN region"),
                    "run-1"))
        .isInstanceOfSatisfying(
            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.DATA))
        .hasMessageContainingAll("prompts/ lacks cfg, seed", "users/ lacks region");
  }

  @Test
  void missingFilesAreNamed() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    Files.delete(run.resolve("run.json"));
    Files.delete(run.resolve("users/part-0.parquet"));

    assertThatThrownBy(() -> WarehouseBuilder.from(run).publishTo(warehouse()))
        .isInstanceOfSatisfying(
            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.USER))
        .hasMessageContaining("lacks: run.json, users/*.parquet");
  }

  @Test
  void fileThatIsNoParquetIsNamed() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    Files.writeString(run.resolve("users/part-0.parquet"), "not a Parquet file");

    assertThatThrownBy(() -> WarehouseBuilder.from(run).publishTo(warehouse()))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("part-0.parquet");
  }

  @Test
  void failedRunIsNotPublished() {
    assertThatThrownBy(() -> publish(RunDirectoryFixture.valid().withStatus("failed"), "run-1"))
        .isInstanceOfSatisfying(
            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.USER))
        .hasMessageContaining("is failed");
    assertThat(warehouse()).doesNotExist();
  }

  @Test
  void runDirectoryMayHavePatternCharactersInItsName() {
    assertThat(publish(RunDirectoryFixture.valid(), "run [1] it's * ?").rows("dim_users"))
        .isEqualTo(2);
  }

  @Test
  void leftoversOfKilledBuildsAreRemoved() throws Exception {
    Files.writeString(data.resolve(".warehouse.duckdb.old.building"), "half");
    Files.writeString(data.resolve(".warehouse.duckdb.old.building.wal"), "half");
    Files.createDirectories(data.resolve(".warehouse.duckdb.old.building.spill/deep"));

    publish(RunDirectoryFixture.valid(), "run-1");

    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.contains("building"));
    }
  }

  @Test
  void aBuildWaitsForAnotherAndThenPublishes() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    WarehouseBuilder waiting = WarehouseBuilder.from(run);

    CompletableFuture<BuildReport> published =
        new BuildLock(warehouse(), Duration.ZERO)
            .holding(
                () -> {
                  CompletableFuture<BuildReport> second =
                      CompletableFuture.supplyAsync(() -> waiting.publishTo(warehouse()));
                  assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS))
                      .isInstanceOf(TimeoutException.class);
                  assertThat(warehouse()).doesNotExist();
                  return second;
                });

    assertThat(published.get(60, TimeUnit.SECONDS).runId()).isEqualTo("run-1");
    assertThat(warehouse()).exists();
  }

  @Test
  void aBuildThatWaitedTooLongSaysSo() {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    WarehouseBuilder impatient = WarehouseBuilder.from(run).waitingAtMost(Duration.ofMillis(1));

    new BuildLock(warehouse(), Duration.ZERO)
        .holding(
            () ->
                assertThatThrownBy(() -> impatient.publishTo(warehouse()))
                    .isInstanceOfSatisfying(
                        WarehouseException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.RESOURCE))
                    .hasMessageContaining("Another build is publishing"));
  }

  @Test
  void aWarehouseOfAnotherSchemaIsBuiltAnew() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + warehouse());
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE ops_warehouse AS SELECT 0 AS schema_version");
    }
    try (Warehouse reader = Warehouse.open(warehouse())) {
      assertThat(reader.state().message()).contains("has schema version 0", "build it again");
    }

    publish(RunDirectoryFixture.valid(), "run-1");

    try (Warehouse reader = Warehouse.open(warehouse())) {
      assertThat(reader.info().runId()).isEqualTo("run-1");
    }
  }

  @Test
  void interruptedThreadBuildsNothing() {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> WarehouseBuilder.from(run).publishTo(warehouse()))
          .isInstanceOf(WarehouseException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(warehouse()).doesNotExist();
  }

  @Test
  void placeThatCannotBeWrittenIsNamed() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    Path file = Files.writeString(data.resolve("file"), "no directory");

    assertThatThrownBy(() -> WarehouseBuilder.from(run).publishTo(file.resolve("warehouse.duckdb")))
        .isInstanceOfSatisfying(
            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.RESOURCE))
        .hasMessageContaining(file.toString());
  }

  @Test
  void fullDiskLeavesNothingBehind() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs(), "run-1");
    Path small = Files.createDirectory(data.resolve("small"));
    assumeTrue(
        mounts("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", small.toString()),
        "no permission to mount a small file system");
    try {
      assertThatThrownBy(
              () -> WarehouseBuilder.from(run).publishTo(small.resolve("warehouse.duckdb")))
          .isInstanceOfSatisfying(
              WarehouseException.class,
              e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(Code.RESOURCE))
          .hasMessageContaining("No space left");
      try (Stream<Path> files = Files.list(small)) {
        assertThat(files.map(Path::getFileName).map(Path::toString))
            .containsExactly(".warehouse.duckdb.lock");
      }
    } finally {
      assertThat(mounts("umount", small.toString())).isTrue();
    }
  }

  private static boolean mounts(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (java.io.IOException noSuchProgram) {
      return false;
    }
  }
}
