package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decoder against outputs that others have published. */
class PublishedOutputsTest {
  private static final int VOCABULARY = 512;

  @TempDir Path directory;

  @Test
  void gpt2NamingReproducesThePublishedContinuation() throws IOException {
    JsonNode published = SharedMaterial.parity("tiny_random_gpt2_onnx");
    Path model = SharedMaterial.file("data/models/tiny-random-gpt2").resolve("past.onnx");
    List<List<Integer>> inputs = lists(published.get("input_ids"));
    try (BatchDecoder decoder = open(model, LocalOptions.defaults())) {
      DecodingPlan plan = plan(numbered(1000), 6);
      List<Generation> generations =
          decoder.decode(
              IntStream.range(0, inputs.size())
                  .mapToObj(i -> new TokenPrompt(i, List.of(), inputs.get(i)))
                  .toList(),
              plan,
              GenerationListener.SILENT);
      for (int i = 0; i < inputs.size(); i++) {
        String expected = joined(lists(published.get("expected")).get(i).subList(4, 10));
        assertThat(generations.get(i).text()).isEqualTo(expected);
      }
    }
  }

  @Test
  void storyIsToldToItsTwoHundredthToken() throws IOException {
    try (BatchDecoder decoder = open(storyTeller(), LocalOptions.defaults())) {
      List<Generation> told =
          decoder.decode(
              List.of(new TokenPrompt(0, List.of(), List.of(Stories.BEGIN))),
              plan(
                  Stories.vocabulary(SharedMaterial.file("data/models/stories260k"), VOCABULARY),
                  200),
              GenerationListener.SILENT);
      assertThat(told.get(0).text().strip())
          .isEqualTo(SharedMaterial.parity("stories260k").get("expected").asText().strip());
    }
  }

  @ParameterizedTest(name = "rows: {0}, batches at once: {1}, prefix cache: {2}")
  @CsvSource({
    "1,1,false",
    "1,1,true",
    "1,2,true",
    "4,1,false",
    "4,1,true",
    "4,2,true",
    "16,1,false",
    "16,1,true",
    "16,2,false"
  })
  void storyGoesOnTheSameFromAnyPlaceHoweverRowsAreBatched(
      int rows, int batchesAtOnce, boolean prefixCache) throws IOException {
    LocalOptions options =
        new LocalOptions(new InferenceThreads(2), rows, batchesAtOnce, prefixCache, true);
    try (BatchDecoder decoder = open(storyTeller(), options)) {
      List<Integer> story = storyTokens(decoder);
      List<Integer> cuts = List.of(4, 5, 9, 17, 33, 65, 90, 120, 150, 199);
      List<TokenPrompt> prompts = new ArrayList<>();
      for (int cut : cuts) {
        prompts.add(new TokenPrompt(prompts.size(), story.subList(0, 3), story.subList(3, cut)));
      }
      List<Generation> told =
          decoder.decode(prompts, plan(numbered(VOCABULARY), 60), GenerationListener.SILENT);
      for (int i = 0; i < cuts.size(); i++) {
        int end = Math.min(story.size(), cuts.get(i) + 60);
        String expected = joined(story.subList(cuts.get(i), end));
        assertThat(told.get(i).text()).as("from token %s", cuts.get(i)).startsWith(expected);
        assertThat(told.get(i).usage().cached()).isEqualTo(prefixCache ? 3 : 0);
      }
    }
  }

  /** The beginning token and the 200 of the story, whose text the test above compares. */
  private static List<Integer> storyTokens(BatchDecoder decoder) {
    String ids =
        decoder
            .decode(
                List.of(new TokenPrompt(0, List.of(), List.of(Stories.BEGIN))),
                plan(numbered(VOCABULARY), 200),
                GenerationListener.SILENT)
            .get(0)
            .text();
    List<Integer> story = new ArrayList<>(List.of(Stories.BEGIN));
    ids.trim()
        .lines()
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .map(Integer::valueOf)
        .forEach(story::add);
    return story;
  }

  /** A vocabulary in which the text of a token is its id. */
  private static Vocabulary numbered(int size) {
    Map<Integer, byte[]> tokens = new HashMap<>();
    for (int id = 0; id < size; id++) {
      tokens.put(id, joined(List.of(id)).getBytes(StandardCharsets.UTF_8));
    }
    return new Vocabulary(tokens, Map.of(), size);
  }

  private static String joined(List<Integer> ids) {
    return ids.stream().map(id -> id + " ").collect(Collectors.joining());
  }

  private Path storyTeller() throws IOException {
    Stories stories = Stories.read(SharedMaterial.file("data/models/stories260k"));
    Path model = directory.resolve("stories.onnx");
    DecoderGraph.write(
        model, stories.shape(), stories, LinearLayers.full(stories), DecoderGraph.Attention.PLAIN);
    return model;
  }

  private static BatchDecoder open(Path model, LocalOptions options) {
    return new BatchDecoder("published", CausalDecoder.open(model, options.stepThreads()), options);
  }

  private static DecodingPlan plan(Vocabulary vocabulary, int tokens) {
    return new DecodingPlan(
        vocabulary,
        new Sampling.Greedy(),
        tokens,
        Integer.MAX_VALUE,
        List.of(),
        new BitSet(),
        Optional.empty(),
        true);
  }

  private static List<List<Integer>> lists(JsonNode rows) {
    List<List<Integer>> lists = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Integer> list = new ArrayList<>();
      row.forEach(value -> list.add(value.asInt()));
      lists.add(list);
    }
    return lists;
  }
}
