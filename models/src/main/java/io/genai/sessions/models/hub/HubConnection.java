package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks with the hub. The hub answers for a large file with a redirect to a storage host; the
 * token goes to the hub only.
 *
 * <p>Source: {@code get_hf_file_metadata} and {@code http_get} of huggingface_hub.
 */
final class HubConnection {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MAXIMUM_REDIRECTS = 10;
  private static final Duration ANSWER_TIME = Duration.ofSeconds(60);

  private final HubSettings settings;
  private final HubAnswers answers;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(15))
          .build();

  HubConnection(HubSettings settings) {
    this.settings = settings;
    this.answers = new HubAnswers(settings, Clock.systemUTC());
  }

  /** Asks what a file is, without following the hub's redirect to the storage host. */
  RemoteFile ask(HubFile file) throws TransientFailure {
    URI uri = file.url(settings.endpoint());
    Map<String, String> seen = new HashMap<>();
    for (int hop = 0; hop < MAXIMUM_REDIRECTS; hop++) {
      HttpResponse<Void> response = send("HEAD", file, uri, 0, BodyHandlers.discarding());
      response.headers().map().forEach((k, v) -> seen.put(k.toLowerCase(Locale.ROOT), v.get(0)));
      Optional<URI> target = redirect(response, uri);
      if (target.isEmpty()) {
        answers.requireSuccess(file, uri, response.statusCode(), response.headers());
        return describe(file, seen, "content-length");
      }
      if (!isSameHost(target.get(), uri)) {
        return describe(file, seen, "x-linked-size");
      }
      uri = target.get();
    }
    throw tooManyRedirects(file);
  }

  /**
   * Opens a file's bytes, from one of them on; status 200 means that the host starts at the first.
   */
  HttpResponse<InputStream> open(HubFile file, long from) throws TransientFailure {
    URI uri = file.url(settings.endpoint());
    for (int hop = 0; hop < MAXIMUM_REDIRECTS; hop++) {
      HttpResponse<InputStream> response =
          send("GET", file, uri, from, BodyHandlers.ofInputStream());
      Optional<URI> target = redirect(response, uri);
      if (target.isEmpty()) {
        if (response.statusCode() / 100 != 2) {
          closeQuietly(response.body());
        }
        answers.requireSuccess(file, uri, response.statusCode(), response.headers());
        return response;
      }
      closeQuietly(response.body());
      uri = target.get();
    }
    throw tooManyRedirects(file);
  }

  private <T> HttpResponse<T> send(
      String method, HubFile file, URI uri, long from, BodyHandler<T> handler)
      throws TransientFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(ANSWER_TIME)
            .header("User-Agent", "session-analyzer")
            // Sizes and ranges are those of the file itself.
            .header("Accept-Encoding", "identity");
    if (isSameHost(uri, settings.endpoint())) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw TransientFailure.connection(
          "%s cannot be reached for %s: %s".formatted(uri.getHost(), file, describe(e)), false, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Code.RESOURCE, "The download was interrupted", e);
    }
  }

  private RemoteFile describe(HubFile file, Map<String, String> headers, String sizeHeader) {
    String etag = headers.getOrDefault("x-linked-etag", headers.getOrDefault("etag", ""));
    etag = etag.strip().replaceFirst("^W/", "").replace("\"", "");
    String size = headers.getOrDefault("x-linked-size", headers.getOrDefault(sizeHeader, ""));
    String commit = headers.getOrDefault("x-repo-commit", "");
    if (!etag.matches("[\\w-]+") || !size.matches("\\d{1,18}") || !HubFile.isCommit(commit)) {
      throw new ModelException(
          Code.DATA,
          "%s: %s does not answer as a hub does (X-Repo-Commit '%s', ETag '%s', size '%s'). Is HF_ENDPOINT right?"
              .formatted(file, settings.endpoint(), commit, etag, size));
    }
    return new RemoteFile(commit, etag, Long.parseLong(size));
  }

  private static Optional<URI> redirect(HttpResponse<?> response, URI from) {
    Optional<String> location = response.headers().firstValue("Location");
    try {
      return REDIRECTS.contains(response.statusCode())
          ? location.map(from::resolve)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          Code.DATA, "%s redirects to no address: %s".formatted(from, location), e);
    }
  }

  private static boolean isSameHost(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getAuthority().equals(other.getAuthority());
  }

  private static String describe(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void closeQuietly(InputStream body) throws TransientFailure {
    try {
      body.close();
    } catch (IOException e) {
      throw TransientFailure.connection("The connection broke", false, e);
    }
  }

  private static ModelException tooManyRedirects(HubFile file) {
    return new ModelException(
        Code.DATA,
        "%s: more than %d redirects. Is HF_ENDPOINT right?".formatted(file, MAXIMUM_REDIRECTS));
  }
}
