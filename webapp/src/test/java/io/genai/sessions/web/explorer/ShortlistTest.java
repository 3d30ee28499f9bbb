package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.IndexedWarehouse;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortlistTest {
  @TempDir private static Path directory;

  private static QueryEmbedder embedder;
  private static WebServices plain;
  private static WebServices indexed;

  @BeforeAll
  static void open() {
    embedder = new QueryEmbedder();
    plain = WebServices.overShared();
    indexed = WebServices.over(IndexedWarehouse.ofShared(directory));
  }

  @AfterAll
  static void close() {
    indexed.close();
    plain.close();
    embedder.close();
  }

  private static SearchResult search(WebServices services, Likeness likeness, Filters filters) {
    SearchRequest request =
        new SearchRequest(likeness, filters, Optional.empty(), Optional.empty(), false);
    return TestSearch.over(services, embedder).search(request, 0, 12);
  }

  private static List<Long> ids(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::promptId).toList();
  }

  @Test
  void onlyALargeWarehouseNeedsOne() {
    try (var small = plain.warehouse().lease();
        var large = indexed.warehouse().lease()) {
      assertThat(new Shortlist().serves(small, Likeness.Space.TEXT)).isFalse();
      assertThat(new Shortlist().serves(large, Likeness.Space.TEXT)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a spaceman on a pony", "soup", "ruins under water, dark"})
  void itFindsWhatTheComparisonWithAllFinds(String text) {
    for (Filters filters :
        List.of(Filters.NONE, Filters.NONE.with("art_style", "anime").with("user_tier", "free"))) {
      SearchResult exact = search(plain, new Likeness.Meaning(text), filters);

      assertThat(ids(search(indexed, new Likeness.Meaning(text), filters))).isEqualTo(ids(exact));
    }
  }

  @Test
  void itServesMoreLikeThisInBothSpaces() {
    for (Likeness.Space space : Likeness.Space.values()) {
      Likeness likeness = new Likeness.ToPrompt(10, space);

      assertThat(ids(search(indexed, likeness, Filters.NONE)))
          .isEqualTo(ids(search(plain, likeness, Filters.NONE)))
          .doesNotContain(10L);
    }
  }

  @Test
  void filtersThatNothingPassesFindNothing() {
    Filters none =
        Filters.NONE.between(
            Optional.of(LocalDate.of(1999, 1, 1)), Optional.of(LocalDate.of(1999, 1, 2)));

    assertThat(search(indexed, new Likeness.Meaning("a fox"), none).total()).isZero();
  }
}
