package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
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
    index = new SignIndex(PLACES, DIMENSIONS);
    for (int place = 0; place < PLACES; place++) {
      VECTORS[place] = vector(random);
      index.put(place, 10L * place);
      for (int word = 0; word < index.width(); word++) {
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
          bits = bits << 1 | (VECTORS[place][word * Long.SIZE + bit] > 0 ? 1 : 0);
        }
        index.putWord(place, word, bits);
      }
    }
  }

  private static float[] vector(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
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
