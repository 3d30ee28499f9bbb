package io.genai.sessions.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmEmbedderTest {
  /** What quantisation may cost against the published fp32 values. */
  private static final Offset<Double> QUANTISATION = within(0.05);

  private static TextEmbedder embedder;

  @BeforeAll
  static void open() {
    embedder = MiniLmEmbedder.shared();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void reproducesTheSimilaritiesOfSentenceTransformersReadme() throws IOException {
    JsonNode parity = SharedMaterial.parity("minilm_1");
    assertCosines(parity.path("sentences"), parity.path("sentences"), parity.path("cosine"));
  }

  @Test
  void reproducesTheSimilaritiesOfSentenceTransformersManual() throws IOException {
    JsonNode parity = SharedMaterial.parity("minilm_2");
    assertCosines(parity.path("a"), parity.path("b"), parity.path("cosine"));
  }

  @Test
  void ranksAParaphraseAboveAnUnrelatedSentence() {
    float[] prompt = embedder.embed("a cat sitting on a windowsill, oil painting");
    assertThat(Vectors.dot(prompt, embedder.embed("painting of a kitten by the window")))
        .isGreaterThan(Vectors.dot(prompt, embedder.embed("a rocket launch at night")) + 0.3);
  }

  @Test
  void everyVectorHas384DimensionsAndLengthOne() {
    for (float[] vector : embedder.embed(List.of("", "a", "portrait of a woman, 8k"))) {
      assertThat(vector).hasSize(embedder.dimensions()).hasSize(384);
      assertThat(Vectors.dot(vector, vector)).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void aTextsVectorDoesNotDependOnItsNeighbours() {
    List<String> texts = new ArrayList<>(IntStream.range(0, 40).mapToObj(this::prompt).toList());
    List<float[]> together = embedder.embed(texts);
    Collections.reverse(texts);
    List<float[]> reversed = embedder.embed(texts);
    Collections.reverse(reversed);
    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i)).isEqualTo(reversed.get(i)).isEqualTo(embedder.embed(prompt(i)));
    }
  }

  @Test
  void cutsATextOffAt256WordPieces() {
    String filling = "dragon ".repeat(254);
    assertThat(embedder.embed(filling + "castle")).isEqualTo(embedder.embed(filling));
    assertThat(embedder.embed("dragon ".repeat(253) + "castle"))
        .isNotEqualTo(embedder.embed(filling));
  }

  @Test
  void takesTextsThatAreNotWellFormed() {
    assertThat(embedder.embed("half a pair \uD83D here"))
        .isEqualTo(embedder.embed("half a pair ? here"));
    assertThat(embedder.embed("nul \u0000 and emoji \uD83D\uDE00")).hasSize(384);
  }

  @Test
  void embedsNothingAsNothing() {
    assertThat(embedder.embed(List.of())).isEmpty();
  }

  @Test
  void outlivesOneOfItsHoldersAndRefusesThatHolder() {
    TextEmbedder other = MiniLmEmbedder.shared();
    other.close();
    other.close();
    assertThat(embedder.embed("still here")).hasSize(384);
    assertThatThrownBy(() -> other.embed("gone"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.INTERNAL))
        .hasMessageContaining("closed");
  }

  @Test
  void refusesAFileThatIsNoGraph(@TempDir Path directory) throws IOException {
    Path graph = Files.writeString(directory.resolve("model.onnx"), "not a graph");
    Path tokenizer = Files.writeString(directory.resolve("tokenizer.json"), "{}");
    assertThatThrownBy(
            () -> MiniLmEmbedder.open("broken", graph, tokenizer, InferenceThreads.allCores()))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.DATA))
        .hasMessageContaining("broken");
  }

  @Test
  void refusesLessThanOneThread() {
    assertThatThrownBy(() -> new InferenceThreads(0))
        .isInstanceOf(ModelException.class)
        .hasMessage("The number of inference threads must be at least 1, but was: 0");
  }

  private String prompt(int i) {
    return "portrait of dragon number " + i + ", highly detailed".repeat(i % 7);
  }

  private static void assertCosines(JsonNode left, JsonNode right, JsonNode expected) {
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        float[] first = embedder.embed(left.get(i).asText());
        float[] second = embedder.embed(right.get(j).asText());
        assertThat(Vectors.dot(first, second))
            .as("%s | %s", left.get(i), right.get(j))
            .isCloseTo(expected.get(i).get(j).asDouble(), QUANTISATION);
      }
    }
  }
}
