package io.genai.sessions.pipeline.read;

import static io.genai.sessions.pipeline.TestInput.part;
import static io.genai.sessions.pipeline.TestInput.png;
import static io.genai.sessions.pipeline.TestInput.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.TestInput;
import io.genai.sessions.pipeline.parts.PartFile;
import io.genai.sessions.pipeline.parts.PartFile.Kind;
import io.genai.sessions.pipeline.records.BadRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReaderTest {
  private static final int FILE = 3;

  @TempDir private Path directory;

  @Test
  void rowsStandInTheOrderOfTheJson() throws IOException {
    PartContents contents = readZip(part().with("z.png", "last name").with("a.png", "first name"));

    assertThat(contents.badRecords()).isEmpty();
    assertThat(contents.entries()).isEqualTo(2);
    assertThat(contents.rows()).extracting(Candidate::imageName).containsExactly("z.png", "a.png");
    assertThat(contents.rows())
        .extracting(Candidate::place)
        .containsExactly(new Place(FILE, 0), new Place(FILE, 1));
  }

  @Test
  void aRowSaysHowItsImageWasMadeAndWhereItLies() throws IOException {
    Candidate row = readZip(part().with("a.png", "a cat")).rows().get(0);

    assertThat(row.prompt()).isEqualTo("a cat");
    assertThat(row.seed()).contains(4242L);
    assertThat(row.step()).contains(50);
    assertThat(row.cfg()).contains(7.5);
    assertThat(row.sampler()).contains("k_lms");
    assertThat(row.image().orElseThrow().source()).isEqualTo("part-000001.zip!/a.png");
  }

  @Test
  void anUnpackedPartReadsLikeItsArchive() throws IOException {
    part("a", 3).unpackTo(directory.resolve("part-000001"));

    PartContents unpacked =
        PartReader.read(FILE, new PartFile("part-000001", at("part-000001"), Kind.FOLDER));

    assertThat(unpacked.badRecords()).isEmpty();
    assertThat(unpacked.rows())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("image", "source")
        .isEqualTo(readZip(part("a", 3)).rows());
    assertThat(unpacked.rows().get(0).source()).isEqualTo("part-000001/a-0.png");
  }

  @Test
  void anArchiveThatWasRenamedKeepsItsRows() throws IOException {
    assertThat(read(part("a", 2).zip("part-000777.json")).rows()).hasSize(2);
  }

  @Test
  void anArchiveThatWasPackedAsAFolderKeepsItsRowsAndImages() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("part-000001/part-000001.json", part().named("a.png", "a cat").json());
    files.put("part-000001/a.png", png(8, 8));
    files.put("__MACOSX/part-000001/._a.png", new byte[4]);
    files.put("part-000001/.DS_Store", new byte[4]);

    PartContents contents = read(TestInput.zip(files));

    assertThat(contents.badRecords()).isEmpty();
    assertThat(contents.rows()).singleElement().extracting(Candidate::imageName).isEqualTo("a.png");
    assertThat(contents.rows().get(0).image()).isPresent();
  }

  @Test
  void promptsOfAnyLanguageAndOfTenThousandWordsSurvive() throws IOException {
    String japanese = "雪の中の富士山、浮世絵 🗻 \"北斎\"\nスタイル";
    String long10k = "word ".repeat(10_000);

    PartContents contents = readZip(part().with("a.png", japanese).with("b.png", long10k));

    assertThat(contents.rows()).extracting(Candidate::prompt).containsExactly(japanese, long10k);
  }

  @Test
  void anEmptyPromptCostsItsRow() throws IOException {
    PartContents contents =
        readZip(
            part()
                .with("a.png", "   ")
                .with("b.png", "kept")
                .json("\"c.png\": {\"se\": 1}")
                .file("c.png", png(8, 8))
                .json("\"d.png\": \"text\"")
                .file("d.png", png(8, 8)));

    assertThat(contents.rows()).extracting(Candidate::imageName).containsExactly("b.png");
    assertThat(contents.entries()).isEqualTo(4);
    assertThat(reasons(contents)).containsOnly("The prompt is empty").hasSize(3);
    assertThat(contents.badRecords().get(0).record().source()).isEqualTo("part-000001.zip!/a.png");
    assertThat(contents.badRecords().get(0).record().step()).isEqualTo("ReadDiffusionDb");
  }

  @Test
  void aRowWhoseImageIsMissingIsKeptWithoutIt() throws IOException {
    PartContents contents = readZip(part().named("a.png", "a cat").with("b.png", "a dog"));

    assertThat(contents.rows())
        .extracting(row -> row.image().isPresent())
        .containsExactly(false, true);
    assertThat(contents.badRecords())
        .singleElement()
        .extracting(PlacedBadRecord::record)
        .isEqualTo(
            new BadRecord(
                "part-000001.zip!/a.png",
                "ReadDiffusionDb",
                "The image is missing from the part",
                "Find it; the row is kept without it"));
  }

  @Test
  void anImageThatTheJsonDoesNotNameIsTold() throws IOException {
    PartContents contents = readZip(part("a", 1).file("stray.png", png(8, 8)));

    assertThat(contents.rows()).hasSize(1);
    assertThat(contents.badRecords())
        .singleElement()
        .extracting(bad -> bad.record().source())
        .isEqualTo("part-000001.zip!/stray.png");
  }

  @Test
  void aParameterThatIsNoNumberIsLeftOutAndTold() throws IOException {
    PartContents contents =
        readZip(
            part()
                .json(
                    "\"a.png\": {\"p\": \"a cat\", \"se\": \"abc\", \"st\": \"30\", \"c\": null,"
                        + " \"sa\": \"dpm++\"}")
                .file("a.png", png(8, 8)));

    Candidate row = contents.rows().get(0);
    assertThat(row.seed()).isEmpty();
    assertThat(row.step()).contains(30);
    assertThat(row.cfg()).isEmpty();
    assertThat(row.sampler()).contains("others");
    assertThat(reasons(contents)).containsExactly("Not a number: \"se\": \"abc\"");
  }

  @Test
  void malformedJsonCostsOnlyTheRowsBehindTheDamage() throws IOException {
    PartContents contents =
        readZip(
            part().with("a.png", "kept").json("\"b.png\": {\"p\": oops}").with("c.png", "lost"));

    assertThat(contents.rows()).extracting(Candidate::prompt).containsExactly("kept");
    assertThat(contents.badRecords())
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.record().source()).isEqualTo("part-000001.zip!/part-000001.json");
              assertThat(bad.record().reason()).contains("malformed at line 1, column");
              assertThat(bad.record().attempted())
                  .contains("the 1 rows before the damage are kept");
            });
  }

  @Test
  void jsonThatIsNoJsonOrNoObjectIsOneBadRecord() throws IOException {
    for (String json : List.of("", "this is not JSON", "[1, 2]", "\"text\"", "{\"a.png\"")) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("part-000001.json", json.getBytes(StandardCharsets.UTF_8));
      files.put("a.png", png(8, 8));

      PartContents contents = read(TestInput.zip(files));

      assertThat(contents.rows()).as(json).isEmpty();
      assertThat(contents.badRecords()).as(json).hasSize(1);
    }
  }

  @Test
  void aPartWithoutItsJsonIsOneBadRecord() throws IOException {
    PartContents contents = read(TestInput.zip(Map.of("a.png", png(8, 8), "b.png", png(8, 8))));

    assertThat(contents.rows()).isEmpty();
    assertThat(reasons(contents)).containsExactly("The part has no part-000001.json");
    assertThat(contents.badRecords().get(0).record().attempted()).contains("2 files");
  }

  @Test
  void anArchiveTruncatedAnywhereIsToldAndNeverThrows() throws IOException {
    byte[] whole = part("a", 2).zip("part-000001.json");

    for (int length = 0; length < whole.length; length++) {
      PartContents contents = read(Arrays.copyOf(whole, length));

      assertThat(contents.badRecords()).as("truncated to " + length + " bytes").isNotEmpty();
    }
  }

  @Test
  void aByteFlippedAnywhereNeverThrowsNorChangesAPrompt() throws IOException {
    byte[] whole = part("a", 2).zip("part-000001.json");

    for (int position = 0; position < whole.length; position++) {
      byte[] flipped = whole.clone();
      flipped[position] ^= 0x41;

      PartContents contents = read(flipped);

      assertThat(contents.rows())
          .as("flipped byte " + position)
          .extracting(Candidate::prompt)
          .isSubsetOf("prompt 0 of a", "prompt 1 of a");
    }
  }

  @Test
  void hostileNamesAreReadButLeadNowhere() throws IOException {
    PartContents contents = readZip(part().with("../x.png", "a cat"));

    assertThat(contents.rows())
        .singleElement()
        .extracting(Candidate::imageName)
        .isEqualTo("../x.png");
  }

  @Test
  void aPartThatIsGoneStopsTheRun() {
    PartFile gone = new PartFile("part-000001.zip", at("part-000001.zip"), Kind.ZIP);

    assertThatThrownBy(() -> PartReader.read(FILE, gone))
        .isInstanceOfSatisfying(
            PipelineFailure.class, failure -> assertThat(failure.code()).isEqualTo(Code.RESOURCE))
        .hasMessageContaining("Cannot reach the part " + at("part-000001.zip"));
  }

  private static List<String> reasons(PartContents contents) {
    return contents.badRecords().stream().map(bad -> bad.record().reason()).toList();
  }

  private PartContents readZip(TestInput.Part part) throws IOException {
    return read(part.zip("part-000001.json"));
  }

  private PartContents read(byte[] zip) throws IOException {
    write(directory.resolve("part-000001.zip"), zip);
    return PartReader.read(FILE, new PartFile("part-000001.zip", at("part-000001.zip"), Kind.ZIP));
  }

  private String at(String name) {
    return directory.resolve(name).toString();
  }
}
