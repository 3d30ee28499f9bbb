package io.genai.sessions.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of the warehouse as its comments describe it.
 *
 * @param name name of the table
 * @param comment what one row is
 * @param columns its columns, in order
 */
public record TableDescription(String name, String comment, List<ColumnDescription> columns) {

  private static final String COLUMNS =
      """
      SELECT
          columns.table_name,
          columns.column_name,
          columns.data_type,
          columns.is_nullable,
          coalesce(columns.comment, '') AS column_comment,
          coalesce(tables.comment, '') AS table_comment,
          coalesce(list_contains(keys.constraint_column_names, columns.column_name), FALSE)
              AS is_key
      FROM duckdb_columns() AS columns
      INNER JOIN duckdb_tables() AS tables USING (database_oid, table_oid)
      LEFT JOIN duckdb_constraints() AS keys
          ON
              columns.database_oid = keys.database_oid
              AND columns.table_oid = keys.table_oid
              AND keys.constraint_type = 'PRIMARY KEY'
      WHERE columns.database_name = current_database() AND NOT columns.internal
      ORDER BY columns.table_name, columns.column_index
      """;

  /** Copies the list. */
  public TableDescription {
    columns = List.copyOf(columns);
  }

  /**
   * A column as its comment describes it.
   *
   * @param name name of the column
   * @param type DuckDB's name of its type
   * @param isKey whether it is the primary key
   * @param isNullable whether it may be NULL
   * @param comment what it holds, with its unit
   */
  public record ColumnDescription(
      String name, String type, boolean isKey, boolean isNullable, String comment) {

    /** Whether, and when, the values are made up. */
    public Simulation simulation() {
      return Simulation.of(comment);
    }
  }

  /** Whether the values of a column are made up; the comment's last sentence says so. */
  public enum Simulation {
    /** They come from the input or follow from it. */
    NEVER(""),
    /** They come from the input if it has users and times, else they are made up. */
    UNLESS_OBSERVED("Simulated unless the input has users."),
    /** They are made up, whatever the input. */
    ALWAYS("Simulated.");

    private final String phrase;

    Simulation(String phrase) {
      this.phrase = phrase;
    }

    static Simulation of(String comment) {
      for (Simulation simulation : List.of(ALWAYS, UNLESS_OBSERVED)) {
        if (comment.endsWith(simulation.phrase)) {
          return simulation;
        }
      }
      return NEVER;
    }
  }

  /**
   * All tables of the database that the connection is in, by name.
   *
   * @throws SQLException if they can't be read
   */
  public static List<TableDescription> readAll(Connection connection) throws SQLException {
    Map<String, List<ColumnDescription>> columns = new TreeMap<>();
    Map<String, String> comments = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        String table = row.getString("table_name");
        comments.put(table, row.getString("table_comment"));
        columns
            .computeIfAbsent(table, name -> new ArrayList<>())
            .add(
                new ColumnDescription(
                    row.getString("column_name"),
                    row.getString("data_type"),
                    row.getBoolean("is_key"),
                    row.getBoolean("is_nullable"),
                    row.getString("column_comment")));
      }
    }
    return comments.entrySet().stream()
        .map(
            table ->
                new TableDescription(table.getKey(), table.getValue(), columns.get(table.getKey())))
        .toList();
  }
}
