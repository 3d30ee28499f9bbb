package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.util.regex.Pattern;

/**
 * A repository of the hub.
 *
 * @param name {@code organisation/name}, or a bare name as some old ones have
 */
public record HubRepository(Kind kind, String name) {
  private static final Pattern NAME = Pattern.compile("[\\w.-]+(/[\\w.-]+)?");

  /** What a repository holds; models and data sets have URLs and cache folders of their own. */
  public enum Kind {
    MODEL("", "models"),
    DATASET("datasets/", "datasets");

    private final String urlPrefix;
    private final String folderPrefix;

    Kind(String urlPrefix, String folderPrefix) {
      this.urlPrefix = urlPrefix;
      this.folderPrefix = folderPrefix;
    }
  }

  public HubRepository {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw new ModelException(
          Code.USER, "A hub repository is named organisation/name, but was: '%s'".formatted(name));
    }
  }

  public static HubRepository model(String name) {
    return new HubRepository(Kind.MODEL, name);
  }

  public static HubRepository dataset(String name) {
    return new HubRepository(Kind.DATASET, name);
  }

  /**
   * Returns the path of its pages on the hub, for instance {@code datasets/poloclub/diffusiondb}.
   */
  String urlPath() {
    return kind.urlPrefix + name;
  }

  /** Returns its folder in the cache, for instance {@code datasets--poloclub--diffusiondb}. */
  String folder() {
    return kind.folderPrefix + "--" + name.replace("/", "--");
  }
}
