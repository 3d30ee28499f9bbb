package io.genai.sessions.web.sessions;

import static io.genai.sessions.web.sessions.EditedWord.Edit.INSERTED;
import static io.genai.sessions.web.sessions.EditedWord.Edit.KEPT;
import static io.genai.sessions.web.sessions.EditedWord.Edit.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditedWordTest {

  @Test
  void changedAddedAndRemovedWordsAreMarked() {
    assertThat(EditedWord.between("a red fox in snow", "a blue fox in deep snow"))
        .containsExactly(
            new EditedWord("a", KEPT),
            new EditedWord("red", REMOVED),
            new EditedWord("blue", INSERTED),
            new EditedWord("fox in", KEPT),
            new EditedWord("deep", INSERTED),
            new EditedWord("snow", KEPT));
  }

  @Test
  void theSamePromptAgainIsOneRun() {
    assertThat(EditedWord.between("a  red fox", "a red fox"))
        .containsExactly(new EditedWord("a red fox", KEPT));
  }

  @Test
  void keptAndInsertedWordsGiveTheNewPrompt() {
    assertThat(
            EditedWord.between("one two three four", "zero two four five").stream()
                .filter(word -> word.edit() != REMOVED)
                .map(EditedWord::text))
        .containsExactly("zero", "two", "four", "five");
  }
}
