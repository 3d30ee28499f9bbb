package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Speed of decoders with the shape of Qwen2.5 and random weights: time is spent as with the real
 * ones, sense is not made. Run with {@code mvn -Pbenchmarks -pl models -am test
 * -Dtest=GenerationBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("benchmark")
class GenerationBenchmark {
  private static final DecoderShape SHAPE =
      Boolean.getBoolean("benchmark.half")
          ? DecoderShape.QWEN_HALF_BILLION
          : DecoderShape.QWEN_ONE_AND_A_HALF_BILLION;

  private static final String LABEL_INSTRUCTION =
      """
      Label the text-to-image prompt. Answer with a JSON array: [subject, art style, mood, setting, \
      lighting, complexity 1-5, asks for nudity or gore].
      subject: person, animal, creature, landscape, architecture, object, vehicle, food, scene, abstract
      art style: photorealistic, anime, oil painting, watercolor, digital painting, concept art, 3d \
      render, pixel art, sketch, comic, other
      mood: dark, cheerful, mysterious, epic, serene, romantic, melancholic, whimsical, neutral
      setting: city, forest, space, interior, underwater, mountains, desert, castle, studio, other
      lighting: cinematic, natural, dramatic, neon, golden hour, soft, volumetric, moonlight, studio, \
      unspecified""";

  private static final JsonShape LABELS =
      new JsonShape.Tuple(
          List.of(
              choice(
                  "person, animal, creature, landscape, architecture, object, vehicle, food, scene, abstract"),
              choice(
                  "photorealistic, anime, oil painting, watercolor, digital painting, concept art, 3d render, pixel art, sketch, comic, other"),
              choice(
                  "dark, cheerful, mysterious, epic, serene, romantic, melancholic, whimsical, neutral"),
              choice(
                  "city, forest, space, interior, underwater, mountains, desert, castle, studio, other"),
              choice(
                  "cinematic, natural, dramatic, neon, golden hour, soft, volumetric, moonlight, studio, unspecified"),
              new JsonShape.WholeNumber(1, 5),
              new JsonShape.Flag()));

  @TempDir Path directory;

  private static JsonShape choice(String values) {
    return new JsonShape.Choice(Arrays.asList(values.split(", ", -1)));
  }

  @Test
  void labels(TestReporter reporter) throws IOException {
    prepare();
    LinearLayers linear =
        switch (System.getProperty("benchmark.weights", "int8")) {
          case "q4" -> LinearLayers.fourBit(3, Integer.getInteger("benchmark.accuracy", 0));
          default -> LinearLayers.eightBit(3);
        };
    DecoderGraph.write(
        directory.resolve("model.onnx"),
        SHAPE,
        DecoderWeights.random(1),
        linear,
        DecoderGraph.Attention.valueOf(System.getProperty("benchmark.attention", "PLAIN")));
    reporter.publishEntry("BENCH written " + Files.size(directory.resolve("model.onnx_data")));
    int count = Integer.getInteger("benchmark.prompts", 64);
    List<Prompt> prompts =
        prompts().stream()
            .limit(count)
            .<Prompt>map(prompt -> Prompt.Chat.of(LABEL_INSTRUCTION, prompt))
            .toList();
    GenerationRequest request =
        GenerationRequest.greedy(prompts, 100).withConstraint(new OutputConstraint.Json(LABELS));
    int rows = Integer.getInteger("benchmark.rows", 16);
    try (LocalTextGenerator generator =
        LocalTextGenerator.open(
            "benchmark", directory, LocalOptions.defaults().withMaximumBatch(rows))) {
      reporter.publishEntry("BENCH batch " + generator.maximumBatch());
      for (int round = 0; round < 2; round++) {
        long start = System.nanoTime();
        List<Generation> generations = generator.generate(request);
        double seconds = (System.nanoTime() - start) / 1e9;
        int own = generations.stream().mapToInt(g -> g.usage().prompt() - g.usage().cached()).sum();
        int sampled = generations.stream().mapToInt(g -> g.usage().sampled()).sum();
        int forced = generations.stream().mapToInt(g -> g.usage().forced()).sum();
        reporter.publishEntry(
            String.format(
                Locale.ROOT,
                "BENCH %d prompts %.1f s, %.0f ms a prompt; cached %d, own %d, sampled %d, forced %d; %s",
                generations.size(),
                seconds,
                1000 * seconds / generations.size(),
                generations.get(0).usage().cached(),
                own,
                sampled,
                forced,
                generations.get(0).text()));
        assertThat(generations).hasSize(prompts.size());
      }
    }
  }

  private void prepare() throws IOException {
    for (String name : List.of("tokenizer.json", "tokenizer_config.json")) {
      Files.createSymbolicLink(
          directory.resolve(name),
          SharedMaterial.file("data/models/qwen2.5-tokenizer").resolve(name).toAbsolutePath());
    }
  }

  private static List<String> prompts() throws IOException {
    List<String> prompts = new ArrayList<>();
    for (String line : Files.readAllLines(SharedMaterial.file("eval/labels-dev.jsonl"))) {
      JsonNode row = new ObjectMapper().readTree(line);
      prompts.add(row.path("prompt").asText(row.path("text").asText()));
    }
    return prompts;
  }
}
