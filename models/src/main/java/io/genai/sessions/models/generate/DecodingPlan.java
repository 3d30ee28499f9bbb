package io.genai.sessions.models.generate;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a request are decoded.
 *
 * @param endTokens ids that end an output
 * @param contextLength tokens that the model can look back on
 * @param automaton what outputs are held to
 * @param jumpForward whether forced tokens are fed together instead of sampled one by one
 */
record DecodingPlan(
    Vocabulary vocabulary,
    Sampling sampling,
    int maximumTokens,
    int contextLength,
    List<String> stopStrings,
    BitSet endTokens,
    Optional<TokenAutomaton> automaton,
    boolean jumpForward) {

  /** All ids, for an output without constraint. */
  BitSet everyToken() {
    BitSet all = new BitSet(vocabulary.size());
    all.set(0, vocabulary.size());
    return all;
  }
}
