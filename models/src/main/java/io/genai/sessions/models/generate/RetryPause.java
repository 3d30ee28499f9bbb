package io.genai.sessions.models.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before asking again: what the server says in {@code Retry-After} (seconds or a
 * date, RFC 9110, section 10.2.3), otherwise a pause that doubles each time, less up to a half by
 * chance, so that many callers do not come back at once.
 */
final class RetryPause {
  private final Duration longest;
  private Duration pause;

  RetryPause(Duration first, Duration longest) {
    this.longest = longest;
    pause = first;
  }

  Duration next(Optional<String> retryAfter) {
    Duration own = pause.multipliedBy(ThreadLocalRandom.current().nextLong(50, 101)).dividedBy(100);
    pause = pause.multipliedBy(2);
    Duration wanted = retryAfter.flatMap(RetryPause::parse).orElse(own);
    return wanted.compareTo(longest) > 0 ? longest : wanted;
  }

  private static Optional<Duration> parse(String retryAfter) {
    String value = retryAfter.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), at);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeParseException e) {
      // A header that is neither: as if it were not there.
      return Optional.empty();
    }
  }
}
