package io.genai.sessions.warehouse;

import static io.genai.sessions.warehouse.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.warehouse.TableDescription.ColumnDescription;
import io.genai.sessions.warehouse.TableDescription.Simulation;
import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.WarehouseState.Ready;
import io.genai.sessions.warehouse.build.RunDirectoryFixture;
import io.genai.sessions.warehouse.build.WarehouseBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WarehouseQueryTest {
  private static final String COUNT = "SELECT count(*) AS users FROM dim_users";

  @TempDir private Path data;

  private Path file() {
    return data.resolve("warehouse.duckdb");
  }

  private void publish(String runId) {
    WarehouseBuilder.from(RunDirectoryFixture.valid().writeTo(data.resolve("runs"), runId))
        .publishTo(file());
  }

  @Test
  void tellsWhatTheWarehouseHolds() {
    Instant before = Instant.now().minusSeconds(1);
    publish("run-1");

    try (Warehouse warehouse = Warehouse.open(file())) {
      WarehouseInfo info = warehouse.info();

      assertThat(warehouse.state()).isEqualTo(new Ready(info));
      assertThat(info.runId()).isEqualTo("run-1");
      assertThat(info.builtAt()).isBetween(before, Instant.now());
      assertThat(info.schemaVersion()).isEqualTo(WarehouseRules.load().schemaVersion());
      assertThat(List.of(info.users(), info.prompts(), info.generations(), info.sessions()))
          .containsExactly(2L, 6L, 6L, 5L);
      assertThat(info.usersAreSimulated()).isTrue();
      assertThat(info.simulatedColumns()).containsExactly("fct_generations.latency_ms");
    }
  }

  @Test
  void parametersOfEveryKindAreBound() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(
              warehouse.query(
                  """
                  SELECT
                      generation_id,
                      array_cosine_similarity(text_embedding_mini, ?::FLOAT[384]) AS similarity
                  FROM fct_generations
                  INNER JOIN dim_prompts USING (prompt_id)
                  WHERE
                      status = ANY(?)
                      AND timestamp > ?
                      AND timestamp::DATE <= ?
                      AND latency_ms < ?
                  ORDER BY generation_id
                  """,
                  List.of(
                      unitVector(),
                      List.of("timeout", "rate_limited"),
                      Instant.parse("2022-08-06T10:00:00Z"),
                      LocalDate.of(2022, 8, 6),
                      30_000),
                  row -> row.whole("generation_id") + " " + row.number("similarity")))
          .containsExactly("2 1.0");
    }
  }

  @Test
  void embeddingsAreReadInSinglePrecision() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file())) {
      assertThat(
              warehouse.queryOne(
                  "SELECT text_embedding_mini FROM dim_prompts WHERE prompt_id = ?",
                  List.of(1),
                  row -> row.floats("text_embedding_mini")))
          .hasValueSatisfying(vector -> assertThat(vector).isEqualTo(unitVector()));
    }
  }

  private static float[] unitVector() {
    float[] vector = new float[384];
    vector[0] = 1;
    return vector;
  }

  @Test
  void nothingCanBeWrittenAndNoOtherFileBeRead() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file())) {
      for (String sql :
          List.of(
              "DELETE FROM dim_users",
              "CREATE TABLE copied AS SELECT * FROM dim_users",
              "COPY dim_users TO '%s'".formatted(data.resolve("leak.csv")),
              "SELECT * FROM read_text('/etc/hostname')",
              "ATTACH '%s'".formatted(data.resolve("other.duckdb")),
              "SET enable_external_access = TRUE",
              "SET memory_limit = '64GiB'")) {
        assertThatThrownBy(() -> warehouse.query(sql, List.of(), row -> row.columns()))
            .as(sql)
            .isInstanceOf(WarehouseException.class);
      }
    }
  }

  @Test
  @Timeout(30)
  void runningQueryCanBeCancelled() throws Exception {
    publish("run-1");
    ExecutorService runner = Executors.newSingleThreadExecutor();
    try (Warehouse warehouse = Warehouse.open(file());
        WarehouseLease lease = warehouse.lease()) {
      Future<List<Long>> running =
          runner.submit(
              () ->
                  lease.query(
                      "SELECT count(*) AS n FROM range(10000000000) AS a, range(10) AS b",
                      List.of(),
                      row -> row.whole("n")));

      assertThat(
              within(
                  Duration.ofSeconds(20),
                  () -> {
                    lease.cancel();
                    return running.isDone();
                  }))
          .isTrue();

      assertThatThrownBy(running::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WarehouseException.class, e -> assertThat(e.code()).isEqualTo(Code.USER));
      assertThat(lease.queryOne(COUNT, List.of(), row -> row.whole("users"))).contains(2L);
    } finally {
      runner.shutdownNow();
    }
  }

  @Test
  void nullIsReadThroughOptionalOnly() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file())) {
      String sql = "SELECT NULL::INTEGER AS nothing, 3 AS something";
      assertThat(warehouse.query(sql, List.of(), row -> row.optional("nothing", row::integer)))
          .containsExactly(Optional.empty());
      assertThat(warehouse.query(sql, List.of(), row -> row.optional("something", row::integer)))
          .containsExactly(Optional.of(3));
      assertThatThrownBy(() -> warehouse.query(sql, List.of(), row -> row.integer("nothing")))
          .hasMessageContaining("optional");
      assertThatThrownBy(() -> warehouse.query(sql, List.of(), row -> row.integer("other")))
          .hasMessageContainingAll("other", "something");
    }
  }

  @Test
  void commentsTellWhatIsSimulated() {
    publish("run-1");
    try (Warehouse warehouse = Warehouse.open(file());
        WarehouseLease lease = warehouse.lease()) {
      List<TableDescription> tables = lease.tables();

      assertThat(tables).allSatisfy(table -> assertThat(table.comment()).isNotBlank());
      assertThat(tables)
          .flatExtracting(TableDescription::columns)
          .allSatisfy(column -> assertThat(column.comment()).as(column.name()).isNotBlank());
      assertThat(column(tables, "fct_generations", "latency_ms").simulation())
          .isEqualTo(Simulation.ALWAYS);
      assertThat(column(tables, "fct_generations", "timestamp").simulation())
          .isEqualTo(Simulation.UNLESS_OBSERVED);
      assertThat(column(tables, "dim_prompts", "prompt_text").simulation())
          .isEqualTo(Simulation.NEVER);
      assertThat(column(tables, "dim_prompts", "prompt_id"))
          .returns(true, ColumnDescription::isKey)
          .returns(false, ColumnDescription::isNullable);
    }
  }

  private static ColumnDescription column(
      List<TableDescription> tables, String table, String name) {
    return tables.stream()
        .filter(candidate -> candidate.name().equals(table))
        .flatMap(found -> found.columns().stream())
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
