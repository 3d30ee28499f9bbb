package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PromptGroupsTest {
  private static List<List<Integer>> groups(List<Integer> lengths) {
    return PromptGroups.of(lengths, Integer::intValue);
  }

  @Test
  void rowsOfAboutTheSameLengthAreFedTogether() {
    assertThat(groups(List.of(20, 19, 18, 17))).containsExactly(List.of(20, 19, 18, 17));
  }

  @Test
  void aGroupEndsWherePaddingWouldCostMoreThanAStep() {
    assertThat(groups(List.of(30, 17))).hasSize(1);
    assertThat(groups(List.of(30, 15))).hasSize(2);
    assertThat(groups(List.of(90, 85, 20, 18))).containsExactly(List.of(90, 85), List.of(20, 18));
  }

  @Test
  void aRowTooLongForAnyGroupIsFedAlone() {
    assertThat(groups(List.of(900, 880, 3)))
        .containsExactly(List.of(900), List.of(880), List.of(3));
  }

  @Test
  void aLargeBatchIsFedInSeveralSteps() {
    List<List<Integer>> groups = groups(Collections.nCopies(12, 40));
    assertThat(groups).hasSize(3).allMatch(group -> group.size() <= 5);
  }

  @Property
  void everyRowIsFedOnceInItsOrder(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 500) Integer> lengths) {
    List<Integer> sorted = lengths.stream().sorted(Comparator.reverseOrder()).toList();
    List<List<Integer>> groups = groups(sorted);
    assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(sorted);
    assertThat(groups).allMatch(group -> group.size() == 1 || group.size() * group.get(0) <= 200);
  }
}
