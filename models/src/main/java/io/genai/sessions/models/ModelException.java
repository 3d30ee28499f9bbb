package io.genai.sessions.models;

import java.util.Objects;

/**
 * The one exception of this room: something a model needs is wrong. The message says what was
 * asked, what is allowed or was found, and what to do next.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Code {
    /** The caller asked for something that cannot be: an unknown model, a wrong option. */
    USER,
    /** A file or an answer is not what it says it is: damaged weights, a malformed catalogue. */
    DATA,
    /** The machine or the network lacks something: memory, disk, a connection, permission. */
    RESOURCE,
    /** A defect of this program. */
    INTERNAL
  }

  private final Code code;

  public ModelException(Code code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code, "code");
  }

  public ModelException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** Returns who can mend it. */
  public Code code() {
    return code;
  }
}
