package io.genai.sessions.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardCacheTest {
  @TempDir private Path root;
  private final List<String> asked = new ArrayList<>();

  @Test
  void whatWasInferredOnceIsReadAfterwards() throws IOException {
    infer("model", Map.of("01", "one", "02", "two"));
    asked.clear();

    Map<String, float[]> values = infer("model", Map.of("02", "two", "03", "three"));

    assertThat(asked).containsExactly("three");
    assertThat(values.get("02")).containsExactly(3, 0.5f);
    assertThat(values.get("03")).containsExactly(5, 0.5f);
  }

  @Test
  void withNothingMissingTheModelIsNotAsked() throws IOException {
    infer("model", Map.of("01", "one"));
    asked.clear();

    infer("model", Map.of("01", "one"));

    assertThat(asked).isEmpty();
  }

  @Test
  void anotherModelStartsAnew() throws IOException {
    infer("model", Map.of("01", "one"));
    asked.clear();

    infer("another/model", Map.of("01", "one"));

    assertThat(asked).containsExactly("one");
    assertThat(root.resolve("Step/another_model")).isDirectory();
  }

  @Test
  void aFileOfAnotherLayoutIsReplaced() throws IOException {
    ShardCache.Codec<String> older =
        new ShardCache.Codec<>(
            SchemaBuilder.record("embedding")
                .fields()
                .requiredString("content_hash")
                .requiredString("vector")
                .endRecord(),
            (value, record) -> {
              record.put("vector", value);
              return record;
            },
            record -> record.get("vector").toString());
    new ShardCache<>(ShardCache.directory(root.toString(), "Step", "model"), older)
        .infer(Shards.of(), Map.of("01", "one"), texts -> texts);

    assertThat(infer("model", Map.of("01", "one")).get("01")).containsExactly(3, 0.5f);

    asked.clear();
    infer("model", Map.of("01", "one"));
    assertThat(asked).isEmpty();
  }

  private Map<String, float[]> infer(String model, Map<String, String> texts) throws IOException {
    return new ShardCache<>(
            ShardCache.directory(root.toString(), "Step", model), ShardCache.Codec.ofVectors())
        .infer(Shards.of(), texts, this::lengths);
  }

  private List<float[]> lengths(List<String> texts) {
    asked.addAll(texts);
    return texts.stream().map(text -> new float[] {text.length(), 0.5f}).toList();
  }
}
