package io.genai.sessions.pipeline.simulate;

import java.util.Optional;

/**
 * A user and a request of theirs.
 *
 * @param request empty: the user signed up
 */
record UserRequest(String userId, Tier tier, Optional<Request> request) {

  /** The shard that all of a user's requests share. */
  int shard(int shards) {
    return (int) Math.floorMod(Draws.hash(userId), (long) shards);
  }
}
