package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMonitorTest {
  @TempDir private Path directory;

  private static void publish(Path from, Path to) throws IOException {
    Path beside = to.resolveSibling("next.duckdb");
    Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void awaitState(DataMonitor monitor, Class<? extends DataState> kind) {
    await()
        .until(
            () -> {
              monitor.look();
              return kind.isInstance(monitor.state());
            });
  }

  @Test
  void aWarehouseThatIsBuiltLaterAppearsByItselfAndEveryoneIsTold() throws IOException {
    Path file = directory.resolve("warehouse.duckdb");
    try (WebServices services = WebServices.over(file)) {
      DataMonitor monitor = services.monitor();
      List<DataState> told = new CopyOnWriteArrayList<>();
      monitor.listen(told::add);
      assertThat(monitor.state()).isInstanceOf(DataState.Empty.class);
      assertThat(monitor.version()).isEmpty();

      publish(SmallWarehouse.shared().file(), file);
      awaitState(monitor, DataState.Ready.class);

      assertThat(told).hasSize(1);
      assertThat(monitor.version().orElseThrow().embeddedModels()).contains("all-minilm-l6-v2-q");
    }
  }

  @Test
  void aCorruptFileIsToldAndOvercome() throws IOException {
    Path file = directory.resolve("warehouse.duckdb");
    Files.writeString(file, "this is no database");
    try (WebServices services = WebServices.over(file)) {
      DataMonitor monitor = services.monitor();
      assertThat(monitor.state())
          .isInstanceOfSatisfying(
              DataState.Unreadable.class,
              state -> assertThat(state.message()).contains("can't be read"));

      publish(SmallWarehouse.shared().file(), file);
      awaitState(monitor, DataState.Ready.class);
    }
  }

  @Test
  void aWarehouseOfAnotherVersionIsToldAndOvercome() throws Exception {
    Path file = directory.resolve("warehouse.duckdb");
    Files.copy(SmallWarehouse.shared().file(), file);
    try (Connection old = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = old.createStatement()) {
      statement.execute("UPDATE ops_warehouse SET schema_version = 0");
    }
    try (WebServices services = WebServices.over(file)) {
      DataMonitor monitor = services.monitor();
      assertThat(monitor.state())
          .isInstanceOfSatisfying(
              DataState.Unreadable.class,
              state ->
                  assertThat(state.message())
                      .contains("has schema version 0", "Run the pipeline", "build it again"));

      publish(SmallWarehouse.shared().file(), file);
      awaitState(monitor, DataState.Ready.class);
    }
  }

  @Test
  void listenersAreForgottenWhenTheySaySo() throws IOException {
    Path file = directory.resolve("warehouse.duckdb");
    try (WebServices services = WebServices.over(file)) {
      List<DataState> told = new CopyOnWriteArrayList<>();
      services.monitor().listen(told::add).run();

      publish(SmallWarehouse.shared().file(), file);
      awaitState(services.monitor(), DataState.Ready.class);

      assertThat(told).isEmpty();
    }
  }
}
