package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of a repository at one revision.
 *
 * @param revision a branch, a tag, or a commit's 40 hexadecimal digits, which pins it
 * @param path relative, with {@code /}
 */
public record HubFile(HubRepository repository, String revision, String path) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  public HubFile {
    requirePlain("path", path);
    requirePlain("revision", revision);
  }

  private static void requirePlain(String what, String value) {
    List<String> segments = List.of(value.split("/", -1));
    if (value.contains("\\")
        || value.contains(":")
        || segments.stream().anyMatch(s -> s.isBlank() || s.equals(".") || s.equals(".."))) {
      throw new ModelException(
          Code.USER,
          "A hub file's %s has non-empty parts between slashes, none of them '.' or '..', but was: '%s'"
              .formatted(what, value));
    }
  }

  boolean isPinned() {
    return isCommit(revision);
  }

  static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  /** Returns the address that answers with the file or where it lies. */
  URI url(URI endpoint) {
    String base = endpoint.toString().replaceAll("/+$", "");
    String segments =
        Stream.of(path.split("/")).map(HubFile::encode).collect(Collectors.joining("/"));
    return URI.create(
        "%s/%s/resolve/%s/%s".formatted(base, repository.urlPath(), encode(revision), segments));
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "%s@%s: %s".formatted(repository.urlPath(), revision, path);
  }
}
