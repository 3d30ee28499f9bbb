package io.genai.sessions.pipeline.simulate;

import java.util.List;

/** Says when a user's requests were made. */
interface Calendar {

  /** A request and when it was made. */
  record Event(Request request, Outcome outcome, long timestampMillis) {}

  /** A request whose time is asked for. */
  record Attempt(Request request, Outcome outcome) {}

  /**
   * Times for all requests of one user.
   *
   * @param attempts in input order
   * @return one event for each, by time, then by input order
   */
  List<Event> schedule(String userId, Tier tier, List<Attempt> attempts);
}
