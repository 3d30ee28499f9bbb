package io.genai.sessions.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.genai.sessions.models.SharedMaterial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ClipTokenizerTest {
  private static final long START = 49406;
  private static final long END = 49407;
  private static final long[] OPEN = {-1, -1};

  @Test
  void tokenizesAsOpenAisNotebookShows() throws IOException {
    JsonNode ids = SharedMaterial.parity("clip_preprocess").path("tokenize('Hello World!')");
    try (ClipTokenizer tokenizer = open(OPEN)) {
      assertThat(tokenizer.tokens("Hello World!").ids())
          .isEqualTo(
              StreamSupport.stream(ids.spliterator(), false).mapToLong(JsonNode::asLong).toArray());
    }
  }

  @Test
  void cutsOffAt77TokensAndKeepsTheEnd() {
    try (ClipTokenizer tokenizer = open(OPEN)) {
      long[] ids = tokenizer.tokens("cat ".repeat(200)).ids();
      assertThat(ids).hasSize(77).startsWith(START).endsWith(END);
      assertThat(LongStream.of(ids).filter(id -> id == END)).hasSize(1);
    }
  }

  @Test
  void padsToAFixedLengthWithTheEndToken() {
    try (ClipTokenizer tokenizer = open(new long[] {-1, 77})) {
      ClipTokenizer.Tokens tokens = tokenizer.tokens("Hello World!");
      assertThat(tokens.ids()).hasSize(77).startsWith(START, 3306, 1002, 256, END).endsWith(END);
      assertThat(tokens.mask()).hasSize(77).startsWith(1, 1, 1, 1, 1, 0).endsWith(0);
    }
  }

  @Test
  void readsNothingAsStartAndEnd() {
    try (ClipTokenizer tokenizer = open(OPEN)) {
      assertThat(tokenizer.tokens("").ids()).containsExactly(START, END);
    }
  }

  private static ClipTokenizer open(long[] inputShape) {
    Path json = SharedMaterial.file("data/models/clip-tokenizer/tokenizer.json");
    return ClipTokenizer.open(json, inputShape);
  }
}
