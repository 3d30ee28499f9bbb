package io.genai.sessions.models.generate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes a batch of rows to their ends, a step at a time. Rows that have ended leave the batch as
 * soon as enough of them have for the copy of the others' keys and values to pay.
 */
final class DecodingLoop {
  /** Share of ended rows from which on the others are copied; a step copies everything anyway. */
  private static final double COMPACTION_SHARE = 0.25;

  /** What a step costs by itself, and for each row's cached tokens, in fed tokens (measured). */
  private static final double STEP_COST = 12;

  private static final double STEP_COST_OF_ROW = 1.5;

  private final CausalDecoder decoder;
  private final TokenFeeder feeder;
  private final GenerationListener listener;

  DecodingLoop(CausalDecoder decoder, TokenFeeder feeder, GenerationListener listener) {
    this.decoder = decoder;
    this.feeder = feeder;
    this.listener = listener;
  }

  /**
   * Runs every row to its end.
   *
   * @param start what the rows' prompts have cached, one row for each; closed here
   */
  void run(List<DecodingRow> rows, KeyValueCache start) {
    KeyValueCache cache = start;
    List<DecodingRow> batch = rows;
    try {
      while (batch.stream().anyMatch(row -> !row.finished())) {
        if (listener.cancelled() || Thread.currentThread().isInterrupted()) {
          batch.forEach(DecodingRow::cancel);
          return;
        }
        int[] unfinished = unfinished(batch);
        if (batch.size() - unfinished.length >= COMPACTION_SHARE * batch.size()
            && unfinished.length < batch.size()) {
          try (KeyValueCache whole = cache) {
            cache = decoder.select(whole, unfinished);
          }
          batch = IntStream.of(unfinished).mapToObj(batch::get).toList();
        }
        int width = width(batch);
        cache = feeder.feed(batch.stream().map(row -> row.take(width)).toList(), cache);
        for (int row = 0; row < batch.size(); row++) {
          if (!batch.get(row).finished() && batch.get(row).pending() == 0) {
            batch.get(row).choose(feeder.scores(row));
          }
        }
      }
    } finally {
      cache.close();
    }
  }

  /**
   * Columns of the next step: as many as feed the most tokens for their cost, padding being paid
   * for. Rows with more to feed go on with the rest while others already choose.
   */
  private static int width(List<DecodingRow> batch) {
    int[] pending = batch.stream().mapToInt(DecodingRow::pending).toArray();
    double step = STEP_COST + STEP_COST_OF_ROW * pending.length;
    int best = 1;
    double bestRate = 0;
    for (int width = 1; width <= IntStream.of(pending).max().orElseThrow(); width++) {
      int columns = width;
      int fed = IntStream.of(pending).map(tokens -> Math.min(tokens, columns)).sum();
      double rate = fed / (step + width * pending.length);
      if (rate > bestRate) {
        best = width;
        bestRate = rate;
      }
    }
    return best;
  }

  private static int[] unfinished(List<DecodingRow> batch) {
    return IntStream.range(0, batch.size()).filter(row -> !batch.get(row).finished()).toArray();
  }
}
