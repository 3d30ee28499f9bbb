package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run of the pipeline wrote.
 *
 * @param path its directory, absolute
 */
record RunDirectory(Path path) {
  private static final String DOCUMENT = "run.json";

  /** The parts of a run that hold rows, each a directory of Parquet files. */
  static final List<String> PARTS = List.of("users", "prompts", "generations");

  /**
   * Looks at the directory.
   *
   * @throws WarehouseException (USER) naming what is missing
   */
  static RunDirectory at(Path path) {
    RunDirectory run = new RunDirectory(path.toAbsolutePath().normalize());
    List<String> missing = new ArrayList<>();
    if (!Files.isRegularFile(run.path.resolve(DOCUMENT))) {
      missing.add(DOCUMENT);
    }
    for (String part : PARTS) {
      if (run.parquetFiles(part).isEmpty()) {
        missing.add(part + "/*.parquet");
      }
    }
    if (!missing.isEmpty()) {
      throw new WarehouseException(
          Code.USER,
          "%s is no finished run, it lacks: %s. Name a directory below data/runs whose run ended."
              .formatted(run.path, String.join(", ", missing)));
    }
    return run;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** The Parquet files of a part, by name; none if there is no such directory. */
  List<Path> parquetFiles(String part) {
    return list(path.resolve(part)).stream()
        .filter(file -> file.getFileName().toString().endsWith(".parquet"))
        .toList();
  }

  /** This run and those beside it. */
  List<RunDirectory> siblings() {
    return list(path.resolveSibling(".")).stream()
        .filter(Files::isDirectory)
        .map(sibling -> new RunDirectory(sibling.normalize()))
        .filter(run -> run.equals(this) || run.looksLikeRun())
        .toList();
  }

  /** Its run.json, or an empty text if there is none. */
  String document() {
    return read(path.resolve(DOCUMENT));
  }

  /** Its bad records, one JSON object each. */
  List<String> badRecordLines() {
    return read(path.resolve("bad_records.jsonl")).lines().filter(line -> !line.isBlank()).toList();
  }

  private boolean looksLikeRun() {
    return Files.exists(path.resolve(DOCUMENT))
        || PARTS.stream().anyMatch(part -> Files.isDirectory(path.resolve(part)));
  }

  private static String read(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    try {
      // Bytes that are no UTF-8 become replacement characters: a bad record may hold anything.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static List<Path> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static WarehouseException unreadable(Path file, IOException cause) {
    return new WarehouseException(
        Code.RESOURCE, "%s can't be read: %s".formatted(file, cause), cause);
  }
}
