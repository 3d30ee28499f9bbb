package io.genai.sessions.web.explorer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The signs of all prompts' vectors, one bit a dimension, to find the nearest without reading all
 * vectors. A prompt's place is its row number in {@code dim_prompts}.
 *
 * <p>First the prompts whose signs differ least from the query's, {@link #COARSE} times as many as
 * asked for. Of those, the ones with the greatest inner product of the query and the signs (+1 or
 * −1), which tells near ones apart better, since it weighs each dimension by the query's value.
 */
final class SignIndex {
  private static final int COARSE = 30;
  private static final int CHUNK = 1 << 14;
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
    int[] places =
        candidates.cardinality() > count
            ? fine(vector, coarse(vector, candidates.toLongArray(), COARSE * count), count)
            : candidates.stream().toArray();
    return Arrays.stream(places).mapToLong(place -> promptIds[place]).toArray();
  }

  /**
   * At least so many places (ties are let in) with the fewest bits that differ, or all allowed.
   *
   * @param allowed a bit a place
   */
  private int[] coarse(float[] vector, long[] allowed, int count) {
    long[] query = signsOf(vector);
    short[] distances = new short[promptIds.length];
    int[] places =
        chunks(allowed)
            .mapToObj(chunk -> countByDistance(chunk, query, allowed, distances))
            .reduce(SignIndex::sum)
            .orElseThrow();
    int farthest = 0;
    for (int found = places[0]; found < count && farthest < places.length - 1; ) {
      farthest++;
      found += places[farthest];
    }
    int limit = farthest;
    return chunks(allowed).flatMap(chunk -> within(limit, chunk, allowed, distances)).toArray();
  }

  /** Numbers of the chunks of places, to be worked on side by side. */
  private static IntStream chunks(long[] allowed) {
    int words = CHUNK / Long.SIZE;
    return IntStream.range(0, (allowed.length + words - 1) / words).parallel();
  }

  /** Fills in the distances of a chunk; how many of its allowed places have each distance. */
  private int[] countByDistance(int chunk, long[] query, long[] allowed, short[] distances) {
    int start = chunk * CHUNK;
    int[] differing = new int[Math.min(CHUNK, distances.length - start)];
    for (int word = 0; word < width; word++) {
      add(differing, start, signs[word], query[word]);
    }
    for (int i = 0; i < differing.length; i++) {
      distances[start + i] = (short) differing[i];
    }
    int[] places = new int[width * Long.SIZE + 1];
    forEach(chunk, allowed, place -> places[differing[place - start]]++);
    return places;
  }

  // A loop of its own, so that the compiler makes it count bits of several words at once.
  private static void add(int[] differing, int start, long[] words, long query) {
    for (int i = 0; i < differing.length; i++) {
      differing[i] += Long.bitCount(words[start + i] ^ query);
    }
  }

  private static int[] sum(int[] some, int[] others) {
    int[] sums = some.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
    return sums;
  }

  private static IntStream within(int limit, int chunk, long[] allowed, short[] distances) {
    IntStream.Builder places = IntStream.builder();
    forEach(
        chunk,
        allowed,
        place -> {
          if (distances[place] <= limit) {
            places.add(place);
          }
        });
    return places.build();
  }

  private static void forEach(int chunk, long[] allowed, IntConsumer action) {
    int end = Math.min(allowed.length, (chunk + 1) * CHUNK / Long.SIZE);
    for (int word = chunk * CHUNK / Long.SIZE; word < end; word++) {
      for (long bits = allowed[word]; bits != 0; bits &= bits - 1) {
        action.accept(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
      }
    }
  }

  private long[] signsOf(float[] vector) {
    long[] words = new long[width];
    for (int dimension = 0; dimension < vector.length; dimension++) {
      words[dimension / Long.SIZE] =
          words[dimension / Long.SIZE] << 1 | (vector[dimension] > 0 ? 1 : 0);
    }
    return words;
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
