package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been understood of a question so far. */
final class Draft {
  /** What is done with the groups' figures after they are worked out. */
  enum Transform {
    NONE,
    SHARE_OF_TOTAL,
    CHANGE,
    CHANGE_PERCENT,
    PREVIOUS,
    MOVING_AVERAGE,
    RUNNING_TOTAL,
    RANK
  }

  final List<Measure> measures = new ArrayList<>();
  final List<Dimension> groups = new ArrayList<>();
  final List<Filter> filters = new ArrayList<>();
  final List<Meaning.OfThreshold> thresholds = new ArrayList<>();

  /** Dimensions within each of which groups are ranked or shares add up to one. */
  final List<Dimension> within = new ArrayList<>();

  /** Groups that set two sides against each other; they stand after the others. */
  final Set<Dimension> splits = new HashSet<>();

  /** Words that the query takes account of without a mark of their own. */
  final Set<String> covered = new HashSet<>();

  final List<String> notes = new ArrayList<>();
  Optional<Meaning.OfOrder> order = Optional.empty();
  Optional<Integer> limit = Optional.empty();
  Transform transform = Transform.NONE;
  boolean percent;

  /** Whether the figure itself was named before its change. */
  boolean figureFirst;

  /** Whether the change itself was asked for, before its figure. */
  boolean changeFirst;

  /** Whether the first row, which has nothing before it, is left out. */
  boolean withoutFirst;

  /** Whether sign-ups were named, whose time users have. */
  boolean signups;

  /** Whether the figure was not said but follows from what else was. */
  boolean implied;

  int window = 7;

  /** How the figures of days, users or sessions are summed up ("average requests per day"). */
  Optional<Summary> summary = Optional.empty();

  /**
   * A figure over the groups of one dimension.
   *
   * @param name the column's name
   * @param format an aggregate over the inner figure's column
   */
  record Summary(Dimension inner, String name, String format) {}

  /** Works the figure out for each value of {@code inner} and sums those figures up. */
  void summarise(Dimension inner, String name, String format) {
    group(inner);
    summary = Optional.of(new Summary(inner, name, format));
  }

  /** The part of a whole that the fewest groups are to make up together. */
  Optional<java.math.BigDecimal> fewestFor = Optional.empty();

  /** What comes first, if that was said without saying by which figure: "biggest first". */
  Optional<String> first = Optional.empty();

  /** The place in the ranking that was asked for, if only one. */
  Optional<Integer> place = Optional.empty();

  void measure(Measure measure) {
    // Rows of different kinds are counted by the same expression.
    if (measures.stream()
        .noneMatch(
            known ->
                known.expression().equals(measure.expression())
                    && known.entity().equals(measure.entity()))) {
      String name = measure.name();
      boolean taken = measures.stream().anyMatch(known -> known.name().equals(name));
      measures.add(
          taken ? measure.as(name + "_" + (measures.size() + 1), measure.label()) : measure);
    }
  }

  void group(Dimension dimension) {
    if (groups.stream().noneMatch(known -> known.name().equals(dimension.name()))) {
      groups.add(dimension);
    }
  }

  void filter(Filter filter) {
    if (filters.stream().noneMatch(known -> known.condition().equals(filter.condition()))) {
      filters.add(filter);
    }
  }

  MetricQuery base() {
    return new MetricQuery(measures, groups, filters, List.of(), Optional.empty());
  }
}
