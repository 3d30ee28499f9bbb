package io.genai.sessions.warehouse;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One published warehouse file, open for reading until it is retired and its last lease is closed.
 *
 * <p>The file is attached to a private in-memory database rather than opened by its path: DuckDB
 * keeps one database per path and process, and would hand out the old file again after a rename for
 * as long as anybody still reads it.
 */
final class PublishedFile {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedFile.class);
  private static final String CATALOG = "warehouse";

  private final DuckDBConnection root;
  private WarehouseInfo info;
  private int leases;
  private boolean retired;

  private PublishedFile(DuckDBConnection root) {
    this.root = root;
  }

  /** Opens the file; a {@link SQLException} says why it can't be read. */
  static PublishedFile open(Path path, ReaderSettings settings) throws SQLException {
    DuckDBConnection root =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    try (Statement statement = root.createStatement()) {
      statement.execute(
          "ATTACH '%s' AS %s (READ_ONLY)".formatted(path.toString().replace("'", "''"), CATALOG));
      statement.execute("SET threads = " + settings.threads());
      statement.execute("SET memory_limit = '%dMiB'".formatted(settings.memoryLimitMebibytes()));
      // A join with up to so many rows looks them up by their key.
      statement.execute("SET dynamic_or_filter_threshold = 1000");
      statement.execute("SET temp_directory = ''");
      statement.execute("SET autoinstall_known_extensions = FALSE");
      statement.execute("SET autoload_known_extensions = FALSE");
      statement.execute("SET allow_community_extensions = FALSE");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET enable_external_access = FALSE");
      statement.execute("SET lock_configuration = TRUE");
      return new PublishedFile(root);
    } catch (SQLException | RuntimeException e) {
      try {
        root.close();
      } catch (SQLException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /** The schema version that the file names, or 0. */
  int schemaVersion() {
    try (WarehouseLease lease = lease()) {
      boolean named =
          lease
              .queryOne(
                  """
                  SELECT table_name
                  FROM duckdb_tables()
                  WHERE database_name = current_database() AND table_name = 'ops_warehouse'
                  """,
                  List.of(),
                  row -> row.text("table_name"))
              .isPresent();
      return named
          ? lease
              .queryOne(
                  "SELECT schema_version FROM ops_warehouse",
                  List.of(),
                  row -> row.integer("schema_version"))
              .orElse(0)
          : 0;
    }
  }

  /** What the file holds; for a file of this product's schema version. */
  synchronized WarehouseInfo info() {
    if (info == null) {
      try (WarehouseLease lease = lease()) {
        info = readInfo(lease);
      }
    }
    return info;
  }

  synchronized WarehouseLease lease() {
    try {
      DuckDBConnection connection = root.duplicate().unwrap(DuckDBConnection.class);
      try (Statement statement = connection.createStatement()) {
        statement.execute("USE " + CATALOG);
      }
      leases++;
      return new WarehouseLease(this, connection);
    } catch (SQLException e) {
      throw WarehouseException.from("Opening a connection to the warehouse", e);
    }
  }

  synchronized void giveBack(DuckDBConnection connection) {
    close(connection);
    leases--;
    closeRootIfUnused();
  }

  /** A newer file was published: this one is closed with its last lease. */
  synchronized void retire() {
    retired = true;
    closeRootIfUnused();
  }

  private void closeRootIfUnused() {
    if (retired && leases == 0) {
      close(root);
    }
  }

  private static void close(DuckDBConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("A connection to the warehouse did not close", e);
    }
  }

  private static WarehouseInfo readInfo(WarehouseLease lease) {
    return lease
        .queryOne(
            """
            SELECT
                run_id,
                built_at,
                schema_version,
                coalesce(input, '') AS input,
                coalesce(users = 'simulated', TRUE) AS users_are_simulated,
                simulated_columns,
                (SELECT count(*) FROM dim_users) AS user_rows,
                (SELECT count(*) FROM dim_prompts) AS prompt_rows,
                (SELECT count(*) FROM fct_generations) AS generation_rows,
                (SELECT count(*) FROM fct_sessions) AS session_rows
            FROM ops_warehouse
            INNER JOIN ops_runs USING (run_id)
            """,
            List.of(),
            PublishedFile::toInfo)
        .orElseThrow();
  }

  private static WarehouseInfo toInfo(Row row) {
    Instant builtAt = row.instant("built_at");
    return new WarehouseInfo(
        row.text("run_id"),
        builtAt,
        row.integer("schema_version"),
        row.text("input"),
        row.bool("users_are_simulated"),
        new LinkedHashSet<>(row.texts("simulated_columns")),
        row.whole("user_rows"),
        row.whole("prompt_rows"),
        row.whole("generation_rows"),
        row.whole("session_rows"));
  }
}
