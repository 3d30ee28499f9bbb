package io.genai.sessions.web.dashboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of (category, series, value) turned into one list of values for each series. */
final class Pivot {
  private record Cell(String category, String series) {}

  private final Set<String> categories = new LinkedHashSet<>();
  private final Set<String> series = new LinkedHashSet<>();
  private final Map<Cell, Double> values = new HashMap<>();

  Pivot() {}

  /** A pivot whose categories and series come in this order; more may follow. */
  Pivot(Collection<String> categories, Collection<String> series) {
    this.categories.addAll(categories);
    this.series.addAll(series);
  }

  void put(String category, String name, Optional<Double> value) {
    categories.add(category);
    series.add(name);
    value.ifPresent(known -> values.put(new Cell(category, name), known));
  }

  List<String> categories() {
    return List.copyOf(categories);
  }

  /** Series that have at least one value. */
  List<String> series() {
    return series.stream()
        .filter(name -> values.keySet().stream().anyMatch(cell -> cell.series().equals(name)))
        .toList();
  }

  List<Optional<Double>> values(String name) {
    return categories.stream()
        .map(category -> Optional.ofNullable(values.get(new Cell(category, name))))
        .toList();
  }

  /** The sum of a series over all categories. */
  double sum(String name) {
    return values(name).stream().flatMap(Optional::stream).mapToDouble(Double::doubleValue).sum();
  }
}
