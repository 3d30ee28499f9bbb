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
 * <p>First the prompts whose signs differ least from the query's, some {@link #COARSE} times as
 * many as asked for. Of those, the ones with the greatest inner product of the query and what both
 * bits tell of the vector. Only they need the sizes, which lie outside of the heap: for 2,000,000
 * prompts and 384 dimensions 96 MB, as much as the signs.
 */
final class SignIndex {
  private static final int COARSE = 30;
  // The signs of so many places lie side by side, word by word: of those that one word of a bit set
  // speaks of.
  private static final int BLOCK = Long.SIZE;
  // One block in so many tells how many differing bits are few. No more than COARSE, so that these
  // blocks alone have as many places with so few as are asked for.
  private static final int SAMPLED = 16;
  // Blocks that are kept, and worked on, together; some sampled ones among them.
  private static final int CHUNK = 64;
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
    signs = new long[places / (CHUNK * BLOCK) + 1][CHUNK * BLOCK * width];
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
    signs[place / (CHUNK * BLOCK)][inChunk(place, word)] = signBits;
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

  /** Where in its chunk a place's word of signs lies. */
  private int inChunk(int place, int word) {
    int block = place / BLOCK % CHUNK;
    return (block * width + word) * BLOCK + place % BLOCK;
  }

  /**
   * About so many places with the fewest bits that differ, or all allowed.
   *
   * @param allowed a bit a place
   */
  private int[] coarse(float[] vector, long[] allowed, int count) {
    long[] query = signsOf(vector);
    int limit = limit(query, allowed, count);
    return chunks(allowed).flatMap(chunk -> within(limit, chunk, query, allowed)).toArray();
  }

  /** Numbers of the chunks of places, to be worked on side by side. */
  private static IntStream chunks(long[] allowed) {
    return IntStream.range(0, (allowed.length + CHUNK - 1) / CHUNK).parallel();
  }

  /** The number of differing bits that about so many allowed places have at most. */
  private int limit(long[] query, long[] allowed, int count) {
    int[] places =
        chunks(allowed)
            .mapToObj(chunk -> countByDistance(chunk, query, allowed))
            .reduce(SignIndex::sum)
            .orElseThrow();
    int limit = 0;
    for (int found = places[0];
        found * SAMPLED < count && limit < places.length - 1;
        found += places[limit]) {
      limit++;
    }
    return limit;
  }

  /** How many of the allowed places of a chunk's sample have each distance. */
  private int[] countByDistance(int chunk, long[] query, long[] allowed) {
    int[] places = new int[width * Long.SIZE + 1];
    int[] differing = new int[BLOCK];
    int end = Math.min((chunk + 1) * CHUNK, allowed.length);
    for (int block = chunk * CHUNK; block < end; block += SAMPLED) {
      count(differing, block, query);
      for (int i = 0; i < BLOCK; i++) {
        places[differing[i]] += (int) (allowed[block] >>> i & 1);
      }
    }
    return places;
  }

  /** Counts the differing bits of each place of a block. */
  private void count(int[] differing, int block, long[] query) {
    Arrays.fill(differing, 0);
    long[] chunk = signs[block / CHUNK];
    for (int word = 0; word < width; word++) {
      add(differing, chunk, (block % CHUNK * width + word) * BLOCK, query[word]);
    }
  }

  // A loop of its own, so that the compiler makes it count bits of several words at once.
  private static void add(int[] differing, long[] words, int start, long query) {
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

  private IntStream within(int limit, int chunk, long[] query, long[] allowed) {
    IntStream.Builder places = IntStream.builder();
    int[] differing = new int[BLOCK];
    int end = Math.min((chunk + 1) * CHUNK, allowed.length);
    for (int block = chunk * CHUNK; block < end; block++) {
      if (allowed[block] != 0) {
        count(differing, block, query);
        for (int i = 0; i < BLOCK; i++) {
          if (differing[i] <= limit && (allowed[block] >>> i & 1) == 1) {
            places.add(block * BLOCK + i);
          }
        }
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
    // The score above the place, so that sorting numbers sorts by score.
    long[] scored =
        Arrays.stream(places)
            .parallel()
            .mapToLong(place -> (long) (-score(sums, place) * SCALE) << Integer.SIZE | place)
            .toArray();
    Arrays.parallelSort(scored);
    return Arrays.stream(scored, 0, count).mapToInt(one -> (int) one).toArray();
  }

  private float score(float[] sums, int place) {
    long[] chunk = signs[place / (CHUNK * BLOCK)];
    float score = 0;
    int large = 0;
    for (int word = 0, group = 0; word < width; word++) {
      long signBits = chunk[inChunk(place, word)];
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
