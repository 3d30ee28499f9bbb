package io.genai.sessions.warehouse;

import io.genai.sessions.warehouse.WarehouseException.Code;
import java.nio.file.Path;

/** Whether there is a warehouse to read, and if not, why. */
public sealed interface WarehouseState {

  /** The state in a sentence that says what to do, fit for a screen. */
  String message();

  /** Whose turn it is, where there is no warehouse to read. */
  default Code code() {
    return Code.DATA;
  }

  /**
   * Open for reading.
   *
   * @param info what the file holds
   */
  record Ready(WarehouseInfo info) implements WarehouseState {
    @Override
    public String message() {
      return "The warehouse of run %s is open.".formatted(info.runId());
    }
  }

  /**
   * No file yet.
   *
   * @param file where it is looked for
   */
  record Missing(Path file) implements WarehouseState {
    @Override
    public Code code() {
      return Code.USER;
    }

    @Override
    public String message() {
      return "There is no warehouse at %s yet. Run the pipeline to build one; it appears here by itself."
          .formatted(file);
    }
  }

  /**
   * The file is no warehouse, or is damaged, or can't be read.
   *
   * @param file the file
   * @param reason what DuckDB said
   */
  record Unreadable(Path file, String reason) implements WarehouseState {
    @Override
    public String message() {
      return "The warehouse at %s can't be read. Run the pipeline to build it again. (%s)"
          .formatted(file, reason);
    }
  }

  /**
   * Another process has the file open for writing.
   *
   * @param file the file
   * @param reason what DuckDB said, with the number of the process
   */
  record Locked(Path file, String reason) implements WarehouseState {
    @Override
    public Code code() {
      return Code.RESOURCE;
    }

    @Override
    public String message() {
      return ("The warehouse at %s is open for writing in another program. Close it there; it appears"
              + " here by itself. (%s)")
          .formatted(file, reason);
    }
  }

  /**
   * The file has the tables of another version of this product.
   *
   * @param file the file
   * @param found its schema version; 0 if it names none
   * @param expected the schema version that this product reads
   */
  record OtherSchema(Path file, int found, int expected) implements WarehouseState {
    @Override
    public String message() {
      return ("The warehouse at %s has schema version %d, this program reads version %d. Run the"
              + " pipeline of this version to build it again.")
          .formatted(file, found, expected);
    }
  }
}
