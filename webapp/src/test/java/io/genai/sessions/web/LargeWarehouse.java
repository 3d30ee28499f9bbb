package io.genai.sessions.web;

import io.genai.sessions.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes a large warehouse out of a small one, to measure on: {@code SEED.duckdb FILE.duckdb
 * COPIES}. It is made straight in DuckDB, not by a run.
 */
public final class LargeWarehouse {
  private LargeWarehouse() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    Path seed = Path.of(arguments[0]).toAbsolutePath();
    Path file = Path.of(arguments[1]).toAbsolutePath();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '4GiB'");
      for (String sql : script(statement, seed, Integer.parseInt(arguments[2]))) {
        long start = System.nanoTime();
        statement.execute(sql);
        System.out.printf(
            "%6.1f s %s%n",
            (System.nanoTime() - start) / 1e9, sql.strip().lines().findFirst().get());
      }
      long start = System.nanoTime();
      IndexedWarehouse.fill(statement);
      System.out.printf("%6.1f s signs%n", (System.nanoTime() - start) / 1e9);
      start = System.nanoTime();
      fillWideTables(statement);
      System.out.printf("%6.1f s wide tables%n", (System.nanoTime() - start) / 1e9);
      statement.execute("CHECKPOINT");
    }
  }

  private static void fillWideTables(Statement statement) throws SQLException, IOException {
    for (String table : List.of("idx_combinations", "idx_generations", "idx_sessions")) {
      try (var stream = Warehouse.class.getResourceAsStream("marts/" + table + ".sql")) {
        String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        int insert = script.indexOf("INSERT INTO");
        // The types are there: copies bring no new values.
        statement.execute(script.substring(insert, script.indexOf(';', insert)));
      }
    }
  }

  private static List<String> script(Statement statement, Path seed, int copies)
      throws SQLException, IOException {
    String text;
    try (var stream = LargeWarehouse.class.getResourceAsStream("large-warehouse.sql")) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection reader = DriverManager.getConnection("jdbc:duckdb:");
        Statement small = reader.createStatement()) {
      small.execute("ATTACH '%s' AS seed (READ_ONLY)".formatted(seed));
      text = text.replace("{rows}", single(small, "SELECT count(*) FROM seed.dim_prompts"));
    }
    return List.of(
        text.replace("{seed}", seed.toString())
            .replace("{copies}", Integer.toString(copies))
            .replace("{catalog}", single(statement, "SELECT current_database()"))
            .split(";\\s*\\n"));
  }

  private static String single(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
