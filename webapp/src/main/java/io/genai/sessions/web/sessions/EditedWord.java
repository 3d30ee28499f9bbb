package io.genai.sessions.web.sessions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** A run of words of a prompt, and what became of it since the prompt before. */
record EditedWord(String text, Edit edit) {

  /** What became of words. */
  enum Edit {
    KEPT,
    INSERTED,
    REMOVED
  }

  /** A prompt that nothing came before. */
  static List<EditedWord> first(String text) {
    return List.of(new EditedWord(text, Edit.KEPT));
  }

  /** What changed from one prompt to the next, word by word. */
  static List<EditedWord> between(String before, String after) {
    List<String> old = List.of(before.strip().split("\\s+"));
    List<String> now = List.of(after.strip().split("\\s+"));
    List<EditedWord> runs = new ArrayList<>();
    int done = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int start = delta.getTarget().getPosition();
      add(runs, now.subList(done, start), Edit.KEPT);
      if (delta.getType() != DeltaType.INSERT) {
        add(runs, delta.getSource().getLines(), Edit.REMOVED);
      }
      add(runs, delta.getTarget().getLines(), Edit.INSERTED);
      done = start + delta.getTarget().size();
    }
    add(runs, now.subList(done, now.size()), Edit.KEPT);
    return List.copyOf(runs);
  }

  private static void add(List<EditedWord> runs, List<String> words, Edit edit) {
    if (!words.isEmpty()) {
      runs.add(new EditedWord(String.join(" ", words), edit));
    }
  }
}
