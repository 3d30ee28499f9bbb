package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the hub is, where its files are kept, and who asks: from the environment variables that the
 * hub's own tools read.
 *
 * @param endpoint {@code HF_ENDPOINT}, by default the public hub
 * @param cache {@code HF_HUB_CACHE}, by default {@code $HF_HOME/hub}, by default {@code
 *     ~/.cache/huggingface/hub}
 * @param token {@code HF_TOKEN}, for gated and private repositories
 * @param offline {@code HF_HUB_OFFLINE=1}: use what is there, ask nobody
 */
public record HubSettings(URI endpoint, Path cache, Optional<String> token, boolean offline) {
  private static final Set<String> TRUE = Set.of("1", "on", "yes", "true");

  /** Reads this process's environment. */
  public static HubSettings ofEnvironment() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static HubSettings of(Map<String, String> environment, Path home) {
    Path huggingFaceHome =
        value(environment, "HF_HOME")
            .map(Path::of)
            .or(() -> value(environment, "XDG_CACHE_HOME").map(c -> Path.of(c, "huggingface")))
            .orElse(home.resolve(".cache").resolve("huggingface"));
    return new HubSettings(
        endpoint(value(environment, "HF_ENDPOINT").orElse("https://huggingface.co")),
        value(environment, "HF_HUB_CACHE").map(Path::of).orElse(huggingFaceHome.resolve("hub")),
        value(environment, "HF_TOKEN"),
        value(environment, "HF_HUB_OFFLINE")
            .filter(offline -> TRUE.contains(offline.toLowerCase(Locale.ROOT)))
            .isPresent());
  }

  private static URI endpoint(String text) {
    try {
      URI endpoint = URI.create(text);
      if (endpoint.getHost() != null && Set.of("http", "https").contains(endpoint.getScheme())) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      throw badEndpoint(text, e);
    }
    throw badEndpoint(text, null);
  }

  private static ModelException badEndpoint(String text, IllegalArgumentException cause) {
    return new ModelException(
        Code.USER,
        "HF_ENDPOINT must be an http or https address such as https://huggingface.co, but was: "
            + text,
        cause);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Leaves the token out, so that it stands in no log. */
  @Override
  public String toString() {
    return "HubSettings[endpoint=%s, cache=%s, offline=%s]".formatted(endpoint, cache, offline);
  }
}
