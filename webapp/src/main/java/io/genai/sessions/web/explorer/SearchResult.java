package io.genai.sessions.web.explorer;

import io.genai.sessions.warehouse.semantic.Measure;
import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total prompts in the whole result set
 * @param cut whether the result set ends there although more prompts may be alike
 * @param hits some of them, best first
 * @param insights figures over the whole result set
 */
record SearchResult(
    long total, boolean cut, List<Hit> hits, List<Insight> insights, Optional<TopStyle> style) {
  SearchResult {
    hits = List.copyOf(hits);
    insights = List.copyOf(insights);
  }

  /**
   * A prompt and its latest generation.
   *
   * @param similarity cosine, −1..1; empty where nothing was asked for
   * @param thumbnail blob key
   * @param latencyMilliseconds of the latest generation
   */
  record Hit(
      long promptId,
      String text,
      Optional<Double> similarity,
      Optional<String> thumbnail,
      String status,
      double latencyMilliseconds,
      Optional<String> artStyle,
      Optional<String> mood,
      boolean sensitive) {}

  /** A figure over the result set, beside the one over everything. */
  record Insight(Measure measure, Optional<Double> found, Optional<Double> overall) {}

  /** The most common art style, with its share of the result set and of everything. */
  record TopStyle(String name, double found, double overall) {}
}
