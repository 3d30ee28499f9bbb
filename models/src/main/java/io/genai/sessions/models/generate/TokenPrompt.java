package io.genai.sessions.models.generate;

import java.util.List;

/**
 * A prompt in tokens.
 *
 * @param index its place in the request
 * @param instruction tokens that other prompts share; the cache is keyed by them
 * @param rest its own tokens, at least one
 */
record TokenPrompt(int index, List<Integer> instruction, List<Integer> rest) {
  TokenPrompt {
    instruction = List.copyOf(instruction);
    rest = List.copyOf(rest);
    Require.that(
        !rest.isEmpty(), "a prompt must have at least 1 token, but prompt %s had 0", index);
  }

  int length() {
    return instruction.size() + rest.size();
  }

  /** The same tokens with nothing to share. */
  TokenPrompt alone() {
    List<Integer> all = new java.util.ArrayList<>(instruction);
    all.addAll(rest);
    return new TokenPrompt(index, List.of(), all);
  }
}
