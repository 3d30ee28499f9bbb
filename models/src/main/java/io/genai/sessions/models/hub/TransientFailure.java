package io.genai.sessions.models.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What may go well when tried again: a cut connection, a hub that is busy. */
final class TransientFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;
  private final boolean progressed;

  private TransientFailure(
      String message, Optional<Duration> retryAfter, boolean progressed, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
    this.progressed = progressed;
  }

  static TransientFailure answer(String message, Optional<Duration> retryAfter) {
    return new TransientFailure(message, retryAfter, false, null);
  }

  /**
   * @param progressed whether bytes came before the connection broke
   */
  static TransientFailure connection(String message, boolean progressed, Throwable cause) {
    return new TransientFailure(message, Optional.empty(), progressed, cause);
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  boolean progressed() {
    return progressed;
  }
}
