package io.genai.sessions.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderConnectionTest {
  private DuckDBConnection root;
  private ReaderConnection connection;

  @BeforeEach
  void open() throws SQLException {
    root = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    connection = ReaderConnection.beside(root, "memory");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    root.close();
  }

  @Test
  void aStatementIsPlannedOnceAndTakesOtherParameters() throws SQLException {
    PreparedStatement first = connection.prepare("SELECT ? + 1");
    assertThat(answer(first, 1)).isEqualTo(2);

    PreparedStatement second = connection.prepare("SELECT ? + 1");

    assertThat(second).isSameAs(first);
    assertThat(answer(second, 41)).isEqualTo(42);
  }

  @Test
  void theStatementUsedLongestAgoIsClosedWhenThereAreTooMany() throws SQLException {
    PreparedStatement old = connection.prepare("SELECT 0");
    PreparedStatement used = connection.prepare("SELECT 1");
    for (int number = 2; number < 17; number++) {
      connection.prepare("SELECT " + number);
      connection.prepare("SELECT 1");
    }

    assertThat(old.isClosed()).isTrue();
    assertThat(connection.prepare("SELECT 1")).isSameAs(used);
  }

  @Test
  void aForgottenStatementIsClosedAndPlannedAnew() throws SQLException {
    PreparedStatement failed = connection.prepare("SELECT ? + 1");

    connection.forget("SELECT ? + 1");

    assertThat(failed.isClosed()).isTrue();
    assertThat(answer(connection.prepare("SELECT ? + 1"), 1)).isEqualTo(2);
  }

  private static int answer(PreparedStatement statement, int parameter) throws SQLException {
    statement.setInt(1, parameter);
    try (var results = statement.executeQuery()) {
      results.next();
      return results.getInt(1);
    }
  }
}
