package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.clip.EmbeddedClip;
import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTest {
  private static final String TEXT = "a castle on a hill";

  @TempDir private static Path directory;

  private static QueryEmbedder embedder;
  private static WebServices services;
  private static PromptSearch search;

  /** The image of prompt 10 looks exactly as the text says. */
  @BeforeAll
  static void open() {
    String look;
    try (ClipModel clip = EmbeddedClip.shared()) {
      look = Arrays.toString(clip.embedText(TEXT));
    }
    embedder = new QueryEmbedder();
    services =
        WebServices.over(
            SmallWarehouse.build(
                    directory,
                    60,
                    List.of(
                        "UPDATE prompts SET clip_model = '%s'".formatted(EmbeddedClip.ID),
                        "UPDATE prompts SET image_embedding = '%s'::FLOAT[] WHERE prompt_id = 10"
                            .formatted(look)))
                .file());
    search = TestSearch.over(services, embedder);
  }

  @AfterAll
  static void close() {
    services.close();
    embedder.close();
  }

  private static SearchResult search(Likeness likeness) {
    return search.search(
        new SearchRequest(likeness, Filters.NONE, Optional.empty(), Optional.empty(), true), 0, 5);
  }

  @Test
  void typedTextIsComparedWithImages() {
    SearchResult.Hit best = search(new Likeness.Look(TEXT)).hits().get(0);

    assertThat(best.promptId()).isEqualTo(10);
    assertThat(best.similarity().orElseThrow()).isCloseTo(1, within(1e-4));
  }

  @Test
  void aTextOfWhichTheModelKnowsNoWordLooksLikeNothing() {
    assertThat(search(new Likeness.Look("qqqqzzzz")).total()).isZero();
  }

  @Test
  void itIsOfferedWhereImagesWereEmbedded() {
    assertThat(search.findsByLook()).isTrue();
  }
}
