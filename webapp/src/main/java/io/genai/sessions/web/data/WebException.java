package io.genai.sessions.web.data;

/** Whatever goes wrong in the web app, in words for the person who looks at it. */
public final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Code {
    USER,
    DATA,
    RESOURCE,
    INTERNAL
  }

  private final Code code;

  public WebException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public WebException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
