package io.genai.sessions.models.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.TextEmbedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for prompt labels, by example. */
class EmbeddedPromptLabelerTest {
  private static EmbeddedPromptLabeler labeler;

  @BeforeAll
  static void open() {
    labeler = EmbeddedPromptLabeler.open();
  }

  @AfterAll
  static void close() {
    labeler.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "portrait of a young woman, soft light | person",
        "portrait of a dragon | creature",
        "dragon portrait, oil painting | creature",
        "close up photo of a cat in front of a castle | animal",
        "a rusty robot feeding pigeons | creature",
        "alien with green skin, studio lighting | creature",
        "a gothic cathedral on a hill | architecture",
        "skyline of a futuristic city at night | architecture",
        "statue of a king in a garden | object",
        "a bowl of ramen with a fried egg | food",
        "red sports car racing through the desert | vehicle",
        "snowy mountains at dawn, by albert bierstadt | landscape",
        "battle of knights and orcs in front of a burning village | scene",
        "abstract pattern of colorful geometric shapes | abstract",
        "batman eating a burger | person",
        "margaret harris smiling at the camera | person",
        "a group of penguins on an iceberg | animal",
        "close - up of a tiny spider | animal",
        "rabbit character, pixar | animal",
        "oil painting by jean dupont and ivan novak | abstract",
        "in the style of gerald brom, john smith, spooky house | architecture",
        "a manga inspired robot | creature",
        "a red flying car over a lake | vehicle",
        "a man building a boat | person",
        "photo of jane beer | person",
        "zorblat kren holding a lantern | person",
        "a girl tarot card style | person",
        "eagle lion hybrid | creature",
        "zxqvbn | abstract",
      })
  void subjectIsWhatTheImageIsOf(String prompt, String subject) {
    assertThat(label(prompt).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a knight, oil painting, trending on artstation, 8 k | oil painting",
        "a knight, trending on artstation | other",
        "a knight, octane render | 3d render",
        "a knight, unreal engine 5 | 3d render",
        "a knight, dslr, 3 5 mm | photorealistic",
        "photo of a knight, kodak portra 4 0 0 | photorealistic",
        "a knight in the style of studio ghibli | anime",
        "a knight, manga | anime",
        "charcoal drawing of a knight | sketch",
        "a knight, pencil | sketch",
        "a knight, pixel art | pixel art",
        "watercolour of a knight | watercolor",
        "a knight, digital painting, concept art, sharp focus | digital painting",
        "concept art of a knight | concept art",
        "comic book cover with a knight | comic",
        "a knight | other",
        "a knight, not a photo, watercolor | watercolor",
        "a painting of a knight | oil painting",
        "a painting of a knight by greg rutkowski, artstation | digital painting",
        "a knight by wlop | digital painting",
        "a cathedral by mike mignola | comic",
        "a knight, photorealistic, by wlop | photorealistic",
        "bob ross as a knight | other",
      })
  void artStyleIsTheNamedMedium(String prompt, String artStyle) {
    assertThat(label(prompt).artStyle()).isEqualTo(artStyle);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a creepy hallway, horror | dark",
        "happy children celebrating a birthday | cheerful",
        "a mysterious stranger | mysterious",
        "an epic battle of heroes | epic",
        "a peaceful lake, tranquil | serene",
        "two lovers kissing | romantic",
        "a lonely man crying, sadness | melancholic",
        "a silly and absurd llama | whimsical",
        "a wooden chair | neutral",
        "woman with dark hair | neutral",
        "a maiden, long hair, majestic, elegant, highly detailed, digital painting | neutral",
        "a sexy warrior, epic composition | neutral",
        "a cute girl, 8 k | neutral",
        "a cute kitten | neutral",
        "an adorable kitten | whimsical",
      })
  void moodIsTheDominantTone(String prompt, String mood) {
    assertThat(label(prompt).mood()).isEqualTo(mood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a man in the streets of tokyo | city",
        "a deer in a dense forest | forest",
        "astronaut floating in outer space | space",
        "a woman reading in a cozy bedroom | interior",
        "a turtle, underwater | underwater",
        "a goat on top of a mountain | mountains",
        "caravan crossing sand dunes | desert",
        "a queen in her palace | castle",
        "product photo of a shoe, white background | studio",
        "a shoe | other",
        "space marine, studio ghibli, depth of field | other",
        "a ship inside a bottle, cinema 4 d | other",
        "a single tall building | other",
      })
  void settingIsWhereItTakesPlace(String prompt, String setting) {
    assertThat(label(prompt).setting()).isEqualTo(setting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a chair, cinematic lighting | cinematic",
        "a chair in natural light | natural",
        "a chair, dramatic lighting | dramatic",
        "a chair lit by neon lights | neon",
        "a chair, golden hour | golden hour",
        "a chair, soft lighting | soft",
        "a chair, god rays | volumetric",
        "a chair in the moonlight | moonlight",
        "a chair, studio lighting | studio",
        "a light blue chair | unspecified",
        "northern lights over a chair | unspecified",
        "a chair at sunset | golden hour",
        "a chair at sunset, volumetric lighting | volumetric",
        "a chair, volumetric lighting, dramatic lighting | volumetric",
      })
  void lightingIsWhatThePromptAsksFor(String prompt, String lighting) {
    assertThat(label(prompt).lighting()).isEqualTo(lighting);
  }

  @Test
  void complexityCountsVisualInstructions() {
    assertThat(label("a cat").complexityScore()).isEqualTo(1);
    assertThat(label("small wooden toy action figure").complexityScore()).isEqualTo(1);
    assertThat(label("a monkey typing a letter").complexityScore()).isEqualTo(2);
    assertThat(label("a cat by h. r. giger").complexityScore()).isEqualTo(2);
    assertThat(label("a cat sleeping on a red velvet couch").complexityScore()).isEqualTo(2);
    assertThat(
            label("portrait of a cat wearing a hat, oil painting, highly detailed, soft light")
                .complexityScore())
        .isEqualTo(3);
    assertThat(label("a cat, " + "ornate golden armor, ".repeat(12)).complexityScore())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a nude woman on a beach",
        "n u d e woman",
        "big b00bs",
        "a n*de man",
        "erotic art",
        "disemboweled corpse, entrails, gore",
        "sexy girl in lingerie, seductive, cleavage",
      })
  void nudityAndSexAndGoreAreNsfwHoweverTheyAreSpelt(String prompt) {
    assertThat(label(prompt).hasNsfwIntent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two knights fighting to the death with swords",
        "a tank battle in world war 2",
        "a rooster and a peacock, by alfred hitchcock",
        "woman in a red dress, no nudity",
        "portrait of dick van dyke",
        "a naked mole rat",
        "girl on a beach in a bikini",
      })
  void violenceWithoutGoreAndInnocentWordsAreNot(String prompt) {
    assertThat(label(prompt).hasNsfwIntent()).isFalse();
  }

  @Test
  void nothingAtAllMeansTheValuesForNoCue() {
    for (String prompt : List.of("", "   ", ",,, !!!")) {
      PromptLabels labels = label(prompt);
      assertThat(labels.artStyle()).isEqualTo("other");
      assertThat(labels.mood()).isEqualTo("neutral");
      assertThat(labels.setting()).isEqualTo("other");
      assertThat(labels.lighting()).isEqualTo("unspecified");
      assertThat(labels.complexityScore()).isEqualTo(1);
      assertThat(labels.hasNsfwIntent()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀😀😀 🐉",
        "一只猫坐在窗台上",
        "портрет женщины, масло",
        "قطة جميلة",
        "half a pair \uD83D here",
        "nul \u0000 inside",
        "\u202Eright to left",
        "****** $$$ @@@ 1 2 3 4 5 6 7 8 9 0",
      })
  void everyTextGetsLabelsOfTheVocabulary(String prompt) {
    assertThat(label(prompt)).isEqualTo(label(prompt));
  }

  @Test
  void tenThousandWordsAreComplex() {
    assertThat(label("dragon castle, ".repeat(5_000)).complexityScore()).isEqualTo(5);
  }

  @Test
  void aPromptsLabelsDoNotDependOnItsNeighbours() {
    List<String> prompts = new ArrayList<>(List.of("a cat", "a nude man", "neon city, anime", ""));
    List<PromptLabels> together = labeler.label(prompts);
    Collections.reverse(prompts);
    List<PromptLabels> reversed = new ArrayList<>(labeler.label(prompts));
    Collections.reverse(reversed);
    assertThat(together).isEqualTo(reversed);
  }

  @Test
  void knownVectorsGiveTheSameLabels() {
    List<String> prompts = List.of("gwendolyn", "a quiet bay", "something blue");
    try (TextEmbedder embedder = MiniLmEmbedder.shared()) {
      assertThat(labeler.label(prompts, embedder.embed(prompts))).isEqualTo(labeler.label(prompts));
    }
  }

  @Test
  void refusesVectorsThatDoNotFit() {
    assertThatThrownBy(() -> labeler.label(List.of("a", "b"), List.of(new float[384])))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("2 prompts and 1 vectors");
    assertThatThrownBy(() -> labeler.label(List.of("a"), List.of(new float[3])))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("must have 384 values, but had: 3");
  }

  private static PromptLabels label(String prompt) {
    return labeler.label(List.of(prompt)).get(0);
  }
}
