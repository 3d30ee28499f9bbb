package io.genai.sessions.models.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import org.junit.jupiter.api.Test;

class LabelVocabularyTest {
  @Test
  void listsTheValuesOfEachLabelInOrder() {
    LabelVocabulary vocabulary = LabelVocabulary.standard();
    assertThat(vocabulary.values().keySet())
        .containsExactly("subject", "art_style", "mood", "setting", "lighting");
    assertThat(vocabulary.of("mood"))
        .containsExactly(
            "dark",
            "cheerful",
            "mysterious",
            "epic",
            "serene",
            "romantic",
            "melancholic",
            "whimsical",
            "neutral");
  }

  @Test
  void refusesWhatIsNotInTheVocabulary() {
    assertThatThrownBy(() -> new PromptLabels("person", "oil", "dark", "city", "neon", 3, false))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("art_style must be one of photorealistic")
        .hasMessageContaining("but was: oil");
    assertThatThrownBy(() -> new PromptLabels("person", "anime", "dark", "city", "neon", 6, false))
        .isInstanceOf(ModelException.class)
        .hasMessage("complexity_score must be in 1..5, but was: 6");
    assertThatThrownBy(() -> LabelVocabulary.standard().of("colour"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("label must be one of subject");
  }

  @Test
  void everyValueHasAPrototype() {
    LabelDefinitions.standard()
        .labels()
        .forEach(
            (name, label) ->
                assertThat(label.prototypes())
                    .as(name)
                    .allSatisfy((value, prototypes) -> assertThat(prototypes).isNotEmpty()));
  }
}
