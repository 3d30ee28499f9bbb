package io.genai.sessions.warehouse.guard;

/** How a query ended. */
public sealed interface QueryOutcome {

  /** It ran; see {@link QueryResult#cutOff} for limits that cut it. */
  record Completed(QueryResult result) implements QueryOutcome {}

  /** The guard did not let it run. */
  record Rejected(String reason) implements QueryOutcome {}

  /** DuckDB refused it or failed, in its own words. */
  record Failed(String message) implements QueryOutcome {}

  /** It was ended before it was done. */
  record Stopped(Cause cause, String message) implements QueryOutcome {}

  /** Why a query was ended. */
  enum Cause {
    TIME,
    MEMORY,
    CANCELLED,
    /** No process was free in time. */
    BUSY,
    CRASHED
  }
}
