package io.genai.sessions.models.generate;

import java.util.List;

/**
 * Prompts to continue, and how.
 *
 * @param prompts at least one; a local model batches them, in any number
 * @param sampling how tokens are chosen
 * @param maximumTokens limit on each output, at least 1
 * @param stopStrings an output ends before the first of these; one that is a special token of the
 *     model's vocabulary (such as {@code <|im_end|>}) ends it by token
 * @param constraint what every output must look like
 */
public record GenerationRequest(
    List<Prompt> prompts,
    Sampling sampling,
    int maximumTokens,
    List<String> stopStrings,
    OutputConstraint constraint) {

  public GenerationRequest {
    prompts = List.copyOf(prompts);
    stopStrings = List.copyOf(stopStrings);
    Require.that(!prompts.isEmpty(), "a request needs at least 1 prompt, but had: 0");
    Require.that(
        maximumTokens >= 1, "maximumTokens must be at least 1, but was: %s", maximumTokens);
    Require.that(
        stopStrings.stream().noneMatch(String::isEmpty), "a stop string must not be empty");
  }

  /** The most likely continuation of each prompt, free of constraints. */
  public static GenerationRequest greedy(List<? extends Prompt> prompts, int maximumTokens) {
    return new GenerationRequest(
        List.copyOf(prompts),
        new Sampling.Greedy(),
        maximumTokens,
        List.of(),
        new OutputConstraint.Free());
  }

  /** This request with another way to choose tokens. */
  public GenerationRequest withSampling(Sampling sampling) {
    return new GenerationRequest(prompts, sampling, maximumTokens, stopStrings, constraint);
  }

  /** This request with outputs ending before any of the strings. */
  public GenerationRequest withStopStrings(List<String> stopStrings) {
    return new GenerationRequest(prompts, sampling, maximumTokens, stopStrings, constraint);
  }

  /** This request with outputs held to a constraint. */
  public GenerationRequest withConstraint(OutputConstraint constraint) {
    return new GenerationRequest(prompts, sampling, maximumTokens, stopStrings, constraint);
  }
}
