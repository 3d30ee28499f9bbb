package io.genai.sessions.models.runtime;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokenizers' native library. A JVM loads its file for one class loader only, so where a worker
 * of a cluster runs one job after another, each with a class loader of its own, every job but the
 * first takes a copy.
 */
final class TokenizerLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(TokenizerLibrary.class);

  /** Where DJL unpacks the library; an environment variable of this name stands before it. */
  private static final String PLACE = "ENGINE_CACHE_DIR";

  /** Known to all class loaders of the JVM. */
  private static final String TAKEN = "io.genai.sessions.models.tokenizers.taken";

  private TokenizerLibrary() {}

  /**
   * Loads the library.
   *
   * @throws IOException where there is no space for a copy
   */
  static void load() throws IOException {
    // System's properties are what the class loaders have in common, their lock included.
    synchronized (System.getProperties()) {
      if (System.setProperty(TAKEN, "true") == null) {
        LibUtils.checkStatus();
        return;
      }
      String before = System.getProperty(PLACE);
      Path copy = Files.createTempDirectory("tokenizers");
      System.setProperty(PLACE, copy.toString());
      try {
        LibUtils.checkStatus();
      } finally {
        if (before == null) {
          System.clearProperty(PLACE);
        } else {
          System.setProperty(PLACE, before);
        }
        delete(copy);
      }
    }
  }

  /** Once loaded, the file is no longer needed; where it cannot be deleted, it is small. */
  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.debug("A copy of the tokenizers' library stays behind in {}", directory, e);
    }
  }
}
