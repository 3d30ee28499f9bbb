package io.genai.sessions.pipeline.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SyntheticRowsTest {
  private static final int ROWS = 40_500;
  private static List<SyntheticRow> rows;

  @BeforeAll
  static void makeRows() {
    rows = all(new SyntheticRows(ROWS, 7));
  }

  private static List<SyntheticRow> all(SyntheticRows table) {
    return IntStream.range(0, table.blocks()).mapToObj(table::block).flatMap(List::stream).toList();
  }

  @Test
  void thereAreAsManyRowsAsAskedForWithNamesOfTheirOwn() {
    assertThat(rows).hasSize(ROWS);
    assertThat(rows.stream().map(SyntheticRow::imageName)).doesNotHaveDuplicates();
  }

  @Test
  void aBlockDependsOnTheSeedAndItsNumberOnly() {
    SyntheticRows again = new SyntheticRows(ROWS, 7);

    assertThat(again.block(3)).isEqualTo(rows.subList(30_000, 40_000));
    assertThat(new SyntheticRows(ROWS, 8).block(3)).isNotEqualTo(again.block(3));
  }

  @Test
  void aFewUsersMakeMostRows() {
    List<Long> activity =
        rows.stream()
            .filter(row -> !row.userName().equals("deleted_account"))
            .collect(Collectors.groupingBy(SyntheticRow::userName, Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();

    assertThat(activity.size()).isBetween(190, 202);
    double topTenth = activity.stream().limit(activity.size() / 10).mapToLong(n -> n).sum();
    // 0.1 to the power of 0.4.
    assertThat(topTenth / ROWS).isBetween(0.34, 0.46);
  }

  @Test
  void promptsRecur() {
    Map<String, Long> texts =
        rows.stream().collect(Collectors.groupingBy(SyntheticRow::prompt, Collectors.counting()));

    assertThat((double) texts.size() / ROWS).isBetween(0.6, 0.9);
  }

  @Test
  void theDatasetsOdditiesOccur() {
    assertThat(rows).anyMatch(row -> row.userName().equals("deleted_account"));
    assertThat(rows).anyMatch(row -> row.timestampMillis().isEmpty());
    assertThat(rows).anyMatch(row -> row.imageNsfw() == 2);
  }
}
