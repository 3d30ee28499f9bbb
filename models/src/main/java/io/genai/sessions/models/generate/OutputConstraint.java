package io.genai.sessions.models.generate;

/** What every output must look like. */
public sealed interface OutputConstraint {

  /** Anything. */
  record Free() implements OutputConstraint {}

  /**
   * JSON of a given shape, without spaces between its parts; whatever the model, the output parses.
   */
  record Json(JsonShape shape) implements OutputConstraint {}

  /**
   * Text that a regular expression matches as a whole.
   *
   * @param expression in the syntax of Lucene's {@code RegExp}: {@code . ? * + | {n,m} [a-z] ( )},
   *     {@code "literal"}, backslash escapes, {@code \d \w \s}; a dot is any character
   */
  record Pattern(String expression) implements OutputConstraint {}
}
