package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** What the hub's refusals mean, and what to do about each. */
final class HubAnswers {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final HubSettings settings;
  private final Clock clock;

  HubAnswers(HubSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Throws unless the status is one of success. */
  void requireSuccess(HubFile file, URI uri, int status, HttpHeaders headers)
      throws TransientFailure {
    if (status / 100 == 2) {
      return;
    }
    if (PASSING.contains(status)) {
      throw TransientFailure.answer(
          "%s answers %d for %s".formatted(uri.getHost(), status, file), retryAfter(headers));
    }
    throw new ModelException(
        status == 401 || status == 403 || status == 404 ? Code.USER : Code.RESOURCE,
        "%s: %s answers %d. %s"
            .formatted(file, uri.getHost(), status, advice(file, status, headers)));
  }

  private String advice(HubFile file, int status, HttpHeaders headers) {
    String page = settings.endpoint() + "/" + file.repository().urlPath();
    String error = headers.firstValue("X-Error-Code").orElse("");
    return switch (status) {
      case 401 ->
          settings.token().isPresent()
              ? "HF_TOKEN is not valid, or may not read %s.".formatted(page)
              : "%s does not exist, or needs a token: set HF_TOKEN to one that may read it."
                  .formatted(page);
      case 403 ->
          error.equals("GatedRepo")
              ? "Accept its terms at %s, and set HF_TOKEN to a token of that account."
                  .formatted(page)
              : "HF_TOKEN's account may not read %s.".formatted(page);
      case 404 ->
          switch (error) {
            case "RevisionNotFound" -> "%s has no revision '%s'.".formatted(page, file.revision());
            case "EntryNotFound" ->
                "That revision of %s has no file '%s'.".formatted(page, file.path());
            default ->
                "%s, its revision '%s' or its file '%s' does not exist."
                    .formatted(page, file.revision(), file.path());
          };
      default -> headers.firstValue("X-Error-Message").orElse("Is HF_ENDPOINT right?");
    };
  }

  /** Reads {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
  private Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers.firstValue("Retry-After").map(String::strip).flatMap(this::wait);
  }

  private Optional<Duration> wait(String text) {
    try {
      if (text.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
      }
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), until.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      // A header that nobody can read is as good as none.
      return Optional.empty();
    }
  }
}
