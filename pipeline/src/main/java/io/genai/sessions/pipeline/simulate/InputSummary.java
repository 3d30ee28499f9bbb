package io.genai.sessions.pipeline.simulate;

import org.apache.beam.sdk.transforms.Combine.CombineFn;

/**
 * What must be known of all requests before one can be simulated.
 *
 * @param requestsWithoutUser how many need a simulated user
 * @param earliestMillis the first known time; {@link Long#MAX_VALUE} where none is known
 * @param latestMillis the last known time; {@link Long#MIN_VALUE} where none is known
 */
record InputSummary(long requestsWithoutUser, long earliestMillis, long latestMillis) {

  private static final InputSummary NOTHING = new InputSummary(0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** The known times' span, or the simulation's own. */
  TimeSpan span() {
    return earliestMillis <= latestMillis
        ? new TimeSpan(earliestMillis, latestMillis)
        : TimeSpan.SIMULATED;
  }

  /** The users to make up. */
  UserPopulation population(long seed) {
    return UserPopulation.forRows(requestsWithoutUser, seed);
  }

  private InputSummary and(InputSummary other) {
    return new InputSummary(
        requestsWithoutUser + other.requestsWithoutUser,
        Math.min(earliestMillis, other.earliestMillis),
        Math.max(latestMillis, other.latestMillis));
  }

  private static InputSummary of(Request request) {
    return new InputSummary(
        request.userName().isPresent() ? 0 : 1,
        request.timestampMillis().orElse(Long.MAX_VALUE),
        request.timestampMillis().orElse(Long.MIN_VALUE));
  }

  /** Sums requests up. */
  static final class Accumulate extends CombineFn<Request, InputSummary, InputSummary> {
    private static final long serialVersionUID = 1L;

    @Override
    public InputSummary createAccumulator() {
      return NOTHING;
    }

    @Override
    public InputSummary addInput(InputSummary summary, Request request) {
      return summary.and(of(request));
    }

    @Override
    public InputSummary mergeAccumulators(Iterable<InputSummary> summaries) {
      InputSummary merged = NOTHING;
      for (InputSummary summary : summaries) {
        merged = merged.and(summary);
      }
      return merged;
    }

    @Override
    public InputSummary extractOutput(InputSummary summary) {
      return summary;
    }
  }
}
