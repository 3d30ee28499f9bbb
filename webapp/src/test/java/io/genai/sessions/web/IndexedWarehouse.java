package io.genai.sessions.web;

import io.genai.sessions.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A small warehouse that is searched as a large one: its prompts' signs are indexed. */
public final class IndexedWarehouse {
  private IndexedWarehouse() {}

  /** A copy of the warehouse that most tests share, with the index. */
  public static Path ofShared(Path directory) {
    Path file = directory.resolve("indexed.duckdb");
    try {
      Files.copy(SmallWarehouse.shared().file(), file);
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
          Statement statement = connection.createStatement()) {
        fill(statement);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the index can't be filled", e);
    }
    return file;
  }

  /** Fills the index as the build of a large warehouse does. */
  static void fill(Statement statement) throws SQLException, IOException {
    statement.execute("CREATE OR REPLACE MACRO exactly_searched_prompts() AS 0");
    try (var stream = Warehouse.class.getResourceAsStream("marts/idx_prompt_signs.sql")) {
      String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      statement.execute(script.substring(script.indexOf("INSERT INTO")));
    }
  }
}
