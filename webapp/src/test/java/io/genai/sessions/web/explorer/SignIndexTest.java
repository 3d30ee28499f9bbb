package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignIndexTest {
  private static final int PLACES = 5000;
  private static final int DIMENSIONS = 128;
  private static final float[][] VECTORS = new float[PLACES][];

  private static SignIndex index;

  @BeforeAll
  static void fill() {
    Random random = new Random(7);
    for (int place = 0; place < PLACES; place++) {
      VECTORS[place] = vector(random);
    }
    index = index(true);
  }

  private static SignIndex index(boolean withSizes) {
    SignIndex filled = new SignIndex(PLACES, DIMENSIONS);
    for (int place = 0; place < PLACES; place++) {
      filled.put(place, 10L * place);
      for (int word = 0; word < filled.width(); word++) {
        long signs = 0;
        long sizes = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
          float value = VECTORS[place][word * Long.SIZE + bit];
          signs = signs << 1 | (value > 0 ? 1 : 0);
          sizes =
              sizes << 1 | (withSizes && Math.abs(value) > 0.98 / Math.sqrt(DIMENSIONS) ? 1 : 0);
        }
        filled.putWord(place, word, signs, sizes);
      }
    }
    return filled;
  }

  private static float[] vector(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    float length = (float) Math.sqrt(product(vector, vector));
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private static BitSet first(int places) {
    BitSet allowed = new BitSet(PLACES);
    allowed.set(0, places);
    return allowed;
  }

  @Test
  void aVectorIsFoundByItself() {
    for (int place = 0; place < PLACES; place += 500) {
      assertThat(index.near(VECTORS[place], first(PLACES), 5)).hasSize(5).contains(10L * place);
    }
  }

  @Test
  void sizesTellTheNearestApartBetterThanSignsAlone() {
    int bySignsAlone = nearestFound(index(false));

    assertThat(nearestFound(index)).isGreaterThan(bySignsAlone).isGreaterThan(228);
  }

  /** Of the 12 nearest to each of 20 vectors, so many are among the 100 found. */
  private static int nearestFound(SignIndex searched) {
    Random random = new Random(3);
    int found = 0;
    for (int question = 0; question < 20; question++) {
      float[] vector = vector(random);
      Set<Long> nearest =
          IntStream.range(0, PLACES)
              .boxed()
              .sorted(Comparator.comparingDouble(place -> -product(vector, VECTORS[place])))
              .limit(12)
              .map(place -> 10L * place)
              .collect(Collectors.toSet());
      LongStream near = Arrays.stream(searched.near(vector, first(PLACES), 100));
      found += (int) near.filter(nearest::contains).count();
    }
    return found;
  }

  private static double product(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }

  @Test
  void exactlySoManyAreFoundWhereMoreAreAllowed() {
    assertThat(index.near(vector(new Random(1)), first(PLACES), 100))
        .hasSize(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void allThatAreAllowedAreFoundWhereTheyAreFewer() {
    assertThat(index.near(vector(new Random(1)), first(7), 100))
        .containsExactlyInAnyOrder(0, 10, 20, 30, 40, 50, 60);
  }

  @Test
  void onlyWhatIsAllowedIsFound() {
    assertThat(Arrays.stream(index.near(VECTORS[4000], first(200), 50)).boxed())
        .hasSize(50)
        .allMatch(id -> id < 2000);
  }

  @Test
  void aPlaceWithoutAVectorIsNeverFound() {
    SignIndex empty = new SignIndex(PLACES, DIMENSIONS);
    empty.put(3, 33);

    assertThat(empty.near(VECTORS[0], first(PLACES), 10)).containsExactly(33);
  }
}
