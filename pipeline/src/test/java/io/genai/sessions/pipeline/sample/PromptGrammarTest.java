package io.genai.sessions.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptGrammarTest {
  private static final List<SamplePrompt> PROMPTS = prompts(7, 6_000);

  @Test
  void sameSeedGivesTheSamePrompts() {
    assertThat(prompts(7, 300)).isEqualTo(PROMPTS.subList(0, 300));
    assertThat(prompts(8, 300)).isNotEqualTo(PROMPTS.subList(0, 300));
  }

  @Test
  void lengthsAreDistributedLikeDiffusionDbs() {
    int[] words = PROMPTS.stream().mapToInt(PromptGrammarTest::words).sorted().toArray();
    assertThat(Arrays.stream(words).average().orElseThrow()).isBetween(21.0, 25.5);
    assertThat(words[words.length / 4]).isBetween(7, 13);
    assertThat(words[words.length / 2]).isBetween(16, 22);
    assertThat(words[words.length * 9 / 10]).isBetween(38, 52);
  }

  @Test
  void aFewPromptsAreOverlong() {
    assertThat(share(prompt -> words(prompt) > 75)).isBetween(0.025, 0.055);
  }

  @Test
  void aFewPromptsAskForWhatASafetyFilterStops() {
    assertThat(
            share(
                prompt ->
                    Stream.of("nude", "nsfw", "explicit", "naked", "gore")
                        .anyMatch(prompt.text()::contains)))
        .isBetween(0.025, 0.055);
  }

  @Test
  void reTriesKeepTheirFirstEightWordsAndChangeBehindThem() {
    // Runs are told apart by what the first eight words are; an idea is tried at most six times.
    List<String> heads =
        PROMPTS.stream()
            .map(prompt -> Arrays.stream(prompt.text().split(" ")).limit(8))
            .map(head -> head.collect(Collectors.joining(" ")))
            .toList();
    long runs =
        IntStream.range(1, heads.size())
            .filter(row -> !heads.get(row).equals(heads.get(row - 1)))
            .count();
    assertThat((double) PROMPTS.size() / runs).isBetween(2.0, 2.9);
    long edits =
        IntStream.range(1, heads.size())
            .filter(row -> heads.get(row).equals(heads.get(row - 1)))
            .filter(row -> !PROMPTS.get(row).text().equals(PROMPTS.get(row - 1).text()))
            .count();
    long repeats =
        IntStream.range(1, heads.size())
            .filter(row -> PROMPTS.get(row).text().equals(PROMPTS.get(row - 1).text()))
            .count();
    assertThat(edits).isGreaterThan(PROMPTS.size() / 4);
    assertThat(repeats).isBetween(PROMPTS.size() / 20L, PROMPTS.size() / 4L);
  }

  @Test
  void everyLabelValueIsReached() {
    assertThat(seen(scene -> scene.motif())).isEqualTo(EnumSet.allOf(Motif.class));
    assertThat(seen(scene -> scene.motif().subject())).isEqualTo(EnumSet.allOf(Subject.class));
    assertThat(seen(Scene::setting)).isEqualTo(EnumSet.allOf(Setting.class));
    assertThat(seen(Scene::mood)).isEqualTo(EnumSet.allOf(Mood.class));
    assertThat(seen(Scene::lighting)).isEqualTo(EnumSet.allOf(Lighting.class));
    assertThat(seen(Scene::style)).isEqualTo(EnumSet.allOf(ArtStyle.class));
    assertThat(seen(Scene::tint)).isEqualTo(EnumSet.allOf(Tint.class));
  }

  @Test
  void everyComplexityIsReached() {
    assertThat(share(prompt -> words(prompt) <= 5)).isGreaterThan(0.02);
    assertThat(share(prompt -> words(prompt) > 5 && clauses(prompt) == 2)).isGreaterThan(0.05);
    assertThat(share(prompt -> words(prompt) <= 30 && clauses(prompt) > 2)).isGreaterThan(0.1);
    assertThat(share(prompt -> words(prompt) > 45 || clauses(prompt) >= 10)).isGreaterThan(0.05);
  }

  @Test
  void aSceneSaysNothingThatItsPromptDoesNot() {
    assertThat(PROMPTS)
        .filteredOn(prompt -> !prompt.text().contains(","))
        .allSatisfy(
            prompt -> {
              assertThat(prompt.scene().mood()).isEqualTo(Mood.NEUTRAL);
              assertThat(prompt.scene().lighting()).isEqualTo(Lighting.UNSPECIFIED);
            });
  }

  private static <T> Set<T> seen(Function<Scene, T> value) {
    return PROMPTS.stream().map(SamplePrompt::scene).map(value).collect(Collectors.toSet());
  }

  private static double share(Predicate<SamplePrompt> condition) {
    return (double) PROMPTS.stream().filter(condition).count() / PROMPTS.size();
  }

  private static int words(SamplePrompt prompt) {
    return prompt.text().split(" ").length;
  }

  private static int clauses(SamplePrompt prompt) {
    return prompt.text().split(",").length;
  }

  private static List<SamplePrompt> prompts(long seed, int count) {
    PromptGrammar grammar = PromptGrammar.seeded(seed);
    return Stream.generate(grammar::next).limit(count).toList();
  }
}
