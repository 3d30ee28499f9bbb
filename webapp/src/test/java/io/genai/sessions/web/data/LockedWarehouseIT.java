package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedWarehouseIT {
  @TempDir private Path directory;

  /** A program that keeps a file open for writing until its input ends. */
  static final class Writer {
    public static void main(String[] arguments) throws SQLException, IOException {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
        System.out.println(connection.isReadOnly() ? "reading" : "writing");
        while (System.in.read() >= 0) {
          // Any input keeps it open.
        }
      }
    }

    private Writer() {}
  }

  @Test
  void aFileThatAnotherProgramWritesIsToldAndOvercome() throws Exception {
    Path file = directory.resolve("warehouse.duckdb");
    Files.copy(SmallWarehouse.shared().file(), file);
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (WebServices services = open(writer, file)) {
      DataMonitor monitor = services.monitor();
      assertThat(monitor.version()).isEmpty();
      assertThat(monitor.state())
          .isInstanceOfSatisfying(
              DataState.Unreadable.class,
              state -> assertThat(state.message()).contains("open for writing in another program"));

      writer.getOutputStream().close();
      await()
          .untilAsserted(
              () -> {
                monitor.look();
                assertThat(monitor.state()).isInstanceOf(DataState.Ready.class);
              });
    } finally {
      writer.destroy();
    }
  }

  private static WebServices open(Process writer, Path file) throws IOException {
    assertThat(writer.inputReader().readLine()).isEqualTo("writing");
    return WebServices.over(file);
  }
}
