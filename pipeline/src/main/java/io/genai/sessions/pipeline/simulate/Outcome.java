package io.genai.sessions.pipeline.simulate;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/**
 * How a generation request ended.
 *
 * @param latencyMs milliseconds
 * @param costCredits credits, four decimals
 */
record Outcome(Status status, int latencyMs, int retryCount, BigDecimal costCredits) {
  private static final int OVERLONG_WORDS = 75;
  private static final int MILLIS_PER_WORD = 50;
  private static final double LATENCY_SIGMA = 0.5;
  private static final double RETRY_PROBABILITY = 0.03;
  private static final int MOST_RETRIES = 3;

  /** 0.01 credits a word, in the ten-thousandths that costs are counted in. */
  private static final long COST_PER_WORD = 100;

  /** How the service answered, as the warehouse writes it. */
  enum Status {
    SUCCESS("success"),
    TIMEOUT("timeout"),
    SAFETY_VIOLATION("safety_violation"),
    RATE_LIMITED("rate_limited"),
    MODEL_ERROR("model_error");

    final String label;

    Status(String label) {
      this.label = label;
    }
  }

  /**
   * Draws a request's outcome.
   *
   * @param timeoutMs what a timed-out request takes, milliseconds; others take less
   */
  static Outcome draw(Request request, Tier tier, int timeoutMs, long seed) {
    RandomGenerator draws = Draws.of(seed, "outcome", request.key());
    Status status = status(request, tier, draws);
    int latency = latency(status, request.wordCount(), timeoutMs, draws);
    return new Outcome(
        status, latency, retries(status, draws), cost(status, request.wordCount(), latency));
  }

  /** The first rule that applies decides. */
  private static Status status(Request request, Tier tier, RandomGenerator draws) {
    double draw = draws.nextDouble();
    if (request.nsfw()) {
      return draw < 0.85 ? Status.SAFETY_VIOLATION : Status.SUCCESS;
    } else if (request.wordCount() > OVERLONG_WORDS) {
      return draw < 0.15 ? Status.TIMEOUT : Status.SUCCESS;
    } else if (tier == Tier.FREE) {
      return draw < 0.08 ? Status.RATE_LIMITED : Status.SUCCESS;
    } else {
      return draw < 0.02 ? Status.MODEL_ERROR : Status.SUCCESS;
    }
  }

  private static int latency(Status status, int words, int timeoutMs, RandomGenerator draws) {
    return switch (status) {
      case TIMEOUT -> timeoutMs;
      case SAFETY_VIOLATION -> draws.nextInt(100, 501);
      case SUCCESS, RATE_LIMITED, MODEL_ERROR ->
          (int)
              Math.min(
                  timeoutMs - 1L,
                  Math.round(
                      Draws.lognormal(draws, (double) words * MILLIS_PER_WORD, LATENCY_SIGMA)));
    };
  }

  private static int retries(Status status, RandomGenerator draws) {
    return switch (status) {
      case SUCCESS -> {
        int retries = 0;
        while (retries < MOST_RETRIES && draws.nextDouble() < RETRY_PROBABILITY) {
          retries++;
        }
        yield retries;
      }
      case RATE_LIMITED -> draws.nextInt(1, 4);
      case MODEL_ERROR -> draws.nextInt(0, 3);
      case TIMEOUT -> draws.nextInt(0, 2);
      case SAFETY_VIOLATION -> 0;
    };
  }

  /** 0.10 credits a second is one ten-thousandth a millisecond, so that no cost needs rounding. */
  private static BigDecimal cost(Status status, int words, int latencyMs) {
    long paidMillis =
        switch (status) {
          case RATE_LIMITED, SAFETY_VIOLATION -> 0;
          case SUCCESS, TIMEOUT, MODEL_ERROR -> latencyMs;
        };
    return BigDecimal.valueOf(COST_PER_WORD * words + paidMillis, 4);
  }
}
