package io.genai.sessions.web.shared;

import io.genai.sessions.warehouse.semantic.Format;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers and times as people read them. The chart element's formats.ts has the same names. */
public final class Formats {
  /** Stands where nothing is known. */
  public static final String NOTHING = "–";

  private static final Locale LOCALE = Locale.UK;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", LOCALE);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", LOCALE);

  private Formats() {}

  /**
   * A value in a format of the semantic model.
   *
   * <p>Units that the format does not write (credits) stand beside the figure.
   */
  public static String value(Format format, double value) {
    return switch (format) {
      case PERCENT -> decimal(100 * value, 1) + "%";
      case INTEGER -> decimal(value, 0);
      case MILLISECONDS ->
          Math.abs(value) >= 1000 ? fixed(value / 1000, 1) + " s" : decimal(value, 0) + " ms";
      case CREDITS -> Math.abs(value) >= 100 ? decimal(value, 0) : fixed(value, 2);
      case MINUTES -> decimal(value, 1) + " min";
      case HOURS -> decimal(value, 1) + " h";
      case DECIMAL -> decimal(value, Math.abs(value) >= 100 ? 1 : 2);
    };
  }

  /** A value in that format, or {@link #NOTHING}. */
  public static String value(Format format, Optional<Double> value) {
    return value.map(known -> value(format, known.doubleValue())).orElse(NOTHING);
  }

  /** A CSS width for a share, 0..1. */
  public static String percentWidth(double share) {
    return Math.round(100 * share) + "%";
  }

  public static String count(long value) {
    return NumberFormat.getIntegerInstance(LOCALE).format(value);
  }

  /** A count with its noun: "1 session", "12 sessions". */
  public static String count(long value, String singular, String plural) {
    return count(value) + " " + (value == 1 ? singular : plural);
  }

  /** A relative change with its sign: "+12.5%". */
  public static String change(double share) {
    return (share >= 0 ? "+" : "−") + decimal(Math.abs(100 * share), 1) + "%";
  }

  /** A change of a share in percentage points, with its sign: "−1.2 pp". */
  public static String points(double share) {
    return (share >= 0 ? "+" : "−") + decimal(Math.abs(100 * share), 1) + " pp";
  }

  public static String decimal(double value, int mostDigits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LOCALE));
    format.setMaximumFractionDigits(mostDigits);
    return format.format(value);
  }

  private static String fixed(double value, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LOCALE));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** A moment, to the minute, in UTC like everything in the warehouse. */
  public static String minute(LocalDateTime time) {
    return MINUTE.format(time);
  }

  /** A time of day, to the second, in UTC. */
  public static String clock(LocalDateTime time) {
    return CLOCK.format(time);
  }

  /** How long ago: "just now", "3 min ago", "2 h ago", "5 days ago". */
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    if (age.toDays() < 1) {
      return age.toHours() + " h ago";
    }
    return count(age.toDays(), "day", "days") + " ago";
  }

  /** A length of time: "820 ms", "12.4 s", "3 min 20 s", "2 h 5 min". */
  public static String duration(Duration length) {
    if (length.toMillis() < 1000) {
      return length.toMillis() + " ms";
    }
    if (length.toSeconds() < 60) {
      return decimal(length.toMillis() / 1000.0, 1) + " s";
    }
    if (length.toHours() < 1) {
      return length.toMinutes() + " min " + length.toSecondsPart() + " s";
    }
    return length.toHours() + " h " + length.toMinutesPart() + " min";
  }

  /**
   * A value of a closed vocabulary as a person reads it: "safety_violation" is safety violation.
   */
  public static String words(String value) {
    return value.replace('_', ' ');
  }
}
