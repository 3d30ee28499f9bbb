package io.genai.sessions.warehouse;

import java.util.List;

/**
 * A table of the warehouse as its comments describe it.
 *
 * @param name name of the table
 * @param comment what one row is
 * @param columns its columns, in order
 */
public record TableDescription(String name, String comment, List<ColumnDescription> columns) {

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

  static List<TableDescription> readAll(WarehouseLease lease) {
    List<NamedColumn> columns =
        lease.query(
            """
            SELECT
                columns.table_name,
                columns.column_name,
                columns.data_type,
                columns.is_nullable,
                coalesce(columns.comment, '') AS comment,
                coalesce(list_contains(keys.constraint_column_names, columns.column_name), FALSE)
                    AS is_key
            FROM duckdb_columns() AS columns
            LEFT JOIN duckdb_constraints() AS keys
                ON
                    columns.table_oid = keys.table_oid
                    AND columns.database_name = keys.database_name
                    AND keys.constraint_type = 'PRIMARY KEY'
            WHERE columns.database_name = current_database() AND NOT columns.internal
            ORDER BY columns.table_name, columns.column_index
            """,
            List.of(),
            row ->
                new NamedColumn(
                    row.text("table_name"),
                    new ColumnDescription(
                        row.text("column_name"),
                        row.text("data_type"),
                        row.bool("is_key"),
                        row.bool("is_nullable"),
                        row.text("comment"))));
    return lease.query(
        """
        SELECT table_name, coalesce(comment, '') AS comment
        FROM duckdb_tables()
        WHERE database_name = current_database() AND NOT internal
        ORDER BY table_name
        """,
        List.of(),
        row ->
            new TableDescription(
                row.text("table_name"),
                row.text("comment"),
                columns.stream()
                    .filter(column -> column.table().equals(row.text("table_name")))
                    .map(NamedColumn::column)
                    .toList()));
  }

  private record NamedColumn(String table, ColumnDescription column) {}
}
