package io.genai.sessions.models.clip;

import static io.genai.sessions.models.clip.GraphBuilder.attribute;
import static io.genai.sessions.models.clip.GraphBuilder.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.Vectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On an encoder pair whose vectors can be worked out by hand: an image's vector is the mean of its
 * channels, a text's the sum of its tokens' rows.
 */
class OnnxClipModelTest {
  private static final String WORDS =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
       "post_processor": {"type": "TemplateProcessing",
         "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
                    {"Sequence": {"id": "A", "type_id": 0}},
                    {"SpecialToken": {"id": "</s>", "type_id": 0}}],
         "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
         "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
                            "</s>": {"id": "</s>", "ids": [1], "tokens": ["</s>"]}}},
       "decoder": null,
       "model": {"type": "WordLevel", "unk_token": "other",
         "vocab": {"<s>": 0, "</s>": 1, "other": 2, "red": 3, "green": 4, "blue": 5}}}
      """;

  /** One row for each word: what it adds to red, green, blue and the rest. */
  private static final float[] ROWS = {
    0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0
  };

  @TempDir Path directory;

  private Path tokenizer;

  @BeforeEach
  void writeTokenizer() throws IOException {
    tokenizer = Files.writeString(directory.resolve("tokenizer.json"), WORDS);
  }

  @Test
  void anImagesVectorIsItsEncodersOutputAtLengthOne() throws IOException {
    try (ClipModel model = open(vision(4), text(4, -1, true))) {
      float[] vector = model.embedImage(filled(0xff_80_00));
      double red = (1 - 0.48145466) / 0.26862954;
      double green = (128 / 255.0 - 0.4578275) / 0.26130258;
      double blue = -0.40821073 / 0.27577711;
      double length = Math.sqrt(red * red + green * green + blue * blue);
      assertThat(vector).hasSize(model.dimensions()).hasSize(4);
      assertThat(vector[0]).isCloseTo((float) (red / length), within(1e-4f));
      assertThat(vector[1]).isCloseTo((float) (green / length), within(1e-4f));
      assertThat(vector[2]).isCloseTo((float) (blue / length), within(1e-4f));
      assertThat(vector[3]).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16, 77})
  void aTextsVectorIsItsEncodersOutputWhateverTheGraphsLength(int length) throws IOException {
    try (ClipModel model = open(vision(4), text(4, length, true))) {
      float norm = (float) Math.sqrt(9 * 9 + 9 * 9 + 2 * 2);
      assertThat(model.embedText("Red green"))
          .containsExactly(new float[] {9 / norm, 9 / norm, 0, 2 / norm}, within(1e-6f));
    }
  }

  @Test
  void aGraphWithoutAMaskIsFedNone() throws IOException {
    try (ClipModel model = open(vision(4), text(4, -1, false))) {
      float norm = (float) Math.sqrt(9 * 9 + 2 * 2);
      assertThat(model.embedText("blue"))
          .containsExactly(new float[] {0, 0, 9 / norm, 2 / norm}, within(1e-6f));
    }
  }

  @Test
  void manyItemsGiveTheSameVectorsAsEachAlone() throws IOException {
    List<BufferedImage> images = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      images.add(ClipImagesTest.pattern(20 + i, 50 - i));
      texts.add("red ".repeat(i % 5) + "blue ".repeat(i % 3));
    }
    try (ClipModel model = open(vision(4), text(4, -1, true))) {
      List<float[]> imageVectors = model.embedImages(images);
      List<float[]> textVectors = model.embedTexts(texts);
      for (int i = 0; i < 30; i++) {
        assertThat(imageVectors.get(i)).isEqualTo(model.embedImage(images.get(i)));
        assertThat(textVectors.get(i)).isEqualTo(model.embedText(texts.get(i)));
        assertThat(Vectors.dot(imageVectors.get(i), imageVectors.get(i)))
            .isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void aRedImageAlignsWithTheWordRed() throws IOException {
    try (ClipModel model = open(vision(4), text(4, -1, true))) {
      float[] image = model.embedImage(filled(0xff_00_00));
      float[] red = model.embedText("red");
      float[] blue = model.embedText("blue");
      assertThat(ClipModel.alignment(image, red)).isBetween(0.5, 1.0);
      assertThat(ClipModel.alignment(image, blue)).isBetween(-1.0, -0.3);
      assertThat(ClipModel.logit(image, red)).isEqualTo(100 * ClipModel.alignment(image, red));
    }
  }

  @Test
  void sharesOneInstanceUntilItsLastHolderCloses() throws IOException {
    ClipFiles files = new ClipFiles(vision(4), text(4, -1, true), tokenizer);
    ClipModel first = ClipModel.shared("tiny", files, InferenceThreads.allCores());
    ClipModel second = ClipModel.shared("tiny", files, InferenceThreads.allCores());
    first.close();
    assertThat(second.embedText("red")).hasSize(4);
    second.close();
    assertThatThrownBy(() -> second.embedText("red")).isInstanceOf(ModelException.class);
  }

  @Test
  void refusesEncodersOfDifferentDimensions() throws IOException {
    ClipFiles files = new ClipFiles(vision(4), text(3, -1, true), tokenizer);
    assertRefused(files, "4 dimensions, text vectors 3");
  }

  @Test
  void refusesAGraphOfAnotherPurpose() throws IOException {
    Path text = text(4, -1, true);
    assertRefused(new ClipFiles(text, text, tokenizer), "'pixel_values' to 'image_embeds'");
  }

  @Test
  void refusesAGraphThatIsMissing() throws IOException {
    Path missing = directory.resolve("none.onnx");
    assertRefused(new ClipFiles(missing, text(4, -1, true), tokenizer), "none.onnx");
  }

  @Test
  void findsItsFilesAsAnExportHasThem() throws IOException {
    Files.createDirectory(directory.resolve("onnx"));
    Files.writeString(directory.resolve("tokenizer_config.json"), "{}");
    for (String name : List.of("vision_model_quantized.onnx", "text_model_quantized.onnx")) {
      Files.writeString(directory.resolve("onnx").resolve(name), "");
    }
    assertThat(ClipFiles.in(directory))
        .isEqualTo(
            new ClipFiles(
                directory.resolve("onnx/vision_model_quantized.onnx"),
                directory.resolve("onnx/text_model_quantized.onnx"),
                tokenizer));
    Path unquantised = Files.writeString(directory.resolve("onnx/vision_model.onnx"), "");
    assertThat(ClipFiles.in(directory).vision()).isEqualTo(unquantised);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> ClipFiles.in(directory))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.USER))
        .hasMessageContaining("vision_model*.onnx")
        .hasMessageContaining("tokenizer.json");
  }

  private ClipModel open(Path vision, Path text) {
    return ClipModel.open("tiny", new ClipFiles(vision, text, tokenizer), new InferenceThreads(2));
  }

  private static void assertRefused(ClipFiles files, String message) {
    assertThatThrownBy(() -> ClipModel.open("tiny", files, new InferenceThreads(1)))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.DATA))
        .hasMessageContaining(message);
  }

  private Path vision(int dimensions) throws IOException {
    GraphBuilder graph = new GraphBuilder();
    String pixels = graph.input("pixel_values", DataType.FLOAT, -1, 3, 224, 224);
    String means =
        graph.node("ReduceMean", List.of(pixels), attribute("axes", 2, 3), number("keepdims", 0));
    float[] projection = new float[3 * dimensions];
    for (int channel = 0; channel < 3; channel++) {
      projection[channel * dimensions + channel] = 1;
    }
    String vectors = graph.node("MatMul", List.of(means, graph.floats(projection, 3, dimensions)));
    graph.output(vectors, "image_embeds", -1, dimensions);
    return graph.write(directory.resolve("vision_model.onnx"));
  }

  private Path text(int dimensions, int length, boolean masked) throws IOException {
    GraphBuilder graph = new GraphBuilder();
    String ids = graph.input("input_ids", DataType.INT64, -1, length);
    float[] rows = new float[6 * dimensions];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ROWS[i / dimensions * 4 + i % dimensions];
    }
    String tokens = graph.node("Gather", List.of(graph.floats(rows, 6, dimensions), ids));
    if (masked) {
      String mask = graph.input("attention_mask", DataType.INT64, -1, length);
      String weights = graph.node("Cast", List.of(mask), number("to", DataType.FLOAT.getNumber()));
      String column = graph.node("Unsqueeze", List.of(weights, graph.integers(2)));
      tokens = graph.node("Mul", List.of(tokens, column));
    }
    String sum = graph.node("ReduceSum", List.of(tokens, graph.integers(1)), number("keepdims", 0));
    graph.output(sum, "text_embeds", -1, dimensions);
    return graph.write(directory.resolve("text_model.onnx"));
  }

  private static BufferedImage filled(int colour) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, colour);
      }
    }
    return image;
  }
}
