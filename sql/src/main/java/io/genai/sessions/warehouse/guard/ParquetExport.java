package io.genai.sessions.warehouse.guard;

import io.genai.sessions.warehouse.WarehouseException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a result as a Parquet file, in a database of its own that holds nothing else. */
public final class ParquetExport {
  private ParquetExport() {}

  /**
   * The result's rows as a Parquet file.
   *
   * @throws WarehouseException RESOURCE if it cannot be written
   */
  public static byte[] bytes(QueryResult result) {
    try {
      Path directory = Files.createTempDirectory("result");
      Path file = directory.resolve("result.parquet");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE result (" + columns(result) + ")");
        fill(connection, result);
        statement.execute(
            "COPY result TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (SQLException e) {
      throw WarehouseException.from("Writing the result as Parquet", e);
    } catch (IOException e) {
      throw new WarehouseException(
          WarehouseException.Code.RESOURCE,
          "The Parquet file cannot be written: " + e.getMessage(),
          e);
    }
  }

  private static void fill(Connection connection, QueryResult result) throws SQLException {
    String places = result.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO result VALUES (" + places + ")")) {
      for (List<Object> row : result.rows()) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Columns named as in the result; a name that recurs gets a number. */
  private static String columns(QueryResult result) {
    return IntStream.range(0, result.columns().size())
        .mapToObj(
            i -> {
              String name = result.columns().get(i).name();
              boolean again =
                  result.columns().subList(0, i).stream()
                      .anyMatch(c -> c.name().equalsIgnoreCase(name));
              return "\""
                  + (name + (again ? "_" + (i + 1) : "")).replace("\"", "\"\"")
                  + "\" "
                  + type(result, i);
            })
        .collect(Collectors.joining(", "));
  }

  private static String type(QueryResult result, int column) {
    for (List<Object> row : result.rows()) {
      Object value = row.get(column);
      if (value != null) {
        return value instanceof Boolean
            ? "BOOLEAN"
            : value instanceof Long
                ? "BIGINT"
                : value instanceof Double
                    ? "DOUBLE"
                    : value instanceof BigDecimal
                        ? "DECIMAL(38, 8)"
                        : value instanceof LocalDate
                            ? "DATE"
                            : value instanceof LocalDateTime ? "TIMESTAMP" : "VARCHAR";
      }
    }
    return "VARCHAR";
  }
}
