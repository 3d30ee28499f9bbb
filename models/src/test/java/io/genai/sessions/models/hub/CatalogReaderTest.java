package io.genai.sessions.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {
  private static final String MODEL =
      """
      models:
        - id: small-one
          role: clip
          repository: org/small-one
          revision: main
          files: [a.onnx, tokenizer.json]
          dimensions: 512
          licence: MIT
          purpose: tests
      """;

  @Test
  void readsAModel() {
    CatalogModel model = read(MODEL).get(0);
    assertThat(model.id()).isEqualTo("small-one");
    assertThat(model.role()).isEqualTo(ModelRole.CLIP);
    assertThat(model.files())
        .extracting(HubFile::toString)
        .containsExactly("org/small-one@main: a.onnx", "org/small-one@main: tokenizer.json");
    assertThat(model.dimensions()).hasValue(512);
    assertThat(model.isEmbedded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role: clip           | role: eye        | catalog.yaml:3: 'role' must be one of",
        "revision: main       | colour: red      | catalog.yaml:5: 'colour' is unknown",
        "licence: MIT         | role: clip       | catalog.yaml:8: 'role' stands twice",
        "purpose: tests       | #                | catalog.yaml:2: 'purpose' is missing",
        "repository: org/small-one | embedded: no | catalog.yaml:2: 'id' must have either",
        "id: small-one        | id: Small One    | catalog.yaml:2: 'id' must be lower-case",
        "dimensions: 512      | dimensions: many | catalog.yaml:7: 'dimensions' must be",
        "[a.onnx, tokenizer.json] | [../a.onnx]  | catalog.yaml:4: 'repository' cannot be used",
        "[a.onnx, tokenizer.json] | a.onnx       | catalog.yaml:6: 'files' must be a list",
        "licence: MIT         | licence: [       | not valid YAML",
      })
  void namesFileAndLineOfAMistake(String right, String wrong, String message) {
    assertThatThrownBy(() -> read(MODEL.replace(right, wrong)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesAnIdThatStandsTwice() {
    String twice = MODEL + MODEL.substring(MODEL.indexOf('\n') + 1);
    assertThatThrownBy(() -> read(twice))
        .hasMessageContaining("catalog.yaml:10: 'id' stands twice");
  }

  @Test
  void theProgramsCatalogueNamesTheModelsOfTheMission() {
    List<CatalogModel> models = ModelStore.catalog();
    assertThat(models)
        .extracting(CatalogModel::id)
        .contains(
            MiniLmEmbedder.EMBEDDED_ID,
            "all-minilm-l6-v2",
            "clip-vit-b32",
            "clip-vit-b32-q",
            "qwen2.5-1.5b-instruct-q4",
            "qwen2.5-1.5b-instruct-int8",
            "qwen2.5-0.5b-instruct-q4",
            "qwen2.5-coder-1.5b-instruct-q4");
    assertThat(models)
        .filteredOn(CatalogModel::isEmbedded)
        .extracting(CatalogModel::id)
        .contains(MiniLmEmbedder.EMBEDDED_ID);
  }

  private static List<CatalogModel> read(String yaml) {
    return CatalogReader.read("catalog.yaml", new StringReader(yaml));
  }
}
