package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The time that a view's figures are about: what is shown, and what that is held against.
 *
 * @param shown the days shown
 * @param comparison the days that are compared, some of which may lie before those shown
 */
record Span(Period shown, Optional<Period.Comparison> comparison) {
  /** The dimension that tells the current days from those that they are held against. */
  static final String IS_CURRENT = "is_current";

  private static final Set<String> WITHIN_A_DAY = Set.of("hour", "day");

  static Span of(Filters filters, DataVersion version) {
    return new Span(Period.of(filters, version), Period.comparison(filters, version));
  }

  /** The time grain to show it by. */
  String grain() {
    return shown.grain();
  }

  /** The filters with the days before let through, if they are held against. */
  Filters applyTo(Filters filters) {
    return looksBack()
        ? new Period(comparison.orElseThrow().before().first(), shown.last()).applyTo(filters)
        : filters;
  }

  /** The dimensions of time by which to ask: a week or a month may be current in part. */
  List<Dimension> dimensions(Figures figures) {
    Dimension grain = figures.by(grain());
    return comparison.isEmpty() || WITHIN_A_DAY.contains(grain())
        ? List.of(grain)
        : List.of(grain, Period.since(IS_CURRENT, comparison.orElseThrow().current().first()));
  }

  /** Whether an hour or a day is current. */
  boolean isCurrent(Instant time) {
    return comparison
        .map(
            both -> !time.isBefore(both.current().first().atStartOfDay().toInstant(ZoneOffset.UTC)))
        .orElse(true);
  }

  /** The part that is shown. */
  <T> Cube<T> shown(Cube<T> cube) {
    return looksBack() ? cube.where(IS_CURRENT, true) : cube;
  }

  private boolean looksBack() {
    return comparison.filter(both -> both.before().first().isBefore(shown.first())).isPresent();
  }
}
