package io.genai.sessions.models.generate;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.runtime.LoadedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Decodes any number of prompts: sorts them into batches, each after the instruction it shares, and
 * decodes as many of these side by side as the options say. Which prompts share a batch depends on
 * the request alone, never on how fast another batch is.
 */
final class BatchDecoder implements AutoCloseable {
  private final CausalDecoder decoder;
  private final LocalOptions options;
  private final PrefixCache prefixes;
  private final boolean honoursPadding;
  private final LoadedModel batches;

  /** One for each batch at a time, kept because their buffers are large. */
  private final BlockingQueue<TokenFeeder> feeders;

  /**
   * @param decoder owned from now on
   */
  BatchDecoder(String id, CausalDecoder decoder, LocalOptions options) {
    this.decoder = decoder;
    this.options = options;
    prefixes = new PrefixCache(decoder);
    honoursPadding = options.maximumBatch() > 1 && PaddingProbe.honoursPadding(decoder);
    batches =
        new LoadedModel(
            id, new InferenceThreads(options.batchesAtOnce()), List.of(prefixes, decoder));
    feeders = new ArrayBlockingQueue<>(options.batchesAtOnce());
    for (int i = 0; i < options.batchesAtOnce(); i++) {
      feeders.add(new TokenFeeder(decoder));
    }
  }

  /** Rows that the graph can decode together. */
  int maximumBatch() {
    return honoursPadding ? options.maximumBatch() : 1;
  }

  /** The generations, in the prompts' order. */
  List<Generation> decode(
      List<TokenPrompt> prompts, DecodingPlan plan, GenerationListener listener) {
    Map<List<Integer>, List<TokenPrompt>> groups = new LinkedHashMap<>();
    for (TokenPrompt prompt : prompts) {
      TokenPrompt grouped = options.prefixCache() ? prompt : prompt.alone();
      groups.computeIfAbsent(grouped.instruction(), key -> new ArrayList<>()).add(grouped);
    }
    List<Batch> all = new ArrayList<>();
    groups.forEach(
        (instruction, group) -> {
          List<DecodingRow> rows =
              group.stream()
                  .sorted(Comparator.comparingInt(TokenPrompt::length).reversed())
                  .map(prompt -> new DecodingRow(prompt, instruction.size(), plan, listener))
                  .toList();
          int size = batchSize(rows.size());
          for (int from = 0; from < rows.size(); from += size) {
            int to = Math.min(rows.size(), from + size);
            all.add(new Batch(instruction, rows.subList(from, to)));
          }
        });
    return batches.map(all, batch -> decode(batch, listener)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(DecodingRow::index))
        .map(DecodingRow::generation)
        .toList();
  }

  /** Rows after one instruction, the longest first. */
  private record Batch(List<Integer> instruction, List<DecodingRow> rows) {}

  /** As large as may be where all that run side by side have about as much to do. */
  private int batchSize(int prompts) {
    int rounds = ceiling(prompts, maximumBatch() * options.batchesAtOnce());
    return ceiling(prompts, rounds * options.batchesAtOnce());
  }

  private static int ceiling(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private List<DecodingRow> decode(Batch batch, GenerationListener listener)
      throws InterruptedException {
    TokenFeeder feeder = feeders.take();
    try {
      new DecodingLoop(decoder, feeder, prefixes, listener).run(batch.instruction(), batch.rows());
    } finally {
      feeders.add(feeder);
    }
    return batch.rows();
  }

  @Override
  public void close() {
    batches.close();
  }
}
