package io.genai.sessions.warehouse.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The warehouse, opened so that SQL can do nothing but read it; opened anew when it is replaced.
 */
final class HardenedDatabase implements AutoCloseable {
  private final Path file;
  private final long memoryBytes;
  private String identity = "";
  private Connection connection;
  private SqlGuard guard;

  HardenedDatabase(Path file, long memoryBytes) {
    this.file = file;
    this.memoryBytes = memoryBytes;
  }

  /** Opens the file, if it is not open or another one has taken its place. */
  void refresh() throws SQLException, IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    String found =
        attributes.fileKey() + "/" + attributes.lastModifiedTime() + "/" + attributes.size();
    if (!found.equals(identity)) {
      close();
      Properties settings = new Properties();
      settings.setProperty("jdbc_stream_results", "true");
      settings.setProperty("access_mode", "READ_ONLY");
      settings.setProperty("enable_external_access", "false");
      settings.setProperty("autoload_known_extensions", "false");
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("allow_community_extensions", "false");
      settings.setProperty("memory_limit", (memoryBytes >> 20) + "MiB");
      settings.setProperty("temp_directory", "");
      settings.setProperty("lock_configuration", "true");
      connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
      guard = new SqlGuard(connection);
      identity = found;
    }
  }

  /** Streams its results: the first rows of a huge one are had without the rest. */
  Connection connection() {
    return connection;
  }

  SqlGuard guard() {
    return guard;
  }

  @Override
  public void close() throws SQLException {
    identity = "";
    if (connection != null) {
      connection.close();
    }
  }
}
