package io.genai.sessions.models.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys and values of the instructions used last, each computed once, as one row. May be asked
 * by several threads at once.
 */
final class PrefixCache implements AutoCloseable {
  private static final int INSTRUCTIONS = 4;

  private final CausalDecoder decoder;
  private final Map<List<Integer>, KeyValueCache> caches = new LinkedHashMap<>(8, 0.75f, true);

  PrefixCache(CausalDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * The instruction's keys and values in each of the rows; the caller closes them.
   *
   * @param feeder feeds an instruction that is new; its scores are overwritten then
   */
  synchronized KeyValueCache rows(List<Integer> instruction, int rows, TokenFeeder feeder) {
    if (instruction.isEmpty()) {
      return decoder.empty(rows);
    }
    KeyValueCache one = caches.get(instruction);
    if (one == null) {
      one = feeder.feed(List.of(instruction), decoder.empty(1));
      caches.put(instruction, one);
      evict();
    }
    return decoder.select(one, new int[rows]);
  }

  private void evict() {
    while (caches.size() > INSTRUCTIONS) {
      List<Integer> oldest = caches.keySet().iterator().next();
      caches.remove(oldest).close();
    }
  }

  @Override
  public synchronized void close() {
    caches.values().forEach(KeyValueCache::close);
    caches.clear();
  }
}
