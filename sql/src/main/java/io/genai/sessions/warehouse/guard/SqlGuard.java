package io.genai.sessions.warehouse.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Has DuckDB's own parser take a text apart, without preparing it (to prepare several statements
 * runs all but the last), and checks what it found. Belongs in the query process: a parser can be
 * crashed.
 */
final class SqlGuard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final SyntaxCheck check;

  SqlGuard(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      Set<String> tables = new HashSet<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT lower(table_name) FROM duckdb_tables() WHERE schema_name = 'main'"
                  + " AND NOT internal AND database_name = current_database()")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT lower(current_database())")) {
        rows.next();
        check = new SyntaxCheck(Set.copyOf(tables), rows.getString(1));
      }
    }
  }

  /** Why the text may not run, or empty when it is one harmless SELECT. */
  Optional<String> objection(String sql) throws SQLException {
    String tree;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      statement.setString(1, sql);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        tree = rows.getString(1);
      }
    }
    JsonNode root;
    try {
      root = JSON.readTree(tree);
    } catch (JsonProcessingException e) {
      return Optional.of("The SQL is nested too deeply to be checked.");
    }
    if (root.path("error").asBoolean(true)) {
      return Optional.of(parserObjection(root));
    }
    JsonNode statements = root.path("statements");
    if (statements.size() != 1) {
      return Optional.of(
          "Exactly one statement is let through, but there were " + statements.size() + ".");
    }
    return check.objection(statements.get(0));
  }

  private static String parserObjection(JsonNode root) {
    String message = root.path("error_message").asText("unknown error");
    String type = root.path("error_type").asText("").toLowerCase(Locale.ROOT);
    return type.equals("not implemented")
        ? "Only SELECT is let through: the warehouse is read, never changed."
        : "DuckDB cannot read this SQL: " + message;
  }
}
