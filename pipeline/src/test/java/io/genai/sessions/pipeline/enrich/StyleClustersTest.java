package io.genai.sessions.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StyleClustersTest {
  private static final long SEED = 42;

  @Test
  void groupsAreNumberedBySize() {
    List<ImageVector> images = new ArrayList<>();
    addAround(images, "rare", 3, 0, 0, 1);
    addAround(images, "common", 9, 1, 0, 0);
    addAround(images, "usual", 6, 0, 1, 0);

    StyleClusters clusters = StyleClusters.fit(images, 3, SEED);

    assertThat(clusters.nearest(new float[] {1, 0, 0})).isEqualTo(0);
    assertThat(clusters.nearest(new float[] {0, 1, 0})).isEqualTo(1);
    assertThat(clusters.nearest(new float[] {0, 0, 1})).isEqualTo(2);
  }

  @Test
  void ofEqualGroupsThatWithTheSmallestHashComesFirst() {
    List<ImageVector> images = new ArrayList<>();
    addAround(images, "b", 4, 1, 0, 0);
    addAround(images, "a", 4, 0, 1, 0);

    StyleClusters clusters = StyleClusters.fit(images, 2, SEED);

    assertThat(clusters.nearest(new float[] {0, 1, 0})).isEqualTo(0);
  }

  @Test
  void theOrderOfTheImagesAndTheirRepetitionMakeNoDifference() {
    List<ImageVector> images = new ArrayList<>();
    addAround(images, "a", 30, 1, 0, 0);
    addAround(images, "b", 20, 0.7f, 0.7f, 0);
    List<ImageVector> shuffled = new ArrayList<>(images);
    shuffled.addAll(images.subList(30, 50));
    Collections.shuffle(shuffled, new Random(1));

    List<float[]> centres = StyleClusters.fit(images, 5, SEED).centres();

    assertThat(StyleClusters.fit(shuffled, 5, SEED).centres().toArray(float[][]::new))
        .isDeepEqualTo(centres.toArray(float[][]::new));
  }

  @Test
  void fewerImagesGiveFewerGroups() {
    List<ImageVector> images = new ArrayList<>();
    addAround(images, "a", 1, 1, 0, 0);
    addAround(images, "b", 1, 0, 1, 0);

    assertThat(StyleClusters.fit(images, 8, SEED).centres()).hasSize(2);
  }

  @Test
  void imagesThatLookTheSameAreOneGroup() {
    List<ImageVector> images = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      images.add(new ImageVector("same-" + i, new float[] {0, 1, 0}));
    }

    assertThat(StyleClusters.fit(images, 4, SEED).centres()).hasSize(1);
  }

  @Test
  void withoutImagesThereAreNone() {
    assertThat(StyleClusters.fit(List.of(), 8, SEED).isEmpty()).isTrue();
  }

  private static void addAround(
      List<ImageVector> images, String prefix, int count, float... middle) {
    for (int i = 0; i < count; i++) {
      float[] vector = middle.clone();
      vector[i % vector.length] += 0.01f * (i + 1) / count;
      images.add(new ImageVector("%s-%02d".formatted(prefix, i), vector));
    }
  }
}
