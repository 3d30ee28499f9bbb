package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a word or phrase of a question may stand for. A phrase may have several. */
sealed interface Meaning {
  /** The letters by which rules call the meanings. */
  Map<Class<? extends Meaning>, Character> LETTERS =
      Map.ofEntries(
          Map.entry(OfMeasure.class, 'M'),
          Map.entry(OfFact.class, 'F'),
          Map.entry(OfDimension.class, 'D'),
          Map.entry(OfValue.class, 'V'),
          Map.entry(OfEntity.class, 'E'),
          Map.entry(OfCondition.class, 'S'),
          Map.entry(OfPeriod.class, 'T'),
          Map.entry(OfSpan.class, 'P'),
          Map.entry(OfBands.class, 'Z'),
          Map.entry(OfNumber.class, 'N'),
          Map.entry(OfUnit.class, 'I'),
          Map.entry(OfAggregation.class, 'A'),
          Map.entry(OfComparison.class, 'C'),
          Map.entry(OfThreshold.class, 'H'),
          Map.entry(OfPerOwner.class, 'Y'),
          Map.entry(OfOrder.class, 'O'),
          Map.entry(OfGroup.class, 'B'));

  /** The letter by which rules call the meaning. */
  default char letter() {
    return LETTERS.get(getClass());
  }

  record OfMeasure(Measure measure) implements Meaning {}

  record OfFact(Fact fact) implements Meaning {}

  record OfDimension(Dimension dimension) implements Meaning {}

  record OfValue(Dimension dimension, String value) implements Meaning {}

  record OfEntity(Entity entity) implements Meaning {}

  /** A condition on rows of an entity ({@code time}: on whichever rows are asked for). */
  record OfCondition(String entity, Filter filter) implements Meaning {}

  /** A period of time, named by a condition on {@code {time}}. */
  record OfPeriod(Filter filter) implements Meaning {}

  /** A stretch of the calendar; {@code until} is not part of it. */
  record OfSpan(LocalDateTime from, LocalDateTime until) implements Meaning {}

  /**
   * Labelled bands of a fact; each limit as SQL, empty: no upper limit.
   *
   * @param unit the noun that was said with a number; empty: the fact is named elsewhere
   */
  record OfBands(List<String> labels, List<String> limits, String unit) implements Meaning {}

  /** A number; a percentage is held as a fraction. */
  record OfNumber(BigDecimal value, String unit) implements Meaning {}

  /** The unit in which a figure was asked for. */
  record OfUnit(String unit) implements Meaning {}

  /** How a fact is summed up: a format of a DuckDB expression. */
  record OfAggregation(String name, String format) implements Meaning {}

  /** A comparison with a bound: a number, or a multiple of a figure. */
  record OfComparison(Filter.Comparison comparison, Bound bound) implements Meaning {}

  /** What something is compared with. */
  sealed interface Bound {
    record Fixed(BigDecimal value, String unit) implements Bound {}

    /** Two numbers, both included. */
    record Range(BigDecimal from, BigDecimal until, String unit) implements Bound {}

    /** {@code factor} times the figure over everything. */
    record Overall(BigDecimal factor) implements Bound {}

    /** The mean plus {@code factor} standard deviations. */
    record Outlier(BigDecimal factor) implements Bound {}

    /** The quantile (0..1) of the figures of all groups, or of all rows. */
    record Quantile(BigDecimal part) implements Bound {}

    /**
     * {@code factor} times the mean or median of all rows with the row's value of the dimension.
     *
     * @param aggregation an aggregate function of DuckDB
     */
    record WithinDimension(BigDecimal factor, String aggregation, Dimension dimension)
        implements Bound {}

    /** {@code factor} times the figure of the day, week or month before. */
    record Previous(BigDecimal factor) implements Bound {}

    /** {@code factor} times the mean of the group that the row belongs to. */
    record OwnGroup(BigDecimal factor) implements Bound {}
  }

  /** A condition on a figure of each group, or of each {@code owner} if that was said. */
  record OfThreshold(Measure measure, OfComparison comparison, Optional<Entity> owner)
      implements Meaning {}

  /** A figure of each user, session or day, summed up over them: "median credits per user". */
  record OfPerOwner(Measure measure, Dimension owner, OfAggregation aggregation)
      implements Meaning {}

  /** An order by a figure, e.g. from a superlative. */
  record OfOrder(Measure measure, boolean descending) implements Meaning {}

  /** A dimension that was said to split the figures. */
  record OfGroup(Dimension dimension) implements Meaning {}
}
