package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.Formats;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The days that a view shows.
 *
 * @param first first day, in UTC
 * @param last last day, in UTC
 */
record Period(LocalDate first, LocalDate last) {
  private static final int MOST_HOURLY_DAYS = 2;
  private static final int MOST_DAILY_DAYS = 62;
  private static final int MOST_WEEKLY_DAYS = 730;

  /** A span and the one to hold it against. */
  record Comparison(Period current, Period before, String words) {}

  static Period of(Filters filters, DataVersion version) {
    return new Period(
        filters.from().orElse(version.firstDay()), filters.to().orElse(version.lastDay()));
  }

  /**
   * What "change" means: against as many days just before, or, where there are none because all
   * days are shown, the later half against the earlier half.
   */
  static Optional<Comparison> comparison(Filters filters, DataVersion version) {
    Period all = of(filters, version);
    if (all.days() < 1) {
      return Optional.empty();
    }
    if (all.first().isAfter(version.firstDay())) {
      Period before = new Period(all.first().minusDays(all.days()), all.first().minusDays(1));
      return Optional.of(new Comparison(all, before, "against " + before.words()));
    }
    if (all.days() < 2) {
      return Optional.empty();
    }
    LocalDate middle = all.first().plusDays((all.days() + 1) / 2);
    Period earlier = new Period(all.first(), middle.minusDays(1));
    Period later = new Period(middle, all.last());
    return Optional.of(
        new Comparison(later, earlier, later.words() + " against " + earlier.words()));
  }

  /** Whether a moment lies on the day or after it. */
  static Dimension since(String name, LocalDate day) {
    return new Dimension(
        name,
        "Since " + Formats.day(day),
        List.of(),
        Dimension.TIME,
        "{time} >= TIMESTAMP '%s'".formatted(day),
        Dimension.Type.BOOLEAN,
        List.of(),
        false,
        false,
        false,
        false,
        "",
        new SourceLine("Period", 0));
  }

  long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** The time grain that gives a readable number of points. */
  String grain() {
    if (days() <= MOST_HOURLY_DAYS) {
      return "hour";
    }
    if (days() <= MOST_DAILY_DAYS) {
      return "day";
    }
    return days() <= MOST_WEEKLY_DAYS ? "week" : "month";
  }

  Filters applyTo(Filters filters) {
    return filters.between(Optional.of(first), Optional.of(last));
  }

  private String words() {
    return first.equals(last)
        ? Formats.day(first)
        : Formats.day(first) + " to " + Formats.day(last);
  }
}
