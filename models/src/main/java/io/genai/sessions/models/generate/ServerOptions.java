package io.genai.sessions.models.generate;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach an OpenAI-compatible server.
 *
 * @param endpoint base address without {@code /v1}, such as {@code http://localhost:8000}
 * @param model name of the model as the server knows it
 * @param apiKey sent as a bearer token
 * @param timeout for one answer, from asking to its last word
 * @param attempts tries of one answer altogether, at least 1
 * @param firstPause before the second try; it doubles each time, and a server's {@code Retry-After}
 *     replaces it
 * @param parallelRequests prompts asked at once, at least 1; servers batch them
 */
public record ServerOptions(
    URI endpoint,
    String model,
    Optional<String> apiKey,
    Duration timeout,
    int attempts,
    Duration firstPause,
    int parallelRequests) {

  public ServerOptions {
    Require.that(
        "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()),
        "the endpoint must be an http or https address, but was: %s",
        endpoint);
    Require.that(!model.isBlank(), "the server's model name must not be blank");
    Require.that(attempts >= 1, "attempts must be at least 1, but was: %s", attempts);
    Require.that(
        parallelRequests >= 1,
        "parallelRequests must be at least 1, but was: %s",
        parallelRequests);
    Require.that(
        !timeout.isNegative() && !timeout.isZero(),
        "timeout must be longer than nothing, but was: %s",
        timeout);
  }

  /** Two minutes an answer, four attempts, half a second before the second, four at once. */
  public static ServerOptions of(URI endpoint, String model) {
    return new ServerOptions(
        endpoint, model, Optional.empty(), Duration.ofMinutes(2), 4, Duration.ofMillis(500), 4);
  }

  /** These options with a bearer token. */
  public ServerOptions withApiKey(String key) {
    return new ServerOptions(
        endpoint, model, Optional.of(key), timeout, attempts, firstPause, parallelRequests);
  }

  /** The key stays out of logs and messages. */
  @Override
  public String toString() {
    return "ServerOptions[endpoint=" + endpoint + ", model=" + model + "]";
  }
}
