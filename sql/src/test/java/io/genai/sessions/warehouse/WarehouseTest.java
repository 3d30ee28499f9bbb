package io.genai.sessions.warehouse;

import static io.genai.sessions.warehouse.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.WarehouseState.Locked;
import io.genai.sessions.warehouse.WarehouseState.Missing;
import io.genai.sessions.warehouse.WarehouseState.OtherSchema;
import io.genai.sessions.warehouse.WarehouseState.Ready;
import io.genai.sessions.warehouse.WarehouseState.Unreadable;
import io.genai.sessions.warehouse.build.RunDirectoryFixture;
import io.genai.sessions.warehouse.build.WarehouseBuilder;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);
  private static final String COUNT = "SELECT count(*) AS users FROM dim_users";

  @TempDir private Path data;

  private Path file() {
    return data.resolve("warehouse.duckdb");
  }

  private void publish(String runId) {
    publish(RunDirectoryFixture.valid(), runId);
  }

  private void publish(RunDirectoryFixture run, String runId) {
    WarehouseBuilder.from(run.writeTo(data.resolve("runs"), runId)).publishTo(file());
  }

  /** A run with one user more. */
  private static RunDirectoryFixture withThirdUser() {
    return RunDirectoryFixture.valid()
        .with("INSERT INTO users VALUES ('u3', 'free', '2022-08-01', 'Europe', 'api')")
        .with("UPDATE generations SET user_id = 'u3' WHERE generation_id = 3");
  }

  @Test
  void newlyPublishedWarehouseIsSeenWhileLeasesStillReadTheOldOne() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file());
        WarehouseLease old = warehouse.lease();
        WarehouseLease alsoOld = warehouse.lease()) {
      publish(withThirdUser(), "run-2");

      assertThat(within(NOTICED_WITHIN, () -> warehouse.info().runId().equals("run-2"))).isTrue();
      assertThat(warehouse.queryOne(COUNT, List.of(), row -> row.whole("users"))).contains(3L);
      assertThat(old.queryOne(COUNT, List.of(), row -> row.whole("users"))).contains(2L);
      assertThat(alsoOld.info().runId()).isEqualTo("run-1");

      publish("run-3");
      assertThat(within(NOTICED_WITHIN, () -> warehouse.info().runId().equals("run-3"))).isTrue();
      assertThat(old.queryOne(COUNT, List.of(), row -> row.whole("users"))).contains(2L);
    }
  }

  @Test
  void readersInManyThreadsNeverFailWhileWarehousesArePublished() throws Exception {
    publish("run-1");
    ExecutorService readers = Executors.newFixedThreadPool(4);
    CompletableFuture<Void> published = new CompletableFuture<>();
    try (Warehouse warehouse = Warehouse.open(file())) {
      List<Future<Long>> reading =
          IntStream.range(0, 4)
              .mapToObj(
                  reader ->
                      readers.submit(
                          () -> {
                            long queries = 0;
                            while (!published.isDone()) {
                              assertThat(
                                      warehouse
                                          .queryOne(COUNT, List.of(), row -> row.whole("users"))
                                          .orElseThrow())
                                  .isBetween(2L, 3L);
                              queries++;
                            }
                            return queries;
                          }))
              .toList();
      publish(withThirdUser(), "run-2");
      publish("run-3");
      published.complete(null);
      for (Future<Long> reader : reading) {
        assertThat(reader.get(10, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      published.complete(null);
      readers.shutdownNow();
    }
  }

  @Test
  void missingWarehouseIsToldAndPickedUpWhenItAppears() {
    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(warehouse.state()).isEqualTo(new Missing(file()));
      assertThatThrownBy(warehouse::info)
          .isInstanceOfSatisfying(
              WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.USER))
          .hasMessageContaining("Run the pipeline");

      publish("run-1");

      assertThat(within(NOTICED_WITHIN, () -> warehouse.state() instanceof Ready)).isTrue();
    }
  }

  @Test
  void removedWarehouseIsTold() throws Exception {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file())) {
      Files.delete(file());

      assertThat(within(NOTICED_WITHIN, () -> warehouse.state() instanceof Missing)).isTrue();
    }
  }

  @Test
  void fileThatIsNoWarehouseIsTold() throws Exception {
    Files.writeString(file(), "not a warehouse ".repeat(1000));

    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(warehouse.state()).isInstanceOf(Unreadable.class);
      assertThatThrownBy(warehouse::lease)
          .isInstanceOfSatisfying(
              WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.DATA));
    }
  }

  @Test
  void truncatedWarehouseIsTold() throws Exception {
    publish("run-1");
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2));

    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(warehouse.state()).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void warehouseOfAnotherSchemaVersionIsTold() throws Exception {
    publish("run-1");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE ops_warehouse SET schema_version = 0");
    }

    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(warehouse.state())
          .isEqualTo(new OtherSchema(file(), 0, WarehouseRules.load().schemaVersion()));
      assertThat(warehouse.state().message()).contains("build it again");
    }
  }

  @Test
  void databaseThatIsNoWarehouseIsOfSchemaVersionZero() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE something (i INTEGER)");
    }

    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(warehouse.state()).isInstanceOf(OtherSchema.class);
    }
  }

  @Test
  void warehouseThatAnotherProcessWritesToIsToldAndPickedUpWhenItEnds() throws Exception {
    publish("run-1");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FileHolder.class.getName(),
                file().toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8);
        Warehouse warehouse = openOnceHeld(output)) {
      assertThat(warehouse.state()).isInstanceOf(Locked.class);
      assertThat(warehouse.state().message()).contains("open for writing in another program");

      writer.destroy();

      assertThat(within(NOTICED_WITHIN, () -> warehouse.state() instanceof Ready)).isTrue();
    } finally {
      writer.destroyForcibly();
    }
  }

  private Warehouse openOnceHeld(BufferedReader output) throws Exception {
    assertThat(output.readLine()).isEqualTo("held");
    return Warehouse.open(file());
  }

  @Test
  void fileCopiedInPlaceIsNoticedToo() throws Exception {
    publish("run-1");
    Path kept = data.resolve("kept.duckdb");
    Files.copy(file(), kept);
    publish(withThirdUser(), "run-2");
    try (Warehouse warehouse = Warehouse.open(file())) {
      Files.move(kept, file(), StandardCopyOption.REPLACE_EXISTING);

      assertThat(within(NOTICED_WITHIN, () -> warehouse.info().runId().equals("run-1"))).isTrue();
    }
  }
}
