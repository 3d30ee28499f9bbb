package io.genai.sessions.models.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The bytes that each token id stands for. Special tokens stand for no text: they have no bytes
 * here, and a constrained output never holds one.
 */
final class Vocabulary {
  private static final byte[] NO_TEXT = {};

  private final byte[][] bytes;
  private final Map<String, Integer> special;
  private final int[] sorted;
  private final int[] sharedWithPrevious;
  private final Map<Piece, Integer> ids = new HashMap<>();
  private final int longest;

  /**
   * A vocabulary of text tokens and special ones.
   *
   * @param tokens text tokens by id
   * @param special special tokens by their text
   * @param size number of scores that the model gives; ids from there on do not exist for it
   */
  Vocabulary(Map<Integer, byte[]> tokens, Map<String, Integer> special, int size) {
    bytes = new byte[size][];
    Arrays.fill(bytes, NO_TEXT);
    this.special = Map.copyOf(special);
    tokens.forEach(
        (id, text) -> {
          if (id < size && !special.containsValue(id)) {
            bytes[id] = text;
            ids.merge(new Piece(text), id, Math::min);
          }
        });
    sorted =
        IntStream.range(0, size)
            .filter(id -> bytes[id].length > 0)
            .boxed()
            .sorted(Comparator.comparing(id -> bytes[id], Arrays::compareUnsigned))
            .mapToInt(Integer::intValue)
            .toArray();
    sharedWithPrevious = new int[sorted.length];
    for (int i = 1; i < sorted.length; i++) {
      byte[] previous = bytes[sorted[i - 1]];
      int mismatch = Arrays.mismatch(previous, bytes[sorted[i]]);
      sharedWithPrevious[i] = mismatch < 0 ? previous.length : mismatch;
    }
    longest = Arrays.stream(bytes).mapToInt(text -> text.length).max().orElse(0);
  }

  /** Number of token ids. */
  int size() {
    return bytes.length;
  }

  /** The text of a token as UTF-8 bytes, possibly part of a character; empty if special. */
  byte[] bytes(int token) {
    return bytes[token];
  }

  OptionalInt special(String text) {
    Integer id = special.get(text);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Tokens in the order of their bytes, special ones left out. */
  int[] sorted() {
    return sorted;
  }

  /** How many leading bytes the i-th sorted token shares with the one before. */
  int sharedWithPrevious(int i) {
    return sharedWithPrevious[i];
  }

  /** True if some token is {@code start} and at least one of the bytes after it, in their order. */
  boolean hasLonger(byte[] start, byte[] after) {
    byte[] candidate = Arrays.copyOf(start, start.length + after.length);
    System.arraycopy(after, 0, candidate, start.length, after.length);
    for (int end = start.length + 1; end <= Math.min(candidate.length, longest); end++) {
      if (ids.containsKey(new Piece(Arrays.copyOf(candidate, end)))) {
        return true;
      }
    }
    return false;
  }

  /** Spells bytes by the longest token at each place; empty if some byte has no token. */
  Optional<List<Integer>> spell(byte[] text) {
    List<Integer> tokens = new ArrayList<>();
    int from = 0;
    while (from < text.length) {
      int to = Math.min(text.length, from + longest);
      while (to > from && !ids.containsKey(new Piece(Arrays.copyOfRange(text, from, to)))) {
        to--;
      }
      if (to == from) {
        return Optional.empty();
      }
      tokens.add(ids.get(new Piece(Arrays.copyOfRange(text, from, to))));
      from = to;
    }
    return Optional.of(tokens);
  }

  /** Bytes as a map key. */
  private static final class Piece {
    private final byte[] text;

    Piece(byte[] text) {
      this.text = text;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Piece piece && Arrays.equals(text, piece.text);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(text);
    }
  }
}
