package io.genai.sessions.web.copilot.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A span of a question whose meaning is known.
 *
 * @param surface the words as they stood, in lower case
 */
record Item(String surface, List<Meaning> meanings) {
  Item {
    meanings = List.copyOf(meanings);
  }

  <T extends Meaning> Optional<T> as(Class<T> type) {
    return all(type).findFirst();
  }

  <T extends Meaning> Stream<T> all(Class<T> type) {
    return meanings.stream().filter(type::isInstance).map(type::cast);
  }
}
