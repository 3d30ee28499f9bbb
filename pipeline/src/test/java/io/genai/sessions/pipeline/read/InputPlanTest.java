package io.genai.sessions.pipeline.read;

import static io.genai.sessions.pipeline.TestInput.part;
import static io.genai.sessions.pipeline.TestInput.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.TestMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPlanTest {
  @TempDir private Path directory;

  @Test
  void aMissingDirectoryIsTheUsersMistake() {
    assertUserFailure(
        () -> plan(directory.resolve("nowhere")),
        "nowhere is missing, empty or no directory",
        "part-*.zip",
        "metadata.parquet");
  }

  @Test
  void anEmptyDirectoryIsTheUsersMistake() {
    assertUserFailure(() -> plan(directory), "is missing, empty or no directory");
  }

  @Test
  void aDirectoryOfOtherThingsIsTheUsersMistake() throws IOException {
    write(directory.resolve("notes.txt"), new byte[1]);

    assertUserFailure(() -> plan(directory), "holds 1 files but nothing of DiffusionDB's");
  }

  @Test
  void aTableWithoutTheNeededColumnsIsRefusedWithTheirNames() throws IOException {
    Schema schema = SchemaBuilder.record("r").fields().requiredString("caption").endRecord();
    Path table = TestMetadata.write(directory.resolve("metadata.parquet"), schema, List.of());

    assertUserFailure(
        () -> plan(directory), "lacks the columns: image_name, prompt", "It has: caption");
    assertUserFailure(() -> plan(table), "lacks the columns: image_name, prompt");
  }

  @Test
  void aColumnOfAnotherTypeIsRefused() throws IOException {
    Schema schema =
        SchemaBuilder.record("r")
            .fields()
            .requiredString("image_name")
            .requiredString("prompt")
            .requiredString("seed")
            .endRecord();
    TestMetadata.write(directory.resolve("metadata.parquet"), schema, List.of());

    assertUserFailure(() -> plan(directory), "the column seed must hold number");
  }

  @Test
  void aTableThatIsNoParquetIsRefused() throws IOException {
    write(directory.resolve("metadata.parquet"), new byte[100]);

    assertUserFailure(() -> plan(directory), "cannot be read as a Parquet file");
  }

  @Test
  void aTruncatedTableIsRefused() throws IOException {
    Path table =
        TestMetadata.table().with("a.png", "a cat").writeTo(directory.resolve("metadata.parquet"));
    byte[] bytes = Files.readAllBytes(table);
    Files.write(table, Arrays.copyOf(bytes, bytes.length - 9));

    assertUserFailure(() -> plan(directory), "cannot be read as a Parquet file");
  }

  @Test
  void aFileThatIsMissingIsTheUsersMistake() {
    assertUserFailure(() -> plan(directory.resolve("metadata.parquet")), "does not exist");
    assertUserFailure(() -> plan(directory.resolve("part-000001.zip")), "does not exist");
  }

  @Test
  void aLimitBelowOneIsTheUsersMistake() {
    assertUserFailure(
        () -> InputPlan.of(directory.toString(), OptionalLong.of(0)),
        "--limit must be at least 1, but was: 0");
  }

  @Test
  void anUnknownFileSystemIsTheUsersMistake() {
    assertUserFailure(
        () -> InputPlan.of("abc://bucket/x", OptionalLong.empty()),
        "file system that is not known");
  }

  @Test
  void aSmallLimitLeavesPartsUntouched() throws IOException {
    for (int i = 1; i <= 3; i++) {
      part("p" + i, 4).zipTo(directory.resolve("images/part-00000" + i + ".zip"));
    }

    InputPlan plan = InputPlan.of(directory.toString(), OptionalLong.of(5));

    assertThat(plan.parts()).hasSize(2);
  }

  @Test
  void aSmallLimitLeavesRowGroupsUntouched() throws IOException {
    TestMetadata table = TestMetadata.table().rowGroupBytes(2_000);
    for (int i = 0; i < 1_000; i++) {
      table.with(i + ".png", "prompt " + i);
    }
    Path file = table.writeTo(directory.resolve("metadata.parquet"));

    assertThat(InputPlan.of(file.toString(), OptionalLong.of(5)).rowGroups()).hasSize(1);
    assertThat(plan(file).rowGroups()).hasSizeGreaterThan(1);
  }

  private static InputPlan plan(Path input) {
    return InputPlan.of(input.toString(), OptionalLong.empty());
  }

  private static void assertUserFailure(ThrowingCallable call, String... message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PipelineFailure.class, failure -> assertThat(failure.code()).isEqualTo(Code.USER))
        .hasMessageContainingAll(message);
  }
}
