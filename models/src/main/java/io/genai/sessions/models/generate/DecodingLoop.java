package io.genai.sessions.models.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decodes a batch of rows to their ends, a step at a time. A step feeds all that its rows have to
 * feed, so that none falls behind: a step's fixed cost, and that of looking back, is higher than
 * that of padding the others for a token or two.
 */
final class DecodingLoop {
  /** Share of ended rows from which on the others are copied; a step copies everything anyway. */
  private static final double COMPACTION_SHARE = 0.25;

  private final CausalDecoder decoder;
  private final TokenFeeder feeder;
  private final PrefixCache prefixes;
  private final GenerationListener listener;

  DecodingLoop(
      CausalDecoder decoder,
      TokenFeeder feeder,
      PrefixCache prefixes,
      GenerationListener listener) {
    this.decoder = decoder;
    this.feeder = feeder;
    this.prefixes = prefixes;
    this.listener = listener;
  }

  /**
   * Runs every row to its end.
   *
   * @param instruction what all their prompts begin with
   * @param rows from the longest prompt to the shortest
   */
  void run(List<Integer> instruction, List<DecodingRow> rows) {
    List<DecodingRow> batch = rows;
    KeyValueCache cache = begin(instruction, rows);
    try {
      while (batch.stream().anyMatch(row -> !row.finished())) {
        if (isCancelled()) {
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
        cache = feed(batch, cache);
      }
    } finally {
      cache.close();
    }
  }

  /**
   * Feeds the prompts, those of about the same length together, and brings all rows into one cache:
   * prompts differ in length by more than anything that is fed later.
   */
  private KeyValueCache begin(List<Integer> instruction, List<DecodingRow> rows) {
    Optional<KeyValueCache> all = Optional.empty();
    try {
      for (List<DecodingRow> group : PromptGroups.of(rows, DecodingRow::pending)) {
        KeyValueCache start = prefixes.rows(instruction, group.size(), feeder);
        KeyValueCache fed = isCancelled() ? start : feed(group, start);
        // Handed over before it is joined, since that closes it.
        Optional<KeyValueCache> before = all;
        all = Optional.empty();
        all = Optional.of(before.map(cache -> decoder.join(cache, fed)).orElse(fed));
      }
      return all.orElseThrow();
    } catch (RuntimeException e) {
      all.ifPresent(KeyValueCache::close);
      throw e;
    }
  }

  private KeyValueCache feed(List<DecodingRow> rows, KeyValueCache cache) {
    KeyValueCache fed = feeder.feed(rows.stream().map(DecodingRow::take).toList(), cache);
    for (int row = 0; row < rows.size(); row++) {
      if (!rows.get(row).finished()) {
        rows.get(row).choose(feeder.scores(row));
      }
    }
    return fed;
  }

  private boolean isCancelled() {
    return listener.cancelled() || Thread.currentThread().isInterrupted();
  }

  private static int[] unfinished(List<DecodingRow> batch) {
    return IntStream.range(0, batch.size()).filter(row -> !batch.get(row).finished()).toArray();
  }
}
