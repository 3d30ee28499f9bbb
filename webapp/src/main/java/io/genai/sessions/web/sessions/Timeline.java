package io.genai.sessions.web.sessions;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A session's generations in order.
 *
 * @param parts of its friction score, in the order of the score's formula
 */
record Timeline(List<Entry> entries, List<FrictionPart> parts) {
  Timeline {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /**
   * One generation.
   *
   * @param pause since the one before
   * @param costSoFar credits of the session up to and including this one
   * @param words its prompt, with what changed against the one before
   * @param thumbnail blob key
   */
  record Entry(
      long promptId,
      LocalDateTime time,
      Optional<Duration> pause,
      String status,
      double latencyMilliseconds,
      long retries,
      BigDecimal cost,
      BigDecimal costSoFar,
      List<EditedWord> words,
      Optional<String> thumbnail,
      boolean sensitive) {
    Entry {
      words = List.copyOf(words);
    }
  }

  /** A part of the friction score, with what it means. */
  record FrictionPart(String label, double score, String definition) {}
}
