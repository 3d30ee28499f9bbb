package io.genai.sessions.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many real prompts the embedded text embedder takes in a second.
 *
 * <p>{@code mvn verify -pl models -am -Pbenchmarks -Dit.test=MiniLmBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class MiniLmBenchmark {
  @Test
  void realPrompts() throws IOException {
    List<String> prompts = new ArrayList<>();
    for (String line : Files.readAllLines(SharedMaterial.file("eval/labels-dev.jsonl"))) {
      prompts.add(new ObjectMapper().readTree(line).path("prompt").asText());
    }
    assertThat(prompts).isNotEmpty().doesNotContain("");
    for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
      try (TextEmbedder embedder = MiniLmEmbedder.shared(new InferenceThreads(threads))) {
        double prompt =
            Stopwatch.report(
                "MiniLM int8: prompt, %d threads".formatted(threads),
                10 * prompts.size(),
                count ->
                    Collections.nCopies(count / prompts.size(), prompts).forEach(embedder::embed));
        System.out.printf(
            "| P5 | MiniLM int8, real prompts, %d threads | %.0f a second | ≥ 350 a second |%n",
            threads, 1000 / prompt);
        Stopwatch.report(
            "MiniLM int8: short query, %d threads".formatted(threads),
            200,
            count -> Collections.nCopies(count, "a cat on a roof").forEach(embedder::embed));
      }
    }
  }
}
