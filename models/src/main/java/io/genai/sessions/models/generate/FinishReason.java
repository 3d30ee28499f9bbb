package io.genai.sessions.models.generate;

/** Why an output ended. */
public sealed interface FinishReason {

  /** The model ended it (end-of-text or end-of-turn token). */
  record EndOfText() implements FinishReason {}

  /** One of the request's stop strings came; it is not part of the text. */
  record StopString(String stop) implements FinishReason {}

  /** The constraint allows nothing more: the output is whole. */
  record ConstraintMet() implements FinishReason {}

  /**
   * The limit on tokens was reached. A constrained output is then closed with the shortest text
   * that the constraint accepts, so that it parses all the same.
   */
  record LengthLimit() implements FinishReason {}

  /** The listener called the work off; a constrained output may be incomplete. */
  record Cancelled() implements FinishReason {}
}
