package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of SQL that come with this module: whatever lies in a folder belongs to the build. */
final class SqlLibrary {
  private static final String ENDING = ".sql";

  private SqlLibrary() {}

  /**
   * All scripts of a folder, by name.
   *
   * @param folder folder below {@code sql/}, e.g. {@code checks/marts}
   */
  static List<SqlScript> scriptsIn(String folder) {
    URL location =
        Objects.requireNonNull(
            WarehouseRules.class.getResource(folder), "No folder of SQL named " + folder);
    try {
      URI uri = location.toURI();
      if (uri.getScheme().equals("file")) {
        return read(Path.of(uri));
      }
      try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
        return read(archive.provider().getPath(uri));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The SQL in " + location + " is not readable", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No address of SQL: " + location, e);
    }
  }

  private static List<SqlScript> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted()
          .map(SqlLibrary::script)
          .toList();
    }
  }

  private static SqlScript script(Path file) {
    String fileName = file.getFileName().toString();
    try {
      return new SqlScript(
          fileName.substring(0, fileName.length() - ENDING.length()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(fileName + " is not readable", e);
    }
  }
}
