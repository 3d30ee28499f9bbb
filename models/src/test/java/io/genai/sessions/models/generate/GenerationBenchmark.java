package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.genai.sessions.models.SharedMaterial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Speed of decoders with the shape of Qwen2.5 and random weights: they take the time of the real
 * ones and make no sense. {@code docs/benchmarks.md} gives the command. Processor seconds stand
 * beside the clock's, because other work on the machine disturbs them less.
 */
@Tag("benchmark")
class GenerationBenchmark {
  private static final Path REPORT = Path.of("target", "generation-benchmark.txt");

  /** Graphs are built here and kept, so that a second run need not write gigabytes again. */
  private static final Path GRAPHS =
      Path.of(System.getProperty("benchmark.directory", System.getProperty("java.io.tmpdir")));

  private static final DecoderShape SHAPE =
      System.getProperty("benchmark.shape", "1.5B").equals("0.5B")
          ? DecoderShape.QWEN_HALF_BILLION
          : DecoderShape.QWEN_ONE_AND_A_HALF_BILLION;

  private static final int LABELLED_PROMPTS = Integer.getInteger("benchmark.prompts", 64);
  private static final int QUESTIONS = Integer.getInteger("benchmark.questions", 20);
  private static final int ROWS = Integer.getInteger("benchmark.rows", 32);

  private static final List<String> VOCABULARIES =
      List.of(
          "person, animal, creature, landscape, architecture, object, vehicle, food, scene,"
              + " abstract",
          "photorealistic, anime, oil painting, watercolor, digital painting, concept art, 3d"
              + " render, pixel art, sketch, comic, other",
          "dark, cheerful, mysterious, epic, serene, romantic, melancholic, whimsical, neutral",
          "city, forest, space, interior, underwater, mountains, desert, castle, studio, other",
          "cinematic, natural, dramatic, neon, golden hour, soft, volumetric, moonlight, studio,"
              + " unspecified");

  private static final String LABEL_INSTRUCTION =
      "Label the text-to-image prompt: [subject, style, mood, setting, lighting, complexity 1-5,"
          + " nudity or gore]. Subject: "
          + String.join(". Then: ", VOCABULARIES);

  @Test
  void labelsOfABatch() throws IOException {
    Path model = model("int8", LinearLayers.eightBit(3), DecoderGraph.Attention.PLAIN);
    List<Prompt> prompts = labelPrompts();
    LocalOptions all = LocalOptions.defaults().withMaximumBatch(ROWS);
    label("everything on", model, all, prompts);
    List<Prompt> few = prompts.subList(0, Math.min(8, prompts.size()));
    label("8 prompts, everything on", model, all, few);
    label("8 prompts, one at a time", model, all.withMaximumBatch(1), few);
    label("8 prompts, no prefix cache", model, all.withPrefixCache(false), few);
    label("8 prompts, no jumping", model, all.withJumpForward(false), few);
  }

  @Test
  void answersToSingleQuestions() throws IOException {
    for (DecoderGraph.Attention attention : DecoderGraph.Attention.values()) {
      Path model = model("q4-" + attention, LinearLayers.fourBit(3, 0), attention);
      try (LocalTextGenerator generator = open(model, LocalOptions.defaults())) {
        answer(generator, "What is the average?");
        List<Double> first = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
          FirstPiece piece = new FirstPiece();
          Generation generation =
              generator
                  .generate(
                      question("Which share of users of tier " + i + " churned in May?"), piece)
                  .get(0);
          first.add(piece.first());
          last.add(piece.seconds());
          processor.add(piece.processorSeconds());
          assertThat(generation.usage().output()).isEqualTo(48);
        }
        report(
            "%s question: first token p50 %.2f s, p95 %.2f s; last of 48 p50 %.2f s, p95 %.2f s,"
                + " processor p50 %.2f s",
            attention,
            quantile(first, 0.5),
            quantile(first, 0.95),
            quantile(last, 0.5),
            quantile(last, 0.95),
            quantile(processor, 0.5));
      }
    }
  }

  private void label(String name, Path model, LocalOptions options, List<Prompt> prompts)
      throws IOException {
    JsonShape labels =
        new JsonShape.Tuple(
            List.of(
                choice(0),
                choice(1),
                choice(2),
                choice(3),
                choice(4),
                new JsonShape.WholeNumber(1, 5),
                new JsonShape.Flag()));
    GenerationRequest request =
        GenerationRequest.greedy(prompts, 100).withConstraint(new OutputConstraint.Json(labels));
    try (LocalTextGenerator generator = open(model, options)) {
      generator.generate(
          GenerationRequest.greedy(prompts.subList(0, 1), 100)
              .withConstraint(new OutputConstraint.Json(labels)));
      Stopwatch stopwatch = new Stopwatch();
      List<Generation> generations = generator.generate(request);
      double seconds = stopwatch.seconds();
      double processor = stopwatch.processorSeconds();
      int output = generations.stream().mapToInt(g -> g.usage().output()).sum();
      report(
          "labels, %s: %d prompts by %d, %.0f ms each (processor %.0f ms), %.1f output tokens/s,"
              + " each %d cached + %d own prompt tokens, %d sampled + %d forced",
          name,
          prompts.size(),
          generator.maximumBatch(),
          1000 * seconds / prompts.size(),
          1000 * processor / prompts.size(),
          output / seconds,
          generations.get(0).usage().cached(),
          generations.stream().mapToInt(g -> g.usage().prompt() - g.usage().cached()).sum()
              / prompts.size(),
          generations.stream().mapToInt(g -> g.usage().sampled()).sum() / prompts.size(),
          generations.stream().mapToInt(g -> g.usage().forced()).sum() / prompts.size());
      assertThat(generations).allMatch(g -> g.finish() instanceof FinishReason.ConstraintMet);
    }
  }

  private static LocalTextGenerator open(Path model, LocalOptions options) {
    return LocalTextGenerator.open(
        "benchmark", SharedMaterial.file("data/models/qwen2.5-tokenizer"), model, options);
  }

  private static JsonShape choice(int vocabulary) {
    return new JsonShape.Choice(Arrays.asList(VOCABULARIES.get(vocabulary).split(", ", -1)));
  }

  private static GenerationRequest question(String text) {
    String schema =
        "Write one DuckDB SELECT. CREATE TABLE "
            + String.join(
                "; CREATE TABLE ",
                java.util.Collections.nCopies(
                    12,
                    "fact_generation (generation_id BIGINT, user_key INTEGER, prompt_key INTEGER,"
                        + " created_at TIMESTAMP, status VARCHAR, credits DOUBLE)"));
    return GenerationRequest.greedy(List.of(Prompt.Chat.of(schema, text)), 48);
  }

  private static void answer(LocalTextGenerator generator, String text) {
    generator.generate(question(text));
  }

  private static Path model(String name, LinearLayers linear, DecoderGraph.Attention attention)
      throws IOException {
    Path file = GRAPHS.resolve("benchmark-" + SHAPE.width() + "-" + name + ".onnx");
    if (!Files.exists(file)) {
      DecoderGraph.write(file, SHAPE, DecoderWeights.random(1), linear, attention);
    }
    return file;
  }

  private static List<Prompt> labelPrompts() throws IOException {
    List<Prompt> prompts = new ArrayList<>();
    for (String line : Files.readAllLines(SharedMaterial.file("eval/labels-dev.jsonl"))) {
      String text = new ObjectMapper().readTree(line).path("prompt").asText();
      prompts.add(Prompt.Chat.of(LABEL_INSTRUCTION, text));
    }
    return prompts.subList(0, Math.min(LABELLED_PROMPTS, prompts.size()));
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void report(String format, Object... values) throws IOException {
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT,
        String.format(Locale.ROOT, format, values) + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Time by the clock and by the processor, of all threads. */
  private static class Stopwatch {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long start = System.nanoTime();
    private final long processorStart = system.getProcessCpuTime();

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    double processorSeconds() {
      return (system.getProcessCpuTime() - processorStart) / 1e9;
    }
  }

  /** When the first text came. */
  private static final class FirstPiece extends Stopwatch implements GenerationListener {
    private double first;

    @Override
    public void onText(int prompt, String piece) {
      first = first == 0 ? seconds() : first;
    }

    double first() {
      return first;
    }
  }
}
