package io.genai.sessions.warehouse;

/** Whatever goes wrong in the warehouse room, with who can mend it. */
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Code {
    /** The caller asked for something that cannot be done. */
    USER,
    /** The data or a definition is wrong. */
    DATA,
    /** Memory, disk, time or a process ran out. */
    RESOURCE,
    /** A defect of this program. */
    INTERNAL
  }

  private final Code code;

  /** An error that this program found itself. */
  public WarehouseException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** An error with what caused it. */
  public WarehouseException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Who can mend it. */
  public Code code() {
    return code;
  }
}
