package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that a build writes, through one connection that another thread may interrupt. */
final class BuildDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BuildDatabase.class);

  private final Connection connection;
  private final Object running = new Object();
  private Optional<Statement> statement = Optional.empty();
  private boolean interrupted;

  private BuildDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Opens a new file, with room to spill beside it. */
  static BuildDatabase create(Path file, Path spillDirectory, BuildSettings settings) {
    BuildDatabase database = open("jdbc:duckdb:" + file);
    try {
      database.execute(
          "temp_directory", "SET temp_directory = " + quote(spillDirectory.toString()));
      database.configure(settings);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens an empty database that is gone when closed. */
  static BuildDatabase inMemory() {
    return open("jdbc:duckdb:");
  }

  private static BuildDatabase open(String address) {
    try {
      return new BuildDatabase(DriverManager.getConnection(address));
    } catch (SQLException e) {
      throw WarehouseException.from("Opening " + address, e);
    }
  }

  private void configure(BuildSettings settings) {
    execute("threads", "SET threads = " + settings.threads());
    execute(
        "memory_limit", "SET memory_limit = '%dMiB'".formatted(settings.memoryLimitMebibytes()));
    // It would make vectors an eighth smaller, and searching them take half as long again.
    execute("disabled_compression_methods", "SET disabled_compression_methods = 'alprd'");
    // The order of the Parquet files means nothing; the tables' own ORDER BY still holds.
    execute("preserve_insertion_order", "SET preserve_insertion_order = FALSE");
  }

  /**
   * Runs one statement.
   *
   * @param doing what it is part of, for the error's message
   */
  void execute(String doing, String sql) {
    try (Statement created = begin()) {
      created.execute(sql);
    } catch (SQLException e) {
      throw failure(doing, e);
    } finally {
      end();
    }
  }

  /** Runs one query and maps each row. */
  <T> List<T> query(String doing, String sql, ResultMapper<T> mapper) {
    try (Statement created = begin();
        ResultSet results = created.executeQuery(sql)) {
      List<T> mapped = new ArrayList<>();
      while (results.next()) {
        mapped.add(mapper.map(results));
      }
      return mapped;
    } catch (SQLException e) {
      throw failure(doing, e);
    } finally {
      end();
    }
  }

  /** Inserts rows into a table; a value may be a list of strings. */
  void insert(String table, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String marks = "?" + ", ?".repeat(rows.get(0).size() - 1);
    try (PreparedStatement prepared =
        connection.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, marks))) {
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          Object value = row.get(i);
          prepared.setObject(
              i + 1,
              value instanceof List<?> texts
                  ? connection.createArrayOf("VARCHAR", texts.toArray())
                  : value);
        }
        prepared.addBatch();
      }
      prepared.executeBatch();
    } catch (SQLException e) {
      throw WarehouseException.from("Filling " + table, e);
    }
  }

  /** Number of rows of a table or view. */
  long count(String table) {
    return query("Counting " + table, "SELECT count(*) FROM " + table, row -> row.getLong(1))
        .get(0);
  }

  /** All tables with their comments. */
  List<TableDescription> describeTables() {
    try {
      return TableDescription.readAll(connection);
    } catch (SQLException e) {
      throw WarehouseException.from("Reading the descriptions of the tables", e);
    }
  }

  /** Stops what runs, and lets nothing run any more; for another thread. */
  void interrupt() {
    synchronized (running) {
      interrupted = true;
      if (statement.isPresent()) {
        try {
          statement.get().cancel();
        } catch (SQLException e) {
          // DuckDB closes a statement that failed before we hear of it: nothing runs any more.
          LOG.debug("The statement had ended before it was interrupted", e);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw WarehouseException.from("Closing the database", e);
    }
  }

  /** The text as a string of SQL. */
  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private Statement begin() throws SQLException {
    synchronized (running) {
      if (interrupted || Thread.currentThread().isInterrupted()) {
        throw interruption();
      }
      Statement created = connection.createStatement();
      statement = Optional.of(created);
      return created;
    }
  }

  private void end() {
    synchronized (running) {
      statement = Optional.empty();
    }
  }

  private WarehouseException failure(String doing, SQLException e) {
    synchronized (running) {
      return interrupted ? interruption() : WarehouseException.from(doing, e);
    }
  }

  private static WarehouseException interruption() {
    return new WarehouseException(
        Code.USER,
        "The build was interrupted; the warehouse is as it was before. Run it again when ready.");
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface ResultMapper<T> {
    T map(ResultSet row) throws SQLException;
  }
}
