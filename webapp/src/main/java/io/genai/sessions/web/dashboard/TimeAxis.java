package io.genai.sessions.web.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The time axis of a chart.
 *
 * @param grain name of a time grain of the semantic model
 */
record TimeAxis(String grain) {

  static TimeAxis of(Span span) {
    return new TimeAxis(span.grain());
  }

  /** A click on a moment narrows the days to the moment's. */
  List<Narrowing> narrowings(List<String> categories) {
    return categories.stream().map(category -> narrowing(Instant.parse(category))).toList();
  }

  private Narrowing narrowing(Instant moment) {
    LocalDate first = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    LocalDate last =
        switch (grain) {
          case "week" -> first.plusDays(6);
          case "month" -> first.plusMonths(1).minusDays(1);
          default -> first;
        };
    return filters -> filters.between(Optional.of(first), Optional.of(last));
  }
}
