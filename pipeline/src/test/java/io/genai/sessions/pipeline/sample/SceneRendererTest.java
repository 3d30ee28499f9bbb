package io.genai.sessions.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneRendererTest {
  private static final int SIDE = 96;
  private static final Scene KNIGHT =
      Scene.of(Motif.KNIGHT, 1).with(Setting.FOREST).with(Lighting.NATURAL);

  @ParameterizedTest
  @EnumSource
  void everyMotifIsDrawnInEveryVariantAndNotOverlookedInItsPlace(Motif motif) {
    for (Setting setting : Places.of(motif)) {
      for (int variant = 0; variant < Nouns.of(motif).size(); variant++) {
        assertThat(colours(Scene.of(motif, variant).with(setting))).isGreaterThan(50);
      }
    }
  }

  @Test
  void sameSceneAndSeedGiveTheSamePixels() {
    assertThat(pixels(KNIGHT, 3)).isEqualTo(pixels(KNIGHT, 3));
    assertThat(pixels(KNIGHT, 3)).isNotEqualTo(pixels(KNIGHT, 4));
  }

  @Test
  void everyWordOfTheSceneShows() {
    Stream<Scene> settings = Arrays.stream(Setting.values()).map(KNIGHT::with);
    Stream<Scene> moods = Arrays.stream(Mood.values()).map(KNIGHT::with);
    Stream<Scene> lights = Arrays.stream(Lighting.values()).map(KNIGHT::with);
    Stream<Scene> styles = Arrays.stream(ArtStyle.values()).map(KNIGHT::with);
    Stream<Scene> tints = Arrays.stream(Tint.values()).map(KNIGHT::with);
    Stream.of(settings, moods, lights, styles, tints).forEach(SceneRendererTest::differ);
  }

  /** Each two pictures differ by more than a few levels a pixel on average. */
  private static void differ(Stream<Scene> scenes) {
    List<int[]> pictures = scenes.map(scene -> pixels(scene, 3)).toList();
    for (int a = 0; a < pictures.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(difference(pictures.get(a), pictures.get(b))).isGreaterThan(3);
      }
    }
  }

  @Test
  void drawsPortraitAndLandscapeFormats() {
    BufferedImage tall = SceneRenderer.render(KNIGHT, 3, 64, 96);
    BufferedImage wide = SceneRenderer.render(KNIGHT, 3, 97, 65);
    assertThat(tall.getHeight()).isEqualTo(96);
    assertThat(wide.getWidth()).isEqualTo(97);
  }

  @Test
  void pairsComeInTheSameOrderForASeed() {
    List<String> first =
        SampleImages.stream(9, 32, 32).limit(5).map(pair -> pair.prompt().text()).toList();
    PromptGrammar grammar = PromptGrammar.seeded(9);
    assertThat(first)
        .isEqualTo(Stream.generate(grammar::next).limit(5).map(SamplePrompt::text).toList());
  }

  private static int[] pixels(Scene scene, long seed) {
    return Pixels.of(SceneRenderer.render(scene, seed, SIDE, SIDE)).clone();
  }

  private static long colours(Scene scene) {
    return Arrays.stream(pixels(scene, 3)).distinct().count();
  }

  private static double difference(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum +=
          Math.abs(Colours.red(a[i]) - Colours.red(b[i]))
              + Math.abs(Colours.green(a[i]) - Colours.green(b[i]))
              + Math.abs(Colours.blue(a[i]) - Colours.blue(b[i]));
    }
    return sum / a.length / 3;
  }
}
