package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.genai.sessions.models.SharedMaterial;
import io.genai.sessions.models.generate.DecoderGraph.Attention;
import io.genai.sessions.models.label.LlmPromptLabeler;
import io.genai.sessions.models.label.PromptLabeler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Speed of decoders with the shape of Qwen2.5 and random weights: they take the time of the real
 * ones and make no sense. {@code docs/benchmarks.md} gives the command. Processor seconds stand
 * beside the clock's, because other work on the machine disturbs them less.
 */
class GenerationBenchmark {
  /** Graphs are built here and kept, so that a second run need not write gigabytes again. */
  private static final Path GRAPHS =
      Path.of(System.getProperty("benchmark.directory", System.getProperty("java.io.tmpdir")));

  private static final String NAME = System.getProperty("benchmark.shape", "1.5B");
  private static final DecoderShape SHAPE =
      NAME.equals("0.5B")
          ? DecoderShape.QWEN_HALF_BILLION
          : DecoderShape.QWEN_ONE_AND_A_HALF_BILLION;

  private static final int LABELLED_PROMPTS = Integer.getInteger("benchmark.prompts", 128);
  private static final int FEW = Integer.getInteger("benchmark.few", 16);
  private static final int QUESTIONS = Integer.getInteger("benchmark.questions", 20);

  /** As labellers of the catalogue are opened, unless told otherwise. */
  private static final LocalOptions LABELS = labels();

  /** What a query costs 48 tokens to write. */
  private static final int ANSWER = 48;

  @Test
  void labelsOfABatch() throws IOException {
    double milliseconds = label("everything on", int8(), LABELS, prompts(LABELLED_PROMPTS));
    System.out.printf(
        "| P7 | labels by a Qwen2.5-%s shape, int8, a prompt | %.0f ms | ≤ 350 ms |%n",
        NAME, milliseconds);
  }

  /**
   * Without side by side, batching, a prefix cache and jumping, each alone, on a few prompts in one
   * run.
   */
  @Test
  void whatEachMeasureGains() throws IOException {
    List<String> prompts = prompts(FEW);
    label("everything on", int8(), LABELS, prompts);
    label("one batch at a time", int8(), LABELS.withBatchesAtOnce(1), prompts);
    label("without batching", int8(), LABELS.withMaximumBatch(1), prompts);
    label("without prefix cache", int8(), LABELS.withPrefixCache(false), prompts);
    label("without jump-forward", int8(), LABELS.withJumpForward(false), prompts);
  }

  @Test
  void answersToSingleQuestions() throws IOException {
    LinearLayers linear = LinearLayers.fourBit(3, 4);
    Answers answers =
        answer("4-bit, grouped attention", model("q4-grouped", linear, Attention.GROUP_QUERY));
    String what = "| P7b | %d tokens of SQL by a Qwen2.5-%s shape, 4-bit".formatted(ANSWER, NAME);
    System.out.printf(
        "%s: first, p95 | %.2f s | ≤ 0.8 s |%n", what, quantile(answers.first(), 0.95));
    System.out.printf("%s: last, p95 | %.2f s | ≤ 4 s |%n", what, quantile(answers.last(), 0.95));
  }

  /** The hub's {@code model_q4.onnx} names no accuracy level, and its attention is plain. */
  @Test
  void answersByOtherExports() throws IOException {
    answer("4-bit, plain attention", model("q4", LinearLayers.fourBit(3, 4), Attention.PLAIN));
    answer("4-bit, in fp32", model("q4-fp32", LinearLayers.fourBit(3, 0), Attention.PLAIN));
    answer("int8, plain attention", int8());
  }

  private static LocalOptions labels() {
    LocalOptions options = LlmPromptLabeler.localOptions();
    return options
        .withMaximumBatch(Integer.getInteger("benchmark.rows", options.maximumBatch()))
        .withBatchesAtOnce(Integer.getInteger("benchmark.batches", options.batchesAtOnce()));
  }

  /** Seconds to the first and to the last piece of each answer. */
  private record Answers(List<Double> first, List<Double> last) {}

  private static Answers answer(String name, Path model) throws IOException {
    try (LocalTextGenerator generator = open(model, LocalOptions.defaults())) {
      generator.generate(question("What is the average?"));
      List<Double> first = new ArrayList<>();
      List<Double> last = new ArrayList<>();
      List<Double> processor = new ArrayList<>();
      int cached = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        FirstPiece piece = new FirstPiece();
        GenerationRequest request =
            question("Which share of users of tier " + i + " churned in May?");
        TokenUsage usage = generator.generate(request, piece).get(0).usage();
        first.add(piece.first());
        last.add(piece.seconds());
        processor.add(piece.processorSeconds());
        cached = usage.cached();
        assertThat(usage.output()).isEqualTo(ANSWER);
      }
      report(
          "%s: after %d cached tokens first token p50 %.2f s, p95 %.2f s; last of %d p50 %.2f s,"
              + " p95 %.2f s, processor p50 %.2f s",
          name,
          cached,
          quantile(first, 0.5),
          quantile(first, 0.95),
          ANSWER,
          quantile(last, 0.5),
          quantile(last, 0.95),
          quantile(processor, 0.5));
      return new Answers(first, last);
    }
  }

  /** Milliseconds a prompt. */
  private static double label(String name, Path model, LocalOptions options, List<String> prompts)
      throws IOException {
    Counting generator = new Counting(open(model, options));
    try (PromptLabeler labeler = new LlmPromptLabeler(generator)) {
      labeler.label(prompts.subList(0, 1));
      generator.counted.clear();
      Stopwatch stopwatch = new Stopwatch();
      labeler.label(prompts);
      double seconds = stopwatch.seconds();
      double processor = stopwatch.processorSeconds();
      List<TokenUsage> usages = generator.counted;
      double own = mean(usages, usage -> usage.prompt() - usage.cached());
      double sampled = mean(usages, TokenUsage::sampled);
      double forced = mean(usages, TokenUsage::forced);
      report(
          "labels, %s: %d prompts by at most %d, %d at once, %.0f ms each (processor %.0f ms), %.1f output"
              + " tokens/s, %.0f tokens/s in all; a prompt: %d cached + %.1f own tokens, %.1f"
              + " chosen + %.1f forced",
          name,
          prompts.size(),
          options.maximumBatch(),
          options.batchesAtOnce(),
          1000 * seconds / prompts.size(),
          1000 * processor / prompts.size(),
          (sampled + forced) * prompts.size() / seconds,
          (own + sampled + forced) * prompts.size() / seconds,
          usages.get(0).cached(),
          own,
          sampled,
          forced);
      return 1000 * seconds / prompts.size();
    }
  }

  private static double mean(List<TokenUsage> usages, ToIntFunction<TokenUsage> count) {
    return usages.stream().mapToInt(count).average().orElseThrow();
  }

  private static Path int8() throws IOException {
    return model("int8", LinearLayers.eightBit(3), Attention.PLAIN);
  }

  private static LocalTextGenerator open(Path model, LocalOptions options) {
    return LocalTextGenerator.open(
        "benchmark", SharedMaterial.file("data/models/qwen2.5-tokenizer"), model, options);
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
    return GenerationRequest.greedy(List.of(Prompt.Chat.of(schema, text)), ANSWER);
  }

  private static Path model(String name, LinearLayers linear, Attention attention)
      throws IOException {
    Path file = GRAPHS.resolve("benchmark-" + SHAPE.width() + "-" + name + ".onnx");
    if (!Files.exists(file)) {
      DecoderGraph.write(file, SHAPE, DecoderWeights.random(1), linear, attention);
    }
    return file;
  }

  /** Real ones, over again where there are not enough, so that no two are alike. */
  private static List<String> prompts(int count) throws IOException {
    List<String> lines = Files.readAllLines(SharedMaterial.file("eval/labels-dev.jsonl"));
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String line = lines.get(i % lines.size());
      String again = "take " + i / lines.size() + " ";
      prompts.add(
          (i < lines.size() ? "" : again)
              + new ObjectMapper().readTree(line).path("prompt").asText());
    }
    return prompts;
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void report(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
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

  /** Counts the tokens of what it passes on. */
  private static final class Counting implements TextGenerator {
    private final TextGenerator generator;
    private final List<TokenUsage> counted = new ArrayList<>();

    Counting(TextGenerator generator) {
      this.generator = generator;
    }

    @Override
    public String id() {
      return generator.id();
    }

    @Override
    public List<Generation> generate(GenerationRequest request, GenerationListener listener) {
      List<Generation> generations = generator.generate(request, listener);
      generations.forEach(generation -> counted.add(generation.usage()));
      return generations;
    }

    @Override
    public void close() {
      generator.close();
    }
  }
}
