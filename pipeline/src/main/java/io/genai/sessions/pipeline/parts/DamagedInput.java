package io.genai.sessions.pipeline.parts;

/**
 * A piece of the input whose content is broken. It costs that piece, never the run, whereas any
 * other {@link java.io.IOException} says that the machine or the network failed.
 */
public final class DamagedInput extends Exception {
  private static final long serialVersionUID = 1L;

  public DamagedInput(String reason) {
    super(reason);
  }

  public DamagedInput(String reason, Throwable cause) {
    super(cause.getMessage() == null ? reason : reason + " (" + cause.getMessage() + ")", cause);
  }
}
