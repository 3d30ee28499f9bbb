package io.genai.sessions.warehouse;

import java.sql.SQLException;
import java.util.Objects;

/** What went wrong in the warehouse room, in words that say what to do next. */
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose turn it is. */
  public enum Code {
    /** The caller: a missing directory, a wrong parameter, a cancelled query. */
    USER,
    /** The data: a missing column, a failed check, a corrupt file. */
    DATA,
    /** The machine: disk, memory, permission, a lock. */
    RESOURCE,
    /** This product: a fault of its code. */
    INTERNAL
  }

  private final Code code;

  /**
   * @param code whose turn it is
   * @param message what happened, with the actual values, and the next step
   */
  public WarehouseException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * @param code whose turn it is
   * @param message what happened, with the actual values, and the next step
   * @param cause what DuckDB or the file system said
   */
  public WarehouseException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * Tells from DuckDB's own words whose turn it is.
   *
   * @param doing what was attempted, e.g. {@code "Building fct_sessions"}
   * @param cause what DuckDB said
   */
  public static WarehouseException from(String doing, SQLException cause) {
    String words = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    return new WarehouseException(codeOf(words), doing + " failed: " + words, cause);
  }

  private static Code codeOf(String words) {
    if (words.contains("INTERRUPT")) {
      return Code.USER;
    }
    if (words.contains("Out of Memory Error")
        || words.contains("IO Error")
        || words.contains("No space left on device")) {
      return Code.RESOURCE;
    }
    if (words.contains("Conversion Error")
        || words.contains("Constraint Error")
        || words.contains("Invalid Input Error")
        || words.contains("Out of Range Error")
        || words.contains("Data Corruption Error")) {
      return Code.DATA;
    }
    return Code.INTERNAL;
  }

  /** Whose turn it is. */
  public Code code() {
    return code;
  }
}
