package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;

/** Checks of what a caller asked for. */
final class Require {
  private Require() {}

  // The annotation that this warning asks for would be one more dependency for one method.
  @SuppressWarnings("AnnotateFormatMethod")
  static void that(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw new ModelException(ModelException.Code.USER, String.format(message, arguments));
    }
  }
}
