package io.genai.sessions.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.read.Candidate.Origin;
import io.genai.sessions.pipeline.read.ShardJoin.Joined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShardJoinTest {
  private final List<PlacedBadRecord> badRecords = new ArrayList<>();

  @Test
  void whatThePartSaysWinsAndTheMetadataFillTheGaps() {
    Joined joined = join(List.of(part(0, 0, "a.png"), metadata(1, 5, "a.png"))).iterator().next();

    SourceRow row = joined.row().joinedWith(joined.metadata(), 12).row();

    assertThat(row.promptId()).isEqualTo(12);
    assertThat(row.prompt()).isEqualTo("part 0 row 0");
    assertThat(row.seed()).contains(1L);
    assertThat(row.userName()).contains("user");
    assertThat(row.width()).contains(512);
    assertThat(badRecords).isEmpty();
  }

  @Test
  void rowsThatOnlyOneSideHasComeOutAsTheyAre() {
    assertThat(join(List.of(metadata(1, 0, "m.png"), part(0, 0, "p.png"))))
        .extracting(joined -> joined.row().imageName())
        .containsExactly("p.png", "m.png");
  }

  @Test
  void ofANameThatOccursTwiceTheFirstIsKeptAndBothPlacesAreNamed() {
    Collection<Joined> joined = join(List.of(part(1, 0, "a.png"), part(0, 7, "a.png")));

    assertThat(joined)
        .singleElement()
        .extracting(one -> one.row().place())
        .isEqualTo(new Place(0, 7));
    assertThat(badRecords)
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.record().source()).isEqualTo("part 1 row 0");
              assertThat(bad.record().reason()).contains("part 0 row 7", "part 1 row 0");
            });
  }

  @Test
  void aSecondMetadataRowOfAJoinedNameIsADuplicateOfTheFirst() {
    Collection<Joined> joined =
        join(List.of(part(0, 0, "a.png"), metadata(1, 1, "a.png"), metadata(1, 2, "a.png")));

    assertThat(joined)
        .singleElement()
        .extracting(one -> one.metadata().orElseThrow().place())
        .isEqualTo(new Place(1, 1));
    assertThat(badRecords)
        .singleElement()
        .extracting(bad -> bad.record().reason())
        .asString()
        .contains("first at metadata 1 row 1, again at metadata 1 row 2");
  }

  @Test
  void theOrderOfArrivalChangesNothing() {
    List<Candidate> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(part(i % 3, i, "image" + i % 17));
      rows.add(metadata(3, i, "image" + i % 23));
    }
    List<Joined> expected = List.copyOf(join(rows));
    List<PlacedBadRecord> expectedBad = List.copyOf(badRecords);

    for (int seed = 0; seed < 20; seed++) {
      badRecords.clear();
      Collections.shuffle(rows, new Random(seed));

      assertThat(join(rows)).containsExactlyElementsOf(expected);
      assertThat(badRecords).isEqualTo(expectedBad);
    }
  }

  private Collection<Joined> join(List<Candidate> rows) {
    return ShardJoin.join(rows, badRecords::add);
  }

  private static Candidate part(int file, long row, String imageName) {
    return row(new Place(file, row), Origin.PART, imageName, Optional.of(1L), Optional.empty());
  }

  private static Candidate metadata(int file, long row, String imageName) {
    return row(
        new Place(file, row), Origin.METADATA, imageName, Optional.of(2L), Optional.of("user"));
  }

  private static Candidate row(
      Place place, Origin origin, String imageName, Optional<Long> seed, Optional<String> user) {
    String source =
        (origin == Origin.PART ? "part " : "metadata ") + place.file() + " row " + place.row();
    return new Candidate(
        place,
        origin,
        source,
        imageName,
        source,
        seed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        user.map(any -> 512),
        Optional.empty(),
        user,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
