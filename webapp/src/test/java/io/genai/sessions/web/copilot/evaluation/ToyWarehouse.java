package io.genai.sessions.web.copilot.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The published schema with the made-up rows on which the development set's answers are known. */
final class ToyWarehouse {
  static final Path SHARED = Path.of(System.getProperty("shared.directory", "none"));

  private ToyWarehouse() {}

  /** Writes it; skips the test where the published material is absent. */
  static Path write(Path directory) throws IOException, SQLException {
    Path schema = SHARED.resolve("design/warehouse.sql");
    assumeTrue(Files.exists(schema), "no published schema and made-up rows at " + SHARED);
    Path file = directory.resolve("toy.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(schema));
      statement.execute(Files.readString(SHARED.resolve("eval/toy-warehouse.sql")));
    }
    return file;
  }
}
