package io.genai.sessions.models.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Which prompts are fed together: little of what is fed may be padding. */
final class PromptGroups {
  /** A row shorter than this share of the group's longest begins another group. */
  private static final double SHORTEST = 0.8;

  /** Tokens of a group, padding included: more at once makes a token no cheaper (measured). */
  private static final int LARGEST = 384;

  private PromptGroups() {}

  /**
   * Cuts a batch into groups of about the same length.
   *
   * @param rows from the longest to the shortest
   * @param length tokens that a row feeds
   * @return the same rows in the same order
   */
  static <R> List<List<R>> of(List<R> rows, ToIntFunction<R> length) {
    List<List<R>> groups = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= rows.size(); row++) {
      int longest = length.applyAsInt(rows.get(from));
      if (row == rows.size()
          || length.applyAsInt(rows.get(row)) < SHORTEST * longest
          || (row - from + 1) * longest > LARGEST) {
        groups.add(rows.subList(from, row));
        from = row;
      }
    }
    return groups;
  }
}
