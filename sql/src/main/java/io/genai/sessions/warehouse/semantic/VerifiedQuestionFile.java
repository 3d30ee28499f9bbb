package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A user's own verified questions, in the form in which the shipped ones stand. */
public final class VerifiedQuestionFile {
  private final Path file;

  /**
   * @param file need not exist yet
   */
  public VerifiedQuestionFile(Path file) {
    this.file = file;
  }

  /**
   * The questions in it; none if there is no file.
   *
   * @throws WarehouseException DATA, naming file and line, where an entry is wrong
   */
  public List<VerifiedQuestion> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return SemanticReader.questions(YamlTree.read(file.getFileName().toString(), reader));
    } catch (IOException e) {
      throw new WarehouseException(
          WarehouseException.Code.RESOURCE, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Adds one.
   *
   * @throws WarehouseException RESOURCE if the file cannot be written
   */
  public void add(String question, String sql) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      String head = Files.exists(file) ? "" : "questions:\n";
      String entry =
          head + "  - question: " + quoted(question) + "\n    sql: " + quoted(sql) + "\n";
      Files.writeString(
          file,
          entry,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new WarehouseException(
          WarehouseException.Code.RESOURCE, file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.strip().toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return quoted.append('"').toString();
  }
}
