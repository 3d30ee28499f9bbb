package io.genai.sessions.pipeline.enrich;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** What a text is known by in caches and shards: the same on every machine. */
final class ContentHash {
  private ContentHash() {}

  /** 128 bits of the text, hexadecimal. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
    return "%016x%016x".formatted(hash[0], hash[1]);
  }

  /** Which of {@code shards} the content with this hash belongs to. */
  static int shard(String hash, int shards) {
    return (int) Long.remainderUnsigned(Long.parseUnsignedLong(hash.substring(0, 16), 16), shards);
  }
}
