package io.genai.sessions.pipeline;

/** What stops a run, in words for the person who started it: what was wrong and what to do next. */
public final class PipelineFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /** Whose failure it is; {@link #exitCode()} is what the process returns for it. */
  public enum Code {
    /** A parameter or an input location that the user can correct. */
    USER(2),
    /** The input's content: too many bad records, a broken file. */
    DATA(1),
    /** Disk, memory, network. */
    RESOURCE(1),
    /** A defect of the product. */
    INTERNAL(1);

    private final int exitCode;

    Code(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process's exit code: 2 for the user's mistakes, 1 for failures. */
    public int exitCode() {
      return exitCode;
    }
  }

  public PipelineFailure(Code code, String message) {
    super(message);
    this.code = code;
  }

  public PipelineFailure(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
