package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A place for files: a directory of this machine, absolute, since workers start elsewhere, or a
 * prefix on another of Beam's file systems, such as {@code s3://bucket/data}.
 *
 * @param text without a slash at the end
 */
record Location(String text) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  /** The place that somebody typed. */
  static Location of(String typed) {
    if (typed.startsWith("file:/")) {
      return of(Path.of(URI.create(typed)).toString());
    }
    return isRemote(typed)
        ? new Location(typed.replaceFirst("/+$", ""))
        : new Location(Path.of(typed).toAbsolutePath().normalize().toString());
  }

  /** Whether what was typed has the scheme of another file system. */
  static boolean isRemote(String typed) {
    return SCHEME.matcher(typed).matches() && !typed.startsWith("file:/");
  }

  boolean isLocal() {
    return !isRemote(text);
  }

  /**
   * Refuses a place on a file system that is not on the class path.
   *
   * @param option that named it
   * @throws PipelineFailure (USER) naming the profile that brings it
   */
  void requireFileSystem(String option) {
    try {
      ResourceId unused = FileSystems.matchNewResource(text, /* isDirectory= */ true);
    } catch (IllegalArgumentException e) {
      throw new PipelineFailure(
          Code.USER,
          "%s=%s is on a file system that is not part of this build (%s). For s3:// add its Maven profile: mvn -q compile exec:java -pl pipeline -am -Ps3 -Dexec.args=…"
              .formatted(option, text, e.getMessage()),
          e);
    }
  }

  /** The place under {@code name}, which may hold slashes. */
  Location below(String name) {
    return new Location(text + "/" + name);
  }

  /** The directory of this machine; there where {@link #isLocal()}. */
  Path local() {
    return Path.of(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
