package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.semantic.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Totals of some rows for several measures; those of several groups of rows add up. */
final class Totals {
  private final List<Additive> measures;
  private final double[] totals;
  private final double[] counts;

  private Totals(List<Additive> measures) {
    this.measures = measures;
    this.totals = new double[measures.size()];
    this.counts = new double[measures.size()];
  }

  /** What to ask for so that {@link #read} finds it. */
  static List<Measure> asked(List<Additive> measures) {
    Map<String, Measure> asked = new LinkedHashMap<>();
    for (Additive measure : measures) {
      asked.put(measure.total().name(), measure.total());
      // Several measures may have one count.
      measure.count().ifPresent(count -> asked.putIfAbsent(count.name(), count));
    }
    return List.copyOf(asked.values());
  }

  static Totals read(List<Additive> measures, Row row) {
    Totals read = new Totals(measures);
    for (int i = 0; i < measures.size(); i++) {
      String total = measures.get(i).total().name();
      read.totals[i] = row.optional(total, row::number).orElse(0.0);
      read.counts[i] = measures.get(i).count().map(count -> row.number(count.name())).orElse(1.0);
    }
    return read;
  }

  static Totals sum(List<Additive> measures, List<Totals> parts) {
    Totals sum = new Totals(measures);
    for (Totals part : parts) {
      for (int i = 0; i < sum.totals.length; i++) {
        sum.totals[i] += part.totals[i];
        sum.counts[i] += part.counts[i];
      }
    }
    return sum;
  }

  /** The measure of all rows; a mean of none is empty. */
  Optional<Double> value(String measure) {
    int at = place(measure);
    boolean mean = measures.get(at).count().isPresent();
    return mean && counts[at] == 0
        ? Optional.empty()
        : Optional.of(mean ? totals[at] / counts[at] : totals[at]);
  }

  /** What the measure is the mean of, added up: of a share, how many rows there are of its kind. */
  double total(String measure) {
    return totals[place(measure)];
  }

  private int place(String measure) {
    for (int i = 0; i < totals.length; i++) {
      if (measures.get(i).measure().name().equals(measure)) {
        return i;
      }
    }
    throw new IllegalArgumentException(measure + " is none of the measures added up");
  }
}
