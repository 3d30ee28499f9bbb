package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed for the moment, waiting twice as long each time, or as long as the hub
 * asks. Attempts that brought bytes do not count: a poor line gets there in the end.
 *
 * @param attempts how often in a row in vain, at least 1
 * @param firstPause before the second attempt
 * @param longestPause that a hub may ask for
 */
record Retries(int attempts, Duration firstPause, Duration longestPause, Pause pause) {
  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  static final Retries DEFAULT =
      new Retries(
          5, Duration.ofSeconds(1), Duration.ofMinutes(5), time -> Thread.sleep(time.toMillis()));

  /** How time passes. */
  @FunctionalInterface
  interface Pause {
    void pass(Duration time) throws InterruptedException;
  }

  /** What is tried. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws TransientFailure;
  }

  <T> T run(Attempt<T> attempt) {
    int failures = 0;
    while (true) {
      try {
        return attempt.run();
      } catch (TransientFailure e) {
        failures = e.progressed() ? 1 : failures + 1;
        Duration wait = e.retryAfter().orElse(firstPause.multipliedBy(1L << (failures - 1)));
        if (failures >= attempts || wait.compareTo(longestPause) > 0) {
          throw exhausted(e, failures);
        }
        LOG.warn("{}; trying again in {} s", e.getMessage(), wait.toMillis() / 1000.0);
        await(wait);
      }
    }
  }

  private ModelException exhausted(TransientFailure failure, int failures) {
    Optional<Duration> asked = failure.retryAfter();
    String advice =
        asked.isPresent()
            ? "The hub asks to wait %d s: try again then; with HF_TOKEN set its limits are higher."
                .formatted(asked.get().toSeconds())
            : "Check the network, or HF_ENDPOINT; what has come is kept, and the same command resumes.";
    return new ModelException(
        Code.RESOURCE,
        "%s (%d attempts). %s".formatted(failure.getMessage(), failures, advice),
        failure);
  }

  private void await(Duration wait) {
    try {
      pause.pass(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Code.RESOURCE, "The download was interrupted", e);
    }
  }
}
