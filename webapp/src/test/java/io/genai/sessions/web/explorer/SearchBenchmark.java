package io.genai.sessions.web.explorer;

import io.genai.sessions.web.BenchmarkWarehouse;
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
 * How long a search takes from its text to rows and figures, and how many of the twelve nearest it
 * finds.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=SearchBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false [-Dbenchmark.warehouse=FILE]}
 */
class SearchBenchmark {
  private static final int TEXTS = 100;

  private static final Map<String, Filters> FILTERS = new LinkedHashMap<>();

  static {
    FILTERS.put("no filter", Filters.NONE);
    FILTERS.put("one style", Filters.NONE.with("art_style", "anime"));
    FILTERS.put("tier and status", Filters.NONE.with("user_tier", "pro").with("status", "success"));
    FILTERS.put(
        "style, mood, tier",
        Filters.NONE.with("art_style", "sketch").with("mood", "dark").with("user_tier", "pro"));
  }

  @Test
  void textToRowsAndFigures() {
    Path file = BenchmarkWarehouse.file();
    QueryEmbedder embedder = new QueryEmbedder();
    try (WebServices services = WebServices.over(file)) {
      PromptSearch search = TestSearch.over(services, embedder);
      List<String> texts = texts(services);
      long prompts = services.warehouse().info().prompts();
      for (int round = 0; round < 2; round++) {
        for (Map.Entry<String, Filters> filter : FILTERS.entrySet()) {
          List<Double> times = new ArrayList<>();
          for (String text : texts) {
            // Another text in each round, so that it is embedded again.
            String asked = text + (round == 0 ? "" : " " + filter.getKey());
            long start = System.nanoTime();
            search(search, asked, filter.getValue());
            times.add((System.nanoTime() - start) / 1e6);
          }
          if (round > 0) {
            System.out.printf("%s: %s%n", filter.getKey(), Percentiles.of(times));
            System.out.printf(
                "| P8 | search of %,d prompts, %s, p95 | %.0f ms | %s |%n",
                prompts,
                filter.getKey(),
                Percentiles.of(times).p95(),
                prompts > 50_000 ? "≤ 60 ms" : "≤ 30 ms");
          }
        }
      }
      Recall recall = new Recall(services, embedder, search, texts);
      for (Map.Entry<String, Filters> filter : FILTERS.entrySet()) {
        System.out.printf("%s: recall@12 %.4f%n", filter.getKey(), recall.of(filter.getValue()));
      }
    } finally {
      embedder.close();
    }
  }

  private static SearchResult search(PromptSearch search, String text, Filters filters) {
    return search.search(
        new SearchRequest(
            new Likeness.Meaning(text), filters, Optional.empty(), Optional.empty(), false),
        0,
        Recall.NEAREST);
  }

  /** People type a few words; these are the beginnings of prompts. */
  private static List<String> texts(WebServices services) {
    return services
        .warehouse()
        .query(
            """
            SELECT array_to_string(string_split(prompt_text, ' ')[1:6], ' ') AS words
            FROM dim_prompts
            ORDER BY hash(prompt_id)
            LIMIT ?
            """,
            List.of(TEXTS),
            row -> row.text("words"));
  }
}
