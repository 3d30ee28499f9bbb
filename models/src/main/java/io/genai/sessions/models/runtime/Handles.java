package io.genai.sessions.models.runtime;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.util.List;

/** Closes native handles without losing one, or the failure that led to it. */
public final class Handles {
  private Handles() {}

  /** Closes a handle on the way out of a failure, to which it adds its own. */
  public static void closeAfter(Exception failure, AutoCloseable handle) {
    try {
      handle.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  static void closeAll(String id, List<AutoCloseable> handles) {
    ModelException failure = null;
    for (AutoCloseable handle : handles) {
      try {
        handle.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new ModelException(Code.INTERNAL, "Model '%s' did not close".formatted(id), e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
