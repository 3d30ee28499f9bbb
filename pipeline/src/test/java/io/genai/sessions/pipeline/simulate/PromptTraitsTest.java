package io.genai.sessions.pipeline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTraitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a Nude in oil", "gore, horror", "nsfw", "portrait,naked"})
  void keywordsAreFoundAsWords(String prompt) {
    assertThat(PromptTraits.hasNsfwKeyword(prompt)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a gorgeous essex landscape", "denuded hills", "", "森の中の猫"})
  void partsOfOtherWordsAreNot(String prompt) {
    assertThat(PromptTraits.hasNsfwKeyword(prompt)).isFalse();
  }

  @Test
  void reTriesOfAnIdeaShareItsFirstEightWords() {
    assertThat(PromptTraits.idea("A lone astronaut walking on the red dunes, oil painting"))
        .isEqualTo(PromptTraits.idea("a lone astronaut  walking on the red dunes, neon, 8k"))
        .isEqualTo("a lone astronaut walking on the red dunes,");
  }
}
