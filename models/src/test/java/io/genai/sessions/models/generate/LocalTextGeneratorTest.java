package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole model directory, from prompts to texts, with random weights. */
class LocalTextGeneratorTest {
  @TempDir static Path directory;
  private static LocalTextGenerator generator;

  @BeforeAll
  static void load() throws IOException {
    TinyModel.write(directory);
    generator = LocalTextGenerator.open("tiny", directory, LocalOptions.defaults());
  }

  @AfterAll
  static void unload() {
    generator.close();
  }

  private static List<Prompt> prompts(int count) {
    List<Prompt> prompts = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i -> prompts.add(Prompt.Chat.of("Describe it.", "a castle ".repeat(1 + i % 5) + i)));
    return prompts;
  }

  private static List<String> texts(List<Generation> generations) {
    return generations.stream().map(Generation::text).toList();
  }

  @Test
  void batchesCachesAndSinglePromptsWriteTheSame() {
    GenerationRequest request = GenerationRequest.greedy(prompts(20), 40);
    List<Generation> batched = generator.generate(request);
    assertThat(batched).allMatch(generation -> generation.usage().cached() > 8);
    try (LocalTextGenerator plain =
        LocalTextGenerator.open(
            "tiny",
            directory,
            LocalOptions.defaults().withMaximumBatch(1).withPrefixCache(false))) {
      List<Generation> single = plain.generate(request);
      assertThat(texts(single)).isEqualTo(texts(batched));
      assertThat(single).allMatch(generation -> generation.usage().cached() == 0);
    }
  }

  @Test
  void batchesSideBySideWriteTheSameAndTellEachTextInOrder() {
    GenerationRequest request = GenerationRequest.greedy(prompts(20), 40);
    LocalOptions options = new LocalOptions(new InferenceThreads(3), 4, 3, true, true);
    List<StringBuilder> told = IntStream.range(0, 20).mapToObj(i -> new StringBuilder()).toList();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (LocalTextGenerator sideBySide = LocalTextGenerator.open("tiny", directory, options)) {
      List<Generation> generations =
          sideBySide.generate(
              request,
              (prompt, piece) -> {
                threads.add(Thread.currentThread());
                told.get(prompt).append(piece);
              });
      assertThat(texts(generations)).isEqualTo(texts(generator.generate(request)));
      assertThat(told.stream().map(StringBuilder::toString)).isEqualTo(texts(generations));
      assertThat(threads).hasSizeGreaterThan(1);
    }
  }

  @Test
  void moreBatchesAtOnceThanThreadsAreRefused() {
    assertThatThrownBy(() -> new LocalOptions(new InferenceThreads(2), 4, 3, true, true))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1 to the number of threads, 2, but was: 3");
  }

  @Test
  void theSameSeedDrawsTheSameHoweverPromptsAreBatched() {
    GenerationRequest request =
        GenerationRequest.greedy(prompts(6), 20).withSampling(new Sampling.Nucleus(1, 0.95, 5));
    List<Generation> first = generator.generate(request);
    assertThat(texts(generator.generate(request))).isEqualTo(texts(first));
    assertThat(texts(generator.generate(request.withSampling(new Sampling.Nucleus(1, 0.95, 6)))))
        .isNotEqualTo(texts(first));
    try (LocalTextGenerator single =
        LocalTextGenerator.open("tiny", directory, LocalOptions.defaults().withMaximumBatch(1))) {
      assertThat(texts(single.generate(request))).isEqualTo(texts(first));
    }
  }

  @Test
  void piecesThatAreToldJoinToTheText() {
    List<StringBuilder> told = IntStream.range(0, 5).mapToObj(i -> new StringBuilder()).toList();
    List<Generation> generations =
        generator.generate(
            GenerationRequest.greedy(prompts(5), 30)
                .withSampling(new Sampling.Nucleus(1.5, 1, 2))
                .withStopStrings(List.of("xyz")),
            (prompt, piece) -> told.get(prompt).append(piece));
    assertThat(told.stream().map(StringBuilder::toString)).isEqualTo(texts(generations));
  }

  @Test
  void anOutputEndsBeforeAStopString() {
    GenerationRequest request = GenerationRequest.greedy(prompts(1), 40);
    String whole = generator.generate(request).get(0).text();
    String stop = whole.substring(5, 8);
    Generation stopped = generator.generate(request.withStopStrings(List.of(stop))).get(0);
    assertThat(stopped.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    assertThat(stopped.finish()).isEqualTo(new FinishReason.StopString(stop));
  }

  @Test
  void anOutputHasNoMoreTokensThanAllowed() {
    for (Generation generation : generator.generate(GenerationRequest.greedy(prompts(4), 7))) {
      assertThat(generation.usage().output()).isLessThanOrEqualTo(7);
      assertThat(generation.finish())
          .isInstanceOfAny(FinishReason.LengthLimit.class, FinishReason.EndOfText.class);
    }
  }

  @Test
  void aListenerCallsTheWorkOff() {
    List<String> heard = new ArrayList<>();
    List<Generation> generations =
        generator.generate(
            GenerationRequest.greedy(prompts(3), 500),
            new GenerationListener() {
              @Override
              public void onText(int prompt, String piece) {
                heard.add(piece);
              }

              @Override
              public boolean cancelled() {
                return heard.size() > 10;
              }
            });
    assertThat(generations)
        .anySatisfy(
            generation -> assertThat(generation.finish()).isEqualTo(new FinishReason.Cancelled()));
    assertThat(generations.stream().mapToInt(g -> g.usage().output()).sum()).isLessThan(40);
  }

  @Test
  void aPromptLongerThanTheModelLooksBackIsRefused() {
    GenerationRequest request =
        GenerationRequest.greedy(List.of(new Prompt.Text("", "the ".repeat(3000))), 5);
    assertThatThrownBy(() -> generator.generate(request))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("at most 2048");
  }

  @Test
  void aGroupQueryGraphDecodesOneRowAtATimeAndWritesWhatPlainAttentionDoes(@TempDir Path other)
      throws IOException {
    TinyModel.write(other, DecoderGraph.Attention.GROUP_QUERY, 16);
    GenerationRequest request = GenerationRequest.greedy(prompts(4), 25);
    JsonShape shape = new JsonShape.Tuple(List.of(new JsonShape.Flag(), new JsonShape.Flag()));
    GenerationRequest held = request.withConstraint(new OutputConstraint.Json(shape));
    try (LocalTextGenerator grouped =
        LocalTextGenerator.open("tiny", other, LocalOptions.defaults())) {
      assertThat(grouped.maximumBatch()).isEqualTo(1);
      assertThat(texts(grouped.generate(request))).isEqualTo(texts(generator.generate(request)));
      assertThat(texts(grouped.generate(held))).isEqualTo(texts(generator.generate(held)));
    }
    assertThat(generator.maximumBatch()).isEqualTo(16);
  }

  @Test
  void aGraphThatIsNoDecoderIsRefused(@TempDir Path other) throws IOException {
    TinyModel.write(other);
    Path graph = other.resolve("model.onnx");
    try (OnnxGraph wrong = new OnnxGraph(graph)) {
      String input = wrong.input("pixels", OnnxGraph.FLOAT, -1, 3);
      wrong.output(wrong.named(input, "same"), OnnxGraph.FLOAT, -1, 3);
    }
    assertThatThrownBy(() -> LocalTextGenerator.open("x", other, LocalOptions.defaults()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("pixels");
  }

  @Test
  void aDirectoryWithSeveralGraphsAsksForAName(@TempDir Path other) throws IOException {
    TinyModel.write(other);
    Files.createDirectories(other.resolve("onnx"));
    Files.copy(other.resolve("model.onnx"), other.resolve("onnx/model_q4.onnx"));
    assertThatThrownBy(() -> LocalTextGenerator.open("x", other, LocalOptions.defaults()))
        .hasMessageContaining("Name the one to use");
  }

  @Test
  void aClosedGeneratorSaysSo() {
    LocalTextGenerator closed = LocalTextGenerator.open("gone", directory, LocalOptions.defaults());
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.generate(GenerationRequest.greedy(prompts(1), 1)))
        .hasMessageContaining("'gone' is used after it was closed");
  }
}
