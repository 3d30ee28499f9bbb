package io.genai.sessions.warehouse.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlGuardTest {
  @TempDir static Path directory;
  private static HardenedDatabase database;

  @BeforeAll
  static void open() throws Exception {
    Path file = SmallWarehouse.create(directory.resolve("warehouse.duckdb"), 3);
    database = new HardenedDatabase(file, 512L << 20);
    database.refresh();
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void aPlainSelectPasses(String sql) throws SQLException {
    assertThat(database.guard().objection(sql)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anythingElseIsRefused(String sql) throws SQLException {
    assertThat(database.guard().objection(sql)).isPresent();
  }

  @Test
  void anythingThatDuckDbCanCallIsRefusedUnlessItIsListed() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = database.connection().createStatement();
        ResultSet functions =
            statement.executeQuery(
                "SELECT DISTINCT function_name FROM duckdb_functions()"
                    + " WHERE function_type IN ('table', 'table_macro', 'pragma')"
                    + " AND function_name NOT IN ('range', 'generate_series', 'unnest')")) {
      while (functions.next()) {
        names.add(functions.getString(1));
      }
    }
    assertThat(names).hasSizeGreaterThan(50);
    for (String name : names) {
      String sql = "SELECT * FROM \"" + name + "\"('x')";
      assertThat(database.guard().objection(sql)).as(sql).isPresent();
    }
  }

  static List<String> allowed() throws IOException {
    return lines("allowed.sql");
  }

  static List<String> refused() throws IOException {
    return lines("refused.sql");
  }

  static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SqlGuardTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
