package io.genai.sessions.pipeline.simulate;

import java.util.Arrays;
import java.util.Locale;

/**
 * The simulated users: about one for twelve rows, their activity a power law cut at thirty times
 * the least active user's (an uncut one would give a tenth of two million rows to one person),
 * times what their tier adds.
 */
final class UserPopulation {
  private static final int ROWS_PER_USER = 12;
  private static final double EXPONENT = 1.1;
  private static final double MOST_ACTIVE = 30;

  private final long seed;

  /** cumulativeActivity[i]: activity of users 0..i together. */
  private final double[] cumulativeActivity;

  private UserPopulation(long seed, double[] cumulativeActivity) {
    this.seed = seed;
    this.cumulativeActivity = cumulativeActivity;
  }

  /** The users for {@code rows} rows; at least one. */
  static UserPopulation forRows(long rows, long seed) {
    int users = Math.toIntExact(Math.max(1, Math.round((double) rows / ROWS_PER_USER)));
    double[] cumulative = new double[users];
    double total = 0;
    for (int i = 0; i < users; i++) {
      String id = userId(i, seed);
      total += activity(id, seed) * Tier.of(seed, id).activity;
      cumulative[i] = total;
    }
    return new UserPopulation(seed, cumulative);
  }

  int size() {
    return cumulativeActivity.length;
  }

  /** The user whose prompts begin with {@code idea}. */
  String userOf(String idea) {
    double total = cumulativeActivity[cumulativeActivity.length - 1];
    double position = Draws.of(seed, "user", idea).nextDouble() * total;
    int found = Arrays.binarySearch(cumulativeActivity, position);
    return userId(found >= 0 ? found + 1 : -found - 1, seed);
  }

  /** Pareto by inversion, between 1 and {@link #MOST_ACTIVE}. */
  private static double activity(String userId, long seed) {
    double uniform = Draws.of(seed, "activity", userId).nextDouble();
    double tail = Math.pow(MOST_ACTIVE, -EXPONENT);
    return Math.pow(1 - uniform * (1 - tail), -1 / EXPONENT);
  }

  /** 'u' and eight hex digits, different for every index: each step of the mixing is one to one. */
  private static String userId(int index, long seed) {
    int mixed = index ^ Long.hashCode(seed);
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    mixed ^= mixed >>> 16;
    return String.format(Locale.ROOT, "u%08x", mixed);
  }
}
