package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.web.Percentiles;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How time and recall of a search grow with the prompts, by the share of them that filters let
 * through; as a table and as {@code docs/images/search-curves.png}.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=SearchCurvesBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dbenchmark.warehouses=FILE,FILE,…}, of files that {@link
 * io.genai.sessions.web.LargeWarehouse} makes, the smallest first.
 */
class SearchCurvesBenchmark {
  private static final Path PICTURE = Path.of("..", "docs", "images", "search-curves.png");
  private static final double[] SHARES = {1, 0.1, 0.01, 0.001};
  private static final int TEXTS = 60;
  private static final int WARM_UP = 15;

  /**
   * One point of each curve.
   *
   * @param asked share of the prompts that the filters were to let through
   * @param passing share that they do
   * @param recall share of the twelve nearest that are found
   */
  record Point(long prompts, double asked, double passing, Percentiles times, double recall) {}

  @Test
  void curvesBySizeAndSelectivity() {
    String files = System.getProperty("benchmark.warehouses", "");
    assumeTrue(!files.isEmpty(), "-Dbenchmark.warehouses names no warehouse");
    List<Point> points = new ArrayList<>();
    QueryEmbedder embedder = new QueryEmbedder();
    try {
      for (String file : List.of(files.split(",", -1))) {
        try (WebServices services = WebServices.over(Path.of(file))) {
          measure(services, embedder).forEach(points::add);
        }
      }
    } finally {
      embedder.close();
    }
    SearchCurvesPicture.write(points, PICTURE);
  }

  private static List<Point> measure(WebServices services, QueryEmbedder embedder) {
    PromptSearch search = TestSearch.over(services, embedder);
    List<String> texts = texts(services);
    Recall recall = new Recall(services, embedder, search, texts);
    List<Point> points = new ArrayList<>();
    for (double share : SHARES) {
      Filters filters = share == 1 ? Filters.NONE : filters(services, share);
      PromptConditions conditions = PromptConditions.of(request("", filters), services.figures());
      Percentiles times = times(search, texts, filters);
      Point point =
          new Point(
              services.warehouse().info().prompts(),
              share,
              passing(services, conditions),
              times,
              recall.of(filters));
      System.out.printf(
          "| %,d | %.2f %% | %.1f ms | %.1f ms | %.3f | %s%n",
          point.prompts(),
          100 * point.passing(),
          times.p50(),
          times.p95(),
          point.recall(),
          filters.values());
      points.add(point);
    }
    return points;
  }

  private static SearchRequest request(String text, Filters filters) {
    return new SearchRequest(
        new Likeness.Meaning(text), filters, Optional.empty(), Optional.empty(), false);
  }

  /** People type a few words; these are the beginnings of prompts, the same at each size. */
  private static List<String> texts(WebServices services) {
    return services
        .warehouse()
        .query(
            """
            SELECT array_to_string(string_split(prompt_text, ' ')[1:6], ' ') AS words
            FROM dim_prompts
            WHERE prompt_id <= 12000
            ORDER BY hash(prompt_id)
            LIMIT ?
            """,
            List.of(TEXTS),
            row -> row.text("words"));
  }

  /** The filters, of some usual ones, that let through a share as near as can be to that one. */
  private static Filters filters(WebServices services, double share) {
    Map<String, String> values = new LinkedHashMap<>();
    services
        .warehouse()
        .query(
            """
            SELECT art_style, mood, user_tier
            FROM idx_generations
            GROUP BY GROUPING SETS ((art_style), (art_style, mood), (art_style, mood, user_tier))
            HAVING
                art_style IS NOT NULL
                AND (mood IS NOT NULL OR grouping(mood) = 1)
                AND count(*) >= 3 * ?
            ORDER BY abs(ln(count(*) / (SELECT count(*) FROM idx_generations) / ?))
            LIMIT 1
            """,
            List.of(Recall.NEAREST, share),
            row -> {
              for (String dimension : List.of("art_style", "mood", "user_tier")) {
                row.optional(dimension, row::text).ifPresent(value -> values.put(dimension, value));
              }
              return values;
            });
    Filters filters = Filters.NONE;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filters = filters.with(value.getKey(), value.getValue());
    }
    return filters;
  }

  private static double passing(WebServices services, PromptConditions conditions) {
    return services
        .warehouse()
        .queryOne(
            "SELECT avg((%s)::INT) AS share FROM dim_prompts AS p".formatted(conditions.sql()),
            conditions.parameters(),
            row -> row.number("share"))
        .orElseThrow();
  }

  private static Percentiles times(PromptSearch search, List<String> texts, Filters filters) {
    for (String text : texts.subList(0, WARM_UP)) {
      search.search(request("some " + text, filters), 0, Recall.NEAREST);
    }
    List<Double> times = new ArrayList<>();
    for (String text : texts) {
      // Another text for each filter, so that it is embedded anew.
      String asked = text + " " + filters.values().values();
      long start = System.nanoTime();
      SearchResult result = search.search(request(asked, filters), 0, Recall.NEAREST);
      times.add((System.nanoTime() - start) / 1e6);
      assertThat(result.hits()).hasSize(Recall.NEAREST);
    }
    return Percentiles.of(times);
  }
}
