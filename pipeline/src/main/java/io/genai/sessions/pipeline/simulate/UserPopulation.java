package io.genai.sessions.pipeline.simulate;

import java.util.Arrays;
import java.util.Locale;

/**
 * The simulated users: one for twelve rows, their activity a power law cut at thirty times the
 * least active user's (an uncut one would give a tenth of two million rows to one person), times
 * what their tier adds. Some of the least active ones signed up and never came.
 */
final class UserPopulation {
  private static final int ROWS_PER_USER = 12;
  private static final double EXPONENT = 1.1;
  private static final double MOST_ACTIVE = 30;

  /** Multiples of it fill 0..1 evenly, so that even few users have the tiers' shares. */
  private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

  private final long seed;

  /** cumulativeActivity[i]: activity of users 0..i together. */
  private final double[] cumulativeActivity;

  /** A simulated user. */
  record Member(String userId, Tier tier) {}

  private UserPopulation(long seed, double[] cumulativeActivity) {
    this.seed = seed;
    this.cumulativeActivity = cumulativeActivity;
  }

  /** The users for {@code rows} rows: at least one where there is a row. */
  static UserPopulation forRows(long rows, long seed) {
    long users = rows == 0 ? 0 : Math.max(1, Math.round((double) rows / ROWS_PER_USER));
    double[] cumulative = new double[Math.toIntExact(users)];
    double total = 0;
    for (int i = 0; i < cumulative.length; i++) {
      total += activity(userId(i, seed), seed) * tier(i, seed).activity;
      cumulative[i] = total;
    }
    return new UserPopulation(seed, cumulative);
  }

  int size() {
    return cumulativeActivity.length;
  }

  /** The user with this number, from 0. */
  Member member(int index) {
    return new Member(userId(index, seed), tier(index, seed));
  }

  /** The user whose prompts begin with {@code idea}. */
  Member userOf(String idea) {
    double total = cumulativeActivity[cumulativeActivity.length - 1];
    double position = Draws.of(seed, "user", idea).nextDouble() * total;
    int found = Arrays.binarySearch(cumulativeActivity, position);
    return member(found >= 0 ? found + 1 : -found - 1);
  }

  private static Tier tier(int index, long seed) {
    double offset = Draws.of(seed, "tiers", "").nextDouble();
    return Tier.at((offset + index * GOLDEN_RATIO) % 1);
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
