package io.genai.sessions.web.explorer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The signs of all prompts' vectors, one bit a dimension, to find the nearest without reading all
 * vectors. A prompt's place is its row number in {@code dim_prompts}.
 *
 * <p>First the prompts whose signs differ least from the query's, four times as many as asked for.
 * Of those, the ones with the greatest inner product of the query and the signs (+1 or −1), which
 * tells near ones apart better, since it weighs each dimension by the query's value.
 */
final class SignIndex {
  private static final int COARSE = 4;
  private static final int CHUNK = 1 << 16;
  // A score is below the square root of the dimensions; this keeps five digits of it.
  private static final float SCALE = 1e6f;

  private final long[] promptIds;
  private final long[][] signs;
  private final BitSet present;
  private final int width;

  /**
   * An index to fill.
   *
   * @param places number of rows of {@code dim_prompts}
   * @param dimensions length of each vector, a multiple of 64
   */
  SignIndex(int places, int dimensions) {
    width = dimensions / Long.SIZE;
    promptIds = new long[places];
    signs = new long[width][places];
    present = new BitSet(places);
  }

  /** Number of 64-bit words of signs for each prompt. */
  int width() {
    return width;
  }

  /** Number of places. */
  int size() {
    return promptIds.length;
  }

  /** Puts a prompt in; its words follow by {@link #putWord}. */
  void put(int place, long promptId) {
    promptIds[place] = promptId;
    present.set(place);
  }

  /** The signs of 64 values, the first of them in the highest bit. */
  void putWord(int place, int word, long bits) {
    signs[word][place] = bits;
  }

  /**
   * Prompts that are near a vector, in no particular order: all of those allowed if they are no
   * more than {@code count}, else {@code count} of them.
   *
   * @param allowed places that may be found
   */
  long[] near(float[] vector, BitSet allowed, int count) {
    BitSet candidates = (BitSet) allowed.clone();
    candidates.and(present);
    if (candidates.cardinality() > count) {
      candidates = coarse(vector, candidates, COARSE * count);
    }
    int[] places = candidates.stream().toArray();
    if (places.length > count) {
      places = fine(vector, places, count);
    }
    return Arrays.stream(places).mapToLong(place -> promptIds[place]).toArray();
  }

  /** At least so many places (ties are let in) with the fewest bits that differ. */
  private BitSet coarse(float[] vector, BitSet allowed, int count) {
    int[] distances = distances(signsOf(vector));
    int[] places = new int[width * Long.SIZE + 1];
    for (int place = allowed.nextSetBit(0); place >= 0; place = allowed.nextSetBit(place + 1)) {
      places[distances[place]]++;
    }
    int farthest = 0;
    for (int found = places[0]; found < count && farthest < places.length - 1; ) {
      farthest++;
      found += places[farthest];
    }
    BitSet nearest = new BitSet(distances.length);
    for (int place = allowed.nextSetBit(0); place >= 0; place = allowed.nextSetBit(place + 1)) {
      if (distances[place] <= farthest) {
        nearest.set(place);
      }
    }
    return nearest;
  }

  private long[] signsOf(float[] vector) {
    long[] words = new long[width];
    for (int dimension = 0; dimension < vector.length; dimension++) {
      words[dimension / Long.SIZE] =
          words[dimension / Long.SIZE] << 1 | (vector[dimension] > 0 ? 1 : 0);
    }
    return words;
  }

  private int[] distances(long[] query) {
    int[] distances = new int[promptIds.length];
    IntStream.range(0, (distances.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              int end = Math.min(distances.length, (chunk + 1) * CHUNK);
              for (int word = 0; word < width; word++) {
                add(distances, chunk * CHUNK, end, signs[word], query[word]);
              }
            });
    return distances;
  }

  // A loop of its own, so that the compiler makes it count bits of several words at once.
  private static void add(int[] distances, int start, int end, long[] words, long query) {
    for (int place = start; place < end; place++) {
      distances[place] += Long.bitCount(words[place] ^ query);
    }
  }

  private int[] fine(float[] vector, int[] places, int count) {
    float[][] sums = byteSums(vector);
    long[] ranked = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      // The score above the place, so that sorting numbers sorts by score.
      ranked[i] = (long) (-score(sums, places[i]) * SCALE) << Integer.SIZE | places[i];
    }
    Arrays.sort(ranked);
    return Arrays.stream(ranked).limit(count).mapToInt(one -> (int) one).toArray();
  }

  private float score(float[][] sums, int place) {
    float score = 0;
    for (int word = 0; word < width; word++) {
      long bits = signs[word][place];
      for (int octet = 0; octet < Long.BYTES; octet++) {
        int value = (int) (bits >>> (Long.SIZE - Byte.SIZE * (octet + 1))) & 0xff;
        score += sums[word * Long.BYTES + octet][value];
      }
    }
    return score;
  }

  /** For each eight dimensions, the inner product of the vector with each of the 256 signs. */
  private static float[][] byteSums(float[] vector) {
    float[][] sums = new float[vector.length / Byte.SIZE][256];
    for (int octet = 0; octet < sums.length; octet++) {
      for (int value = 0; value < 256; value++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          float part = vector[octet * Byte.SIZE + bit];
          sums[octet][value] += (value >>> (Byte.SIZE - 1 - bit) & 1) == 1 ? part : -part;
        }
      }
    }
    return sums;
  }
}
