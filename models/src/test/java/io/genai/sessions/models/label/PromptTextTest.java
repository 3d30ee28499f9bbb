package io.genai.sessions.models.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTextTest {
  @Test
  void clausesEndAtPunctuationAndEmptyOnesAreDropped() {
    assertThat(PromptText.of("A cat, , sitting. (8k!)").clauses())
        .containsExactly(List.of("a", "cat"), List.of("sitting"), List.of("8k"));
  }

  @Test
  void joinsWhatATokeniserToreApart() {
    assertThat(PromptText.of("1 9 8 0 s photo, 3 5 mm, 3 d, f 1. 8, close - up").clauses())
        .containsExactly(
            List.of("1980s", "photo"),
            List.of("35mm"),
            List.of("3d"),
            List.of("f", "1"),
            List.of("8"),
            List.of("closeup"));
  }

  @Test
  void initialsEndNoClause() {
    assertThat(PromptText.of("by h. r. giger, j. doe. blue").clauses())
        .containsExactly(List.of("by", "h", "r", "giger"), List.of("j", "doe"), List.of("blue"));
  }

  @Test
  void joinsSpelledOutWords() {
    assertThat(PromptText.of("n u d e art").clauses()).containsExactly(List.of("nude", "art"));
    assertThat(PromptText.of("i a m i").clauses()).containsExactly(List.of("iami"));
    assertThat(PromptText.of("d & d").clauses()).containsExactly(List.of("d", "and", "d"));
  }

  @Test
  void accentsDoNotMatter() {
    assertThat(PromptText.of("Mœbius, Białowieża, Ünïcode").clauses())
        .containsExactly(List.of("moebius"), List.of("bialowieza"), List.of("unicode"));
  }

  @Test
  void readsABoundedPartOfAnEndlessText() {
    assertThat(PromptText.of("word ".repeat(1_000_000)).wordCount()).isEqualTo(4_000);
  }
}
