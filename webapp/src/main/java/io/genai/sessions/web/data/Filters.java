package io.genai.sessions.web.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a view is narrowed to: a span of days and, for some dimensions of the semantic model, the
 * values that are let through. Immutable.
 *
 * @param from first day, in UTC
 * @param to last day, in UTC
 * @param values by dimension name; no entry is empty
 */
public record Filters(
    Optional<LocalDate> from, Optional<LocalDate> to, SortedMap<String, SortedSet<String>> values) {

  /** Lets everything through. */
  public static final Filters NONE =
      new Filters(Optional.empty(), Optional.empty(), new TreeMap<>());

  public Filters {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    values.forEach(
        (dimension, kept) -> {
          if (!kept.isEmpty()) {
            copy.put(dimension, Collections.unmodifiableSortedSet(new TreeSet<>(kept)));
          }
        });
    values = Collections.unmodifiableSortedMap(copy);
  }

  public boolean isEmpty() {
    return from.isEmpty() && to.isEmpty() && values.isEmpty();
  }

  /** The values let through for a dimension; empty means all. */
  public Set<String> of(String dimension) {
    return values.getOrDefault(dimension, Collections.emptySortedSet());
  }

  /** These filters with exactly those values for a dimension; no values lift the filter. */
  public Filters with(String dimension, Set<String> kept) {
    SortedMap<String, SortedSet<String>> changed = new TreeMap<>(values);
    changed.put(dimension, new TreeSet<>(kept));
    return new Filters(from, to, changed);
  }

  /** These filters narrowed to one value of a dimension. */
  public Filters with(String dimension, String value) {
    return with(dimension, Set.of(value));
  }

  public Filters without(String dimension, String value) {
    SortedSet<String> rest = new TreeSet<>(of(dimension));
    rest.remove(value);
    return with(dimension, rest);
  }

  public Filters between(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new Filters(first, last, values);
  }
}
