package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WarehousePromptSearchTest {
  private static WebServices services;
  private static QueryEmbedder embedder;
  private static PromptSearch search;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
    embedder = new QueryEmbedder();
    search = TestSearch.over(services, embedder);
  }

  @AfterAll
  static void close() {
    embedder.close();
    services.close();
  }

  private static SearchRequest request(Likeness likeness, Filters filters) {
    return new SearchRequest(likeness, filters, Optional.empty(), Optional.empty(), false);
  }

  @Test
  void aQuestionInOtherWordsFindsWhatItMeans() {
    SearchResult result =
        search.search(request(new Likeness.Meaning("a spaceman on a pony"), Filters.NONE), 0, 12);

    assertThat(result.hits()).hasSize(12);
    assertThat(result.hits()).allMatch(hit -> hit.text().contains("astronaut"));
    assertThat(result.hits())
        .isSortedAccordingTo((a, b) -> Double.compare(b.similarity().get(), a.similarity().get()));
  }

  @Test
  void filtersHoldBeforeTheRankingSoThatKRowsComeWhereKExist() {
    Filters rare = Filters.NONE.with("art_style", "pixel art").with("user_tier", "free");
    double exist =
        services
            .warehouse()
            .queryOne(
                "SELECT count(*) AS n FROM dim_prompts JOIN fct_generations USING (prompt_id)"
                    + " JOIN dim_users USING (user_id)"
                    + " WHERE art_style = 'pixel art' AND user_tier = 'free' AND image_nsfw < 2"
                    + " AND NOT has_nsfw_intent",
                List.of(),
                row -> row.number("n"))
            .orElseThrow();

    SearchResult result =
        search.search(request(new Likeness.Meaning("quarterly tax report"), rare), 0, 12);

    assertThat(result.hits()).hasSize((int) Math.min(12, exist));
    assertThat(result.hits()).allMatch(hit -> hit.artStyle().equals(Optional.of("pixel art")));
  }

  @Test
  void pagesFollowEachOtherWithoutRepeating() {
    SearchRequest request = request(new Likeness.Newest(), Filters.NONE);
    List<Long> first =
        search.search(request, 0, 24).hits().stream().map(SearchResult.Hit::promptId).toList();
    List<Long> second =
        search.search(request, 24, 24).hits().stream().map(SearchResult.Hit::promptId).toList();

    assertThat(first).hasSize(24).doesNotContainAnyElementsOf(second);
  }

  @Test
  void theNewestAreInOneOrderWhereverTheListEnds() {
    for (Filters filters : List.of(Filters.NONE, Filters.NONE.with("art_style", "anime"))) {
      SearchRequest request =
          new SearchRequest(
              new Likeness.Newest(), filters, Optional.empty(), Optional.empty(), true);
      List<Long> expected =
          services
              .warehouse()
              .query(
                  "SELECT prompt_id FROM dim_prompts JOIN fct_generations USING (prompt_id)"
                      + (filters.isEmpty() ? "" : " WHERE art_style = 'anime'")
                      + " GROUP BY prompt_id ORDER BY max(timestamp) DESC, prompt_id",
                  List.of(),
                  row -> row.whole("prompt_id"));
      List<Long> found = new ArrayList<>();
      for (int offset = 0; offset < expected.size(); offset += 72) {
        search.search(request, offset, 72).hits().forEach(hit -> found.add(hit.promptId()));
      }

      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void sensitivePromptsAreHiddenUntilAskedFor() {
    SearchResult hidden = search.search(request(new Likeness.Newest(), Filters.NONE), 0, 600);
    SearchResult all =
        search.search(
            new SearchRequest(
                new Likeness.Newest(), Filters.NONE, Optional.empty(), Optional.empty(), true),
            0,
            600);

    assertThat(hidden.hits()).noneMatch(SearchResult.Hit::sensitive);
    assertThat(all.total()).isEqualTo(600).isGreaterThan(hidden.total());
  }

  @Test
  void moreLikeThisLeavesThePromptItselfOut() {
    SearchResult result =
        search.search(request(new Likeness.ToPrompt(10, Likeness.Space.TEXT), Filters.NONE), 0, 12);

    assertThat(result.hits()).isNotEmpty().noneMatch(hit -> hit.promptId() == 10);
  }

  @Test
  void moreLikeThisByLookUsesTheImage() {
    SearchResult result =
        search.search(request(new Likeness.ToPrompt(10, Likeness.Space.IMAGE), Filters.NONE), 0, 3);

    assertThat(result.hits()).hasSize(3);
  }

  @Test
  void anUnknownPromptIsLikeNothing() {
    SearchResult result =
        search.search(request(new Likeness.ToPrompt(-5, Likeness.Space.TEXT), Filters.NONE), 0, 12);

    assertThat(result.total()).isZero();
    assertThat(result.hits()).isEmpty();
  }

  @Test
  void insightsAreAboutTheWholeResultSet() {
    Filters anime = Filters.NONE.with("art_style", "anime");
    SearchResult result = search.search(request(new Likeness.Newest(), anime), 0, 1);
    double errorRate =
        services
            .warehouse()
            .queryOne(
                "SELECT avg((status <> 'success')::INT) AS rate FROM fct_generations"
                    + " JOIN dim_prompts USING (prompt_id)"
                    + " WHERE art_style = 'anime' AND image_nsfw < 2 AND NOT has_nsfw_intent",
                List.of(),
                row -> row.number("rate"))
            .orElseThrow();

    assertThat(result.insights().get(0).found().orElseThrow())
        .isCloseTo(errorRate, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(result.style())
        .hasValueSatisfying(
            style -> {
              assertThat(style.name()).isEqualTo("anime");
              assertThat(style.found()).isEqualTo(1);
            });
  }

  @Test
  void quotesInAQuestionAreOnlyText() {
    assertThat(
            search
                .search(request(new Likeness.Meaning("'; DROP TABLE x; --"), Filters.NONE), 0, 12)
                .hits())
        .hasSize(12);
  }
}
