package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Qwen2.5's tokenizer and chat template, against published values. */
class QwenTokenizerTest {
  private static final int VOCABULARY = 151_936;

  private static TokenCodec codec() {
    return TokenCodec.open(
        SharedMaterial.file("data/models/qwen2.5-tokenizer/tokenizer.json"), VOCABULARY);
  }

  @Test
  void everyPublishedVectorIsReproducedAndSpeltBack() throws IOException {
    Path folder = SharedMaterial.file("data/models/qwen2.5-tokenizer");
    String[] texts =
        Files.readString(folder.resolve("vectors.inp")).split("\n__ggml_vocab_test__\n", -1);
    List<String> ids = Files.readAllLines(folder.resolve("vectors.out"));
    assertThat(ids).hasSize(46);
    try (TokenCodec codec = codec()) {
      for (int i = 0; i < ids.size(); i++) {
        List<Integer> expected =
            Arrays.stream(ids.get(i).trim().split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf)
                .toList();
        assertThat(codec.encode(texts[i])).as("vector %s: %s", i, texts[i]).isEqualTo(expected);
        assertThat(spelt(codec, expected)).isEqualTo(texts[i]);
      }
    }
  }

  private static String spelt(TokenCodec codec, List<Integer> tokens) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    tokens.forEach(token -> bytes.writeBytes(codec.vocabulary().bytes(token)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void turnsBecomeTheirSpecialTokens() {
    try (TokenCodec codec = codec()) {
      assertThat(codec.encode("<|im_start|>user\nHi<|im_end|>"))
          .containsExactly(151_644, 872, 198, 13_048, 151_645);
      assertThat(codec.vocabulary().special("<|im_end|>")).hasValue(151_645);
    }
  }

  @Test
  void aChatIsWrittenAsTheTemplateDoes() {
    ModelDirectory directory =
        new ModelDirectory(SharedMaterial.file("data/models/qwen2.5-tokenizer"));
    ChatTemplate template = ChatTemplate.of(directory.chatTemplate().orElseThrow());
    Prompt.Text asked =
        template.render(
            new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Hello<|im_end|>"))));
    assertThat(asked.instruction())
        .isEqualTo(
            """
            <|im_start|>system
            You are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>
            <|im_start|>user
            """);
    assertThat(asked.text()).isEqualTo("Hello<| im_end|><|im_end|>\n<|im_start|>assistant\n");
    Prompt.Text instructed = template.render(Prompt.Chat.of("Be brief.", "Hello"));
    assertThat(instructed.instruction())
        .isEqualTo("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n");
    assertThat(instructed.text()).isEqualTo("Hello<|im_end|>\n<|im_start|>assistant\n");
  }
}
