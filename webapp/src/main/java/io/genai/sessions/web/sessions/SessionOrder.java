package io.genai.sessions.web.sessions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the list of sessions is sorted, as its URL says it. */
record SessionOrder(SessionSort sort, boolean descending) {
  private static final String SORT = "sort";
  private static final String ORDER = "order";
  private static final String DESCENDING = "descending";
  private static final String ASCENDING = "ascending";

  /** The parameters that say it. */
  static final List<String> PARAMETERS = List.of(SORT, ORDER);

  /** The newest first. */
  static final SessionOrder NEWEST = new SessionOrder(SessionSort.START, true);

  /**
   * What a URL says.
   *
   * @param notes one sentence for each part that was left out
   */
  record Parsed(SessionOrder order, List<String> notes) {}

  static Parsed parse(Map<String, List<String>> parameters) {
    List<String> notes = new ArrayList<>();
    Optional<SessionSort> sort =
        first(parameters, SORT)
            .flatMap(
                id -> {
                  Optional<SessionSort> known = SessionSort.ofId(id);
                  if (known.isEmpty()) {
                    notes.add("Left out: sessions can't be sorted by what sort names.");
                  }
                  return known;
                });
    String direction = first(parameters, ORDER).orElse(DESCENDING);
    if (!direction.equals(DESCENDING) && !direction.equals(ASCENDING)) {
      notes.add("Left out: order must be %s or %s.".formatted(ASCENDING, DESCENDING));
    }
    return new Parsed(
        new SessionOrder(sort.orElse(NEWEST.sort()), !direction.equals(ASCENDING)),
        List.copyOf(notes));
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The parameters that {@link #parse} reads back to the same order. */
  Map<String, List<String>> print() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!equals(NEWEST)) {
      parameters.put(SORT, List.of(sort.id()));
      parameters.put(ORDER, List.of(descending ? DESCENDING : ASCENDING));
    }
    return parameters;
  }
}
