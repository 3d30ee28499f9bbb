package io.genai.sessions.web.explorer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Two bits of each value of all prompts' vectors, its sign and whether it is large, to find the
 * nearest without reading all vectors. A prompt's place is its row number in {@code dim_prompts}.
 *
 * <p>First the prompts whose signs differ least from the query's, {@link #COARSE} times as many as
 * asked for. Of those, the ones with the greatest inner product of the query and what both bits
 * tell of the vector. Only they need the sizes, which lie outside of the heap: for 2,000,000
 * prompts and 384 dimensions 96 MB, as much as the signs.
 */
final class SignIndex {
  private static final int COARSE = 15;
  // One place in so many tells how many differing bits are few.
  private static final int SAMPLED = 16;
  private static final int CHUNK = 1 << 14;
  // Large values are so many times the others on average: 1.51 to 0.453, see size_bits in SQL.
  private static final float LARGE = 1.51f / 0.453f;
  // Four signs and four sizes are looked up at once.
  private static final int NIBBLE = 4;
  private static final int PATTERNS = 1 << (2 * NIBBLE);
  // Scores of unit vectors lie within −1..1; this keeps six digits.
  private static final float SCALE = 1e6f;

  private final long[] promptIds;
  private final long[][] signs;
  private final LongBuffer sizes;
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
    sizes =
        ByteBuffer.allocateDirect(Math.multiplyExact(places, dimensions / Byte.SIZE))
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
    present = new BitSet(places);
  }

  /** Number of 64-bit words of signs, and of sizes, for each prompt. */
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

  /** The signs of 64 values and which of them are large, the first in the highest bit. */
  void putWord(int place, int word, long signBits, long sizeBits) {
    signs[word][place] = signBits;
    sizes.put(place * width + word, sizeBits);
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
        candidates.cardinality() > COARSE * count
            ? coarse(vector, candidates.toLongArray(), COARSE * count)
            : candidates.stream().toArray();
    if (places.length > count) {
      places = fine(vector, places, count);
    }
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
    for (int found = places[0]; found * SAMPLED < count && farthest < places.length - 1; ) {
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
    int end = Math.min(distances.length, allowed.length * Long.SIZE);
    for (int place = start; place < Math.min(start + CHUNK, end); place += SAMPLED) {
      places[distances[place]] += (int) (allowed[place / Long.SIZE] >>> place & 1);
    }
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
    int end = Math.min(distances.length, allowed.length * Long.SIZE);
    for (int place = chunk * CHUNK; place < Math.min((chunk + 1) * CHUNK, end); place++) {
      if (distances[place] <= limit && (allowed[place / Long.SIZE] >>> place & 1) == 1) {
        places.add(place);
      }
    }
    return places.build();
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
    float[] sums = patternSums(vector);
    return Arrays.stream(places)
        .parallel()
        // The score above the place, so that sorting numbers sorts by score.
        .mapToLong(place -> (long) (-score(sums, place) * SCALE) << Integer.SIZE | place)
        .sorted()
        .limit(count)
        .mapToInt(one -> (int) one)
        .toArray();
  }

  private float score(float[] sums, int place) {
    float score = 0;
    int large = 0;
    for (int word = 0, group = 0; word < width; word++) {
      long signBits = signs[word][place];
      long sizeBits = sizes.get(place * width + word);
      large += Long.bitCount(sizeBits);
      for (int end = group + Long.SIZE / NIBBLE; group < end; group++) {
        int pattern = (int) (signBits >>> 60 << NIBBLE) | (int) (sizeBits >>> 60);
        score += sums[group * PATTERNS + pattern];
        signBits <<= NIBBLE;
        sizeBits <<= NIBBLE;
      }
    }
    // Made a unit vector, as what it stands for is.
    return score / (float) Math.sqrt(width * Long.SIZE + (LARGE * LARGE - 1) * large);
  }

  /** For each four dimensions, the vector's inner product with what four signs and sizes tell. */
  private static float[] patternSums(float[] vector) {
    float[] sums = new float[vector.length / NIBBLE * PATTERNS];
    for (int i = 0; i < sums.length; i++) {
      for (int bit = 0; bit < NIBBLE; bit++) {
        float part = vector[i / PATTERNS * NIBBLE + bit];
        int shift = NIBBLE - 1 - bit;
        float size = (i >>> shift & 1) == 1 ? LARGE : 1;
        sums[i] += (i >>> (NIBBLE + shift) & 1) == 1 ? size * part : -size * part;
      }
    }
    return sums;
  }
}
