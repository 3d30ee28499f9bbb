package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads dates, months, weekdays and hours, and turns them into conditions on {@code {time}}. */
final class Periods {
  private static final String MONTH =
      "(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september"
          + "|sept|sep|october|oct|november|nov|december|dec)";
  private static final String DAY = "([0-3]?[0-9])(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:19|20)[0-9][0-9])";
  private static final String WEEKDAY =
      "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";
  private static final Map<String, String> NUMBERS = NumberWords.BY_WORD;

  private final DataProfile data;

  Periods(DataProfile data) {
    this.data = data;
  }

  void tag(Tagged q) {
    spans(q);
    relative(q);
    conditions(q);
    Clock.tag(q);
  }

  private void spans(Tagged q) {
    q.rewrite(
        DAY
            + " (?:to|until|through|and) "
            + DAY
            + " (?:of )?"
            + MONTH
            + "(?:(?: ,)? "
            + YEAR
            + ")?",
        g -> days(q, g.get(0), g.get(1), g.get(2), g.get(3), g.get(4)));
    q.rewrite(
        MONTH + " " + DAY + " (?:to|until|through|and) " + DAY + "(?:(?: ,)? " + YEAR + ")?",
        g -> days(q, g.get(0), g.get(2), g.get(3), g.get(1), g.get(4)));
    q.rewrite(
        DAY + " (?:of )?" + MONTH + "(?:(?: ,)? " + YEAR + ")?",
        g -> days(q, g.get(0), g.get(1), g.get(1), g.get(2), g.get(3)));
    q.rewrite(
        MONTH + " (?:the )?" + DAY + "(?:(?: ,)? " + YEAR + ")?",
        g -> days(q, g.get(0), g.get(2), g.get(2), g.get(1), g.get(3)));
    q.rewrite(
        "(?:the )?(first|second|1st|2nd|last) (half|week) of (?:the month of )?"
            + MONTH
            + "(?: ,)?(?: (?:of )?"
            + YEAR
            + ")?",
        g -> part(q, g));
    q.rewrite(
        "(?:the month of )?" + MONTH + "(?: ,)?(?: (?:of )?" + YEAR + ")?",
        g -> {
          if (g.get(0).equals("may")
              && !q.has("(?:in|during|of|since|before|after|until|by) may")) {
            return g.get(0);
          }
          LocalDate first = LocalDate.of(year(g.get(2), month(g.get(1))), month(g.get(1)), 1);
          return span(q, g.get(0), first, first.plusMonths(1));
        });
    q.rewrite(
        "q([1-4])(?: ,)?(?: (?:of )?" + YEAR + ")?",
        g -> {
          int quarter = Integer.parseInt(g.get(1));
          LocalDate first =
              LocalDate.of(
                  g.get(2).isEmpty() ? data.last().getYear() : Integer.parseInt(g.get(2)),
                  quarter * 3 - 2,
                  1);
          return span(q, g.get(0), first, first.plusMonths(3));
        });
    q.rewrite(
        "(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)? " + YEAR,
        g -> {
          int quarter =
              switch (g.get(1)) {
                case "first", "1st" -> 1;
                case "second", "2nd" -> 2;
                case "third", "3rd" -> 3;
                default -> 4;
              };
          LocalDate first = LocalDate.of(Integer.parseInt(g.get(2)), quarter * 3 - 2, 1);
          return span(q, g.get(0), first, first.plusMonths(3));
        });
    q.rewrite(
        "(in|of|during|since|before|after|until|throughout|for|from|the year) " + YEAR,
        g -> {
          LocalDate first = LocalDate.of(Integer.parseInt(g.get(2)), 1, 1);
          return g.get(1) + " " + span(q, g.get(2), first, first.plusYears(1));
        });
    q.rewrite(
        "(?:the )?week (?:of|starting|beginning|from)(?: on)?(?: "
            + WEEKDAY
            + ")?(?: ,)? (?:the )?(<P>)",
        g -> {
          LocalDate monday =
              date(q, g.get(2))
                  .from()
                  .toLocalDate()
                  .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          return span(q, g.get(0), monday, monday.plusWeeks(1));
        });
    q.rewrite(
        "(<P>)(.*) (?:the )?(?:(week|month|day) after(?: that| it)?|(?:following|next) (week|month|day))(?= |$)",
        g -> {
          Meaning.OfSpan span = date(q, g.get(1));
          String unit = g.get(3) + g.get(4);
          LocalDate start = span.until().toLocalDate();
          LocalDate end =
              unit.equals("week")
                  ? start.plusWeeks(1)
                  : unit.equals("month") ? start.plusMonths(1) : start.plusDays(1);
          return g.get(1) + " " + g.get(2) + " " + span(q, unit + " after", start, end);
        });
    q.rewrite(
        "(?:the )?(?:weeks|days|dates|periods|period|days from|period from)(?: of)? (<P>)",
        g -> g.get(1));
  }

  private String days(
      Tagged q, String surface, String from, String until, String month, String year) {
    try {
      LocalDate first =
          LocalDate.of(year(year, month(month)), month(month), Integer.parseInt(from));
      LocalDate last = first.withDayOfMonth(Integer.parseInt(until));
      return last.isBefore(first) ? surface : span(q, surface, first, last.plusDays(1));
    } catch (DateTimeException e) {
      return surface;
    }
  }

  private String part(Tagged q, List<String> g) {
    LocalDate first = LocalDate.of(year(g.get(4), month(g.get(3))), month(g.get(3)), 1);
    LocalDate end = first.plusMonths(1);
    boolean last = g.get(1).equals("last");
    boolean second = g.get(1).startsWith("second") || g.get(1).startsWith("2");
    if (g.get(2).equals("half")) {
      return second || last
          ? span(q, g.get(0), first.withDayOfMonth(16), end)
          : span(q, g.get(0), first, first.withDayOfMonth(16));
    }
    LocalDate from = last ? end.minusWeeks(1) : second ? first.plusWeeks(1) : first;
    return span(q, g.get(0), from, from.plusWeeks(1));
  }

  private int year(String year, Month month) {
    if (!year.isEmpty()) {
      return Integer.parseInt(year);
    }
    int last = data.last().getYear();
    return LocalDate.of(last, month, 1).isAfter(data.last().toLocalDate()) ? last - 1 : last;
  }

  private static Month month(String name) {
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3))) {
        return month;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String span(Tagged q, String surface, LocalDate from, LocalDate until) {
    return q.tag(surface, new Meaning.OfSpan(from.atStartOfDay(), until.atStartOfDay()));
  }

  private static Meaning.OfSpan date(Tagged q, String tag) {
    return q.item(tag).as(Meaning.OfSpan.class).orElseThrow();
  }

  private void relative(Tagged q) {
    q.rewrite(
        "(?<!first and )(?<!earliest and )(?:(?:in|over|during|for|within|from) )?(?:the )?(?:last|past|latest|most recent|final|trailing)"
            + " (?:([0-9]+|[a-z]+) )?(day|week|month|hour)(s?)"
            + "((?: (?:of|in) (?:the |our )?(?:data|dataset|available data|warehouse|records?|activity|record))?"
            + "(?: (?:leading )?up to(?: and including)? the (?:most recent|last|latest|newest) [a-z]+)?)",
        g -> {
          String count = NUMBERS.getOrDefault(g.get(1), g.get(1));
          boolean bare = count.isEmpty() && g.get(3).isEmpty();
          if ((!count.isEmpty() && !count.matches("[0-9]+"))
              || (bare && g.get(4).isEmpty() && !g.get(2).equals("day"))) {
            return g.get(0);
          }
          return lastUnits(
              q, g.get(0), count.isEmpty() ? "1" : count, g.get(2), bare && g.get(2).equals("day"));
        });
    q.rewrite(
        "(?:in|over|during|for) the ([0-9]+|[a-z]+) (day|week|month|hour)s? (?:leading )?up to(?: and including)? the (?:most recent|last|latest|newest) [a-z]+",
        g -> {
          String count = NUMBERS.getOrDefault(g.get(1), g.get(1));
          return count.matches("[0-9]+")
              ? lastUnits(q, g.get(0), count, g.get(2), false)
              : g.get(0);
        });
  }

  private String lastUnits(Tagged q, String surface, String count, String unit, boolean calendar) {
    if (calendar) {
      LocalDate day = data.last().toLocalDate();
      return q.tag(surface, period(day.atStartOfDay(), day.plusDays(1).atStartOfDay()));
    }
    return q.tag(
        surface,
        new Meaning.OfPeriod(
            new Filter(
                "{time} > (SELECT max(timestamp) FROM fct_generations) - INTERVAL %s %s"
                    .formatted(count, unit.toUpperCase(Locale.ROOT)),
                "in the last %s %ss of the data".formatted(count, unit))));
  }

  private void conditions(Tagged q) {
    q.rewrite(
        "(?:on |from |in )?(<P>) (?:or later|or after|and later|and after|onward|onwards|and onwards)",
        g -> q.tag(g.get(0), from(date(q, g.get(1)).from())));
    q.rewrite(
        "(?:, )?(?:both|all|first and last|start and end)(?: day| days| date| dates| end| ends)? (?:included|inclusive|inclusively)",
        "");
    q.rewrite(
        "before (?:and|vs|versus|or|compared to) (?:on or )?(?:after|since|from) (<P>)",
        g ->
            q.tag(g.get(0), until(date(q, g.get(1)).from()))
                + " vs "
                + q.tag(g.get(0), from(date(q, g.get(1)).from())));
    boolean change =
        q.has(
            "(?:change|changed|difference|gap|delta|shift|increase|increased|drop|dropped|decline|declined|rise|rose|growth|grow|grew|grown|improve|improved|worsen|worsened|fell|fall|jump|gain)");
    q.rewrite(
        "(?:from|between) (<P>) (to|and) (<P>)",
        g ->
            change && weeks(q, g.get(1)) && weeks(q, g.get(3))
                ? "from "
                    + q.tag(
                        q.item(g.get(1)).surface(),
                        period(date(q, g.get(1)).from(), date(q, g.get(1)).until()))
                    + " "
                    + g.get(2)
                    + " "
                    + q.tag(
                        q.item(g.get(3)).surface(),
                        period(date(q, g.get(3)).from(), date(q, g.get(3)).until()))
                : g.get(0));
    q.rewrite(
        "(?:between|from|in the period|over) (<P>) (?:and|to|until|till|through|up to|thru) (<P>)",
        g -> q.tag(g.get(0), period(date(q, g.get(1)).from(), date(q, g.get(2)).until())));
    q.rewrite(
        "(<P>) (?:to|until|through|till) (<P>)",
        g -> q.tag(g.get(0), period(date(q, g.get(1)).from(), date(q, g.get(2)).until())));
    q.rewrite(
        "(?:since|from|starting(?: from| on| in)?|beginning(?: on)?|on or after) (?:the beginning of |the start of )?(<P>)(?: on| onwards?)?",
        g ->
            g.get(0).startsWith("from")
                    && q.item(g.get(1)).surface().matches(".* (?:to|until|through|and) .*")
                ? q.tag(g.get(0), period(date(q, g.get(1)).from(), date(q, g.get(1)).until()))
                : q.tag(g.get(0), from(date(q, g.get(1)).from())));
    q.rewrite(
        "(?:after|later than|following) (<P>)",
        g -> q.tag(g.get(0), from(date(q, g.get(1)).until())));
    q.rewrite(
        "(?:before|prior to|earlier than|up to but not including|ahead of) (<P>)",
        g -> q.tag(g.get(0), until(date(q, g.get(1)).from())));
    q.rewrite(
        "(?:until|till|up to|by|through|by the end of|until the end of|on or before) (<P>)",
        g -> q.tag(g.get(0), until(date(q, g.get(1)).until())));
    q.rewrite(
        "(?:(?:in|on|during|for|of|throughout|within|over) )?(?:the )?(?:whole |entire )?(<P>)",
        g -> q.tag(g.get(0), period(date(q, g.get(1)).from(), date(q, g.get(1)).until())));
    q.rewrite(
        "(?:on |from )?" + WEEKDAY + " (?:to|through|until|till) " + WEEKDAY,
        g -> {
          int from = weekday(g.get(1)).getValue();
          int until = weekday(g.get(2)).getValue();
          return from < until
              ? weekdays(q, g.get(0), IntStream.rangeClosed(from, until).boxed().toList())
              : g.get(0);
        });
    q.rewrite(
        "(?:on |every )?" + WEEKDAY + "(?: (?:and|or|,) (?:on )?" + WEEKDAY + ")",
        g ->
            weekdays(
                q, g.get(0), List.of(weekday(g.get(1)).getValue(), weekday(g.get(2)).getValue())));
    q.rewrite(
        "(?:on |every )?(?:an? )?" + WEEKDAY,
        g -> {
          String name =
              DayOfWeek.valueOf(g.get(1).toUpperCase(Locale.ROOT))
                  .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          return q.tag(
              g.get(0),
              new Meaning.OfPeriod(
                  new Filter("dayname({time}) = '" + name + "'", "on " + name + "s")));
        });
  }

  /** Whether the stretch is a week or longer, so that it stands for itself. */
  private static boolean weeks(Tagged q, String tag) {
    return !date(q, tag).from().plusDays(7).isAfter(date(q, tag).until());
  }

  private static DayOfWeek weekday(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String weekdays(Tagged q, String surface, List<Integer> days) {
    String names =
        days.stream()
            .map(day -> DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("', '"));
    return q.tag(
        surface,
        new Meaning.OfPeriod(
            new Filter(
                "dayname({time}) IN ('" + names + "')",
                "on " + names.replace("', '", "s, ") + "s")));
  }

  static Meaning.OfPeriod period(LocalDateTime from, LocalDateTime until) {
    return new Meaning.OfPeriod(Filter.during(from, until));
  }

  private static Meaning.OfPeriod from(LocalDateTime from) {
    return new Meaning.OfPeriod(
        new Filter(
            "{time} >= TIMESTAMP '" + from.toLocalDate() + "'",
            "from " + from.toLocalDate() + " on"));
  }

  private static Meaning.OfPeriod until(LocalDateTime until) {
    return new Meaning.OfPeriod(
        new Filter(
            "{time} < TIMESTAMP '" + until.toLocalDate() + "'", "before " + until.toLocalDate()));
  }
}
