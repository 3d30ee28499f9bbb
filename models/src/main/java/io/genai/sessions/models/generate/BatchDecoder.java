package io.genai.sessions.models.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes any number of prompts: sorts them into batches, each after the instruction it shares. */
final class BatchDecoder implements AutoCloseable {
  private final CausalDecoder decoder;
  private final LocalOptions options;
  private final TokenFeeder feeder;
  private final PrefixCache prefixes;
  private final boolean honoursPadding;

  BatchDecoder(CausalDecoder decoder, LocalOptions options) {
    this.decoder = decoder;
    this.options = options;
    feeder = new TokenFeeder(decoder);
    prefixes = new PrefixCache(decoder, feeder);
    honoursPadding = options.maximumBatch() > 1 && PaddingProbe.honoursPadding(decoder);
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
    List<DecodingRow> rows = new ArrayList<>();
    for (Map.Entry<List<Integer>, List<TokenPrompt>> group : groups.entrySet()) {
      List<TokenPrompt> byLength =
          group.getValue().stream()
              .sorted(Comparator.comparingInt(TokenPrompt::length).reversed())
              .toList();
      for (int from = 0; from < byLength.size(); from += maximumBatch()) {
        int to = Math.min(byLength.size(), from + maximumBatch());
        rows.addAll(decodeBatch(group.getKey(), byLength.subList(from, to), plan, listener));
      }
    }
    return rows.stream()
        .sorted(Comparator.comparingInt(DecodingRow::index))
        .map(DecodingRow::generation)
        .toList();
  }

  private List<DecodingRow> decodeBatch(
      List<Integer> instruction,
      List<TokenPrompt> prompts,
      DecodingPlan plan,
      GenerationListener listener) {
    List<DecodingRow> rows =
        prompts.stream()
            .map(prompt -> new DecodingRow(prompt, instruction.size(), plan, listener))
            .toList();
    new DecodingLoop(decoder, feeder, prefixes, listener).run(instruction, rows);
    return rows;
  }

  @Override
  public void close() {
    try (decoder) {
      prefixes.close();
    }
  }
}
