package io.genai.sessions.web.explorer;

import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Share of the nearest by comparison with all that a search finds too. Of prompts as near as the
 * last of them, one is as good as another.
 */
final class Recall {
  /** So many prompts make a page, and are looked for. */
  static final int NEAREST = 12;

  private static final double ROUNDING = 1e-5;

  private final WebServices services;
  private final QueryEmbedder embedder;
  private final PromptSearch search;
  private final List<String> texts;

  /** Of searches for these texts. */
  Recall(WebServices services, QueryEmbedder embedder, PromptSearch search, List<String> texts) {
    this.services = services;
    this.embedder = embedder;
    this.search = search;
    this.texts = List.copyOf(texts);
  }

  /** Among prompts that pass the filters: 0 to 1. */
  double of(Filters filters) {
    Map<Integer, List<Float>> nearest = nearest(filters);
    int expected = 0;
    int found = 0;
    for (int i = 0; i < texts.size(); i++) {
      List<Float> similarities = nearest.getOrDefault(i, List.of());
      expected += similarities.size();
      for (SearchResult.Hit hit :
          search.search(request(texts.get(i), filters), 0, NEAREST).hits()) {
        double last = similarities.get(similarities.size() - 1) - ROUNDING;
        found += hit.similarity().orElseThrow() >= last ? 1 : 0;
      }
    }
    return (double) found / expected;
  }

  private static SearchRequest request(String text, Filters filters) {
    return new SearchRequest(
        new Likeness.Meaning(text), filters, Optional.empty(), Optional.empty(), false);
  }

  /** For each text's number the similarities of the nearest, falling; all texts in one pass. */
  private Map<Integer, List<Float>> nearest(Filters filters) {
    String vectors =
        IntStream.range(0, texts.size())
            .mapToObj(
                i ->
                    "(%d, '%s'::FLOAT[384])"
                        .formatted(i, Arrays.toString(embedder.embed(texts.get(i)))))
            .collect(Collectors.joining(", "));
    PromptConditions conditions = PromptConditions.of(request("", filters), services.figures());
    Map<Integer, List<Float>> nearest = new HashMap<>();
    services
        .warehouse()
        .query(
            """
            WITH asked(place, vector) AS (VALUES %s),
            passing AS (SELECT p.text_embedding_mini FROM dim_prompts AS p WHERE %s)
            SELECT place, max(list_inner_product(text_embedding_mini, vector), %d) AS nearest
            FROM passing
            CROSS JOIN asked
            GROUP BY place
            """
                .formatted(vectors, conditions.sql(), NEAREST),
            conditions.parameters(),
            row -> {
              float[] similarities = row.floats("nearest");
              return nearest.put(
                  row.integer("place"),
                  IntStream.range(0, similarities.length).mapToObj(i -> similarities[i]).toList());
            });
    return nearest;
  }
}
