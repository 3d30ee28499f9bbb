package io.genai.sessions.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * A connection that keeps the statements it used last: planning a search takes longer than running
 * many a query. For one thread at a time.
 */
final class ReaderConnection implements AutoCloseable {
  private static final int MOST_STATEMENTS = 16;

  private final DuckDBConnection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

  private ReaderConnection(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Opens another connection to the database of one, with a catalogue as its default. */
  static ReaderConnection beside(DuckDBConnection root, String catalog) throws SQLException {
    DuckDBConnection connection = root.duplicate().unwrap(DuckDBConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("USE " + catalog);
      return new ReaderConnection(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The connection itself; whatever it makes is its user's to close. */
  DuckDBConnection plain() {
    return connection;
  }

  /** A statement to run; it stays this connection's. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement kept = statements.remove(sql);
    PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
    statements.put(sql, statement);
    if (statements.size() > MOST_STATEMENTS) {
      forget(statements.keySet().iterator().next());
    }
    return statement;
  }

  /** Drops a statement, for instance one that failed. */
  void forget(String sql) throws SQLException {
    PreparedStatement statement = statements.remove(sql);
    if (statement != null) {
      statement.close();
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
  }
}
