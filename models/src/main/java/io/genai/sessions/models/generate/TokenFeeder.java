package io.genai.sessions.models.generate;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Feeds rows of unequal length: pads them on the left, so that the newest tokens stand in the last
 * column, and cuts what is too wide for one step. For one thread, because the scores are its own.
 */
final class TokenFeeder {
  /** Scores come for each fed token, four bytes an id: at most this many bytes for a step. */
  private static final long SCORE_BYTES = 256L << 20;

  private final CausalDecoder decoder;
  private final int tokensAtOnce;
  private final StepScores scores;
  private int lastWidth;

  TokenFeeder(CausalDecoder decoder) {
    this.decoder = decoder;
    scores = new StepScores(decoder.vocabularySize());
    tokensAtOnce = Math.toIntExact(SCORE_BYTES / ((long) Float.BYTES * decoder.vocabularySize()));
  }

  /**
   * Feeds the rows' new tokens after their cached ones.
   *
   * @param tokens new tokens of each row, at least one of them not empty
   * @param past closed here, whatever happens
   * @return the cache after them
   */
  KeyValueCache feed(List<List<Integer>> tokens, KeyValueCache past) {
    int rows = tokens.size();
    int width = tokens.stream().mapToInt(List::size).max().orElseThrow();
    int step = Math.max(1, tokensAtOnce / rows);
    KeyValueCache cache = past;
    for (int from = 0; from < width; from += step) {
      try (KeyValueCache before = cache) {
        cache =
            decoder.step(
                new TokenBlock(tokens, width, from, Math.min(width, from + step)), before, scores);
      }
      lastWidth = Math.min(width, from + step) - from;
    }
    return cache;
  }

  /** The scores of a row's next token. */
  FloatBuffer scores(int row) {
    return scores.at(row * lastWidth + lastWidth - 1);
  }
}
