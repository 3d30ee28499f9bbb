package io.genai.sessions.pipeline.synthetic;

import io.genai.sessions.pipeline.sample.PromptGrammar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Rows as DiffusionDB's two weeks have them: users of very unequal activity come for sessions, in
 * which they try an idea several times, often word for word. A block of rows depends on nothing but
 * the table's size, the seed and the block's number, so that blocks are made side by side.
 */
final class SyntheticRows {
  /** Rows of one block. */
  static final int BLOCK = 10_000;

  /** DiffusionDB 2M: some 10,000 users for 2,000,000 rows. */
  private static final int ROWS_PER_USER = 200;

  /** The most active share s of users makes the share s^0.4 of rows: a power law of ranks. */
  private static final double INEQUALITY = 0.4;

  private static final Instant START = Instant.parse("2022-08-06T00:00:00Z");
  private static final int MINUTES = (int) Duration.ofDays(14).toMinutes();
  private static final double MEDIAN_SESSION_SIZE = 6;
  private static final double SESSION_SIZE_SIGMA = 1;
  private static final int LONGEST_GAP_MINUTES = 4;
  private static final int ROWS_PER_PART = 1000;
  private static final double DELETED_SHARE = 0.02;
  private static final double TIMELESS_SHARE = 0.01;
  private static final double BLURRED_SHARE = 0.02;
  private static final String DELETED_ACCOUNT = "deleted_account";
  private static final float BLURRED = 2;

  private final long rows;
  private final long seed;
  private final long users;

  SyntheticRows(long rows, long seed) {
    this.rows = rows;
    this.seed = seed;
    this.users = Math.max(1, rows / ROWS_PER_USER);
  }

  /** How many blocks there are. */
  int blocks() {
    return Math.toIntExact((rows + BLOCK - 1) / BLOCK);
  }

  /** The rows of a block, numbered from 0. */
  List<SyntheticRow> block(int number) {
    SplittableRandom draws = new SplittableRandom(new SplittableRandom(seed ^ number).nextLong());
    PromptGrammar prompts = PromptGrammar.seeded(draws.nextLong());
    long first = (long) number * BLOCK;
    int size = Math.toIntExact(Math.min(BLOCK, rows - first));
    List<SyntheticRow> block = new ArrayList<>(size);
    while (block.size() < size) {
      String user = user(draws);
      int minute = draws.nextInt(MINUTES);
      double drawn = MEDIAN_SESSION_SIZE * Math.exp(SESSION_SIZE_SIGMA * draws.nextGaussian());
      int end = (int) Math.min(size, block.size() + Math.max(1, Math.round(drawn)));
      while (block.size() < end) {
        block.add(row(first + block.size(), user, minute, prompts.next().text(), draws));
        minute = Math.min(MINUTES - 1, minute + draws.nextInt(LONGEST_GAP_MINUTES + 1));
      }
    }
    return block;
  }

  private String user(RandomGenerator draws) {
    if (draws.nextDouble() < DELETED_SHARE) {
      return DELETED_ACCOUNT;
    }
    long rank = (long) (users * Math.pow(draws.nextDouble(), 1 / INEQUALITY));
    SplittableRandom digits = new SplittableRandom(seed + rank);
    return String.format(
        Locale.ROOT,
        "%016x%016x%016x%016x",
        digits.nextLong(),
        digits.nextLong(),
        digits.nextLong(),
        digits.nextLong());
  }

  private static SyntheticRow row(
      long number, String user, int minute, String prompt, RandomGenerator draws) {
    boolean hasTime = draws.nextDouble() >= TIMELESS_SHARE;
    boolean isBlurred = draws.nextDouble() < BLURRED_SHARE;
    return new SyntheticRow(
        new UUID(draws.nextLong(), draws.nextLong()) + ".png",
        prompt,
        (int) (number / ROWS_PER_PART) + 1,
        draws.nextLong(1L << 32),
        oneOf(draws, 50, 50, 50, 50, 20, 30, 100, 150),
        oneOf(draws, 7, 7, 7, 7, 10, 12, 14, 20),
        oneOf(draws, 8, 8, 8, 8, 8, 3, 4, 1),
        oneOf(draws, 512, 512, 512, 512, 512, 576, 704, 768),
        oneOf(draws, 512, 512, 512, 512, 512, 576, 704, 768),
        user,
        hasTime
            ? Optional.of(START.plus(Duration.ofMinutes(minute)).toEpochMilli())
            : Optional.empty(),
        isBlurred ? BLURRED : score(draws),
        score(draws));
  }

  private static int oneOf(RandomGenerator draws, int... choices) {
    return choices[draws.nextInt(choices.length)];
  }

  /** Most scores are small, as the dataset's are. */
  private static float score(RandomGenerator draws) {
    return (float) Math.pow(draws.nextDouble(), 4);
  }
}
