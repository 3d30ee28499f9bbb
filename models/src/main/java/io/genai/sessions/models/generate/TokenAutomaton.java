package io.genai.sessions.models.generate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A constraint seen by tokens: which may come next, and which must. */
final class TokenAutomaton {
  private final ByteAutomaton automaton;
  private final Vocabulary vocabulary;
  private final TokenCodec codec;
  private final Map<Integer, BitSet> allowed = new ConcurrentHashMap<>();
  private final Map<Integer, byte[]> forcedBytes = new ConcurrentHashMap<>();
  private final Map<Integer, Forced> forced = new ConcurrentHashMap<>();

  TokenAutomaton(ByteAutomaton automaton, TokenCodec codec) {
    this.automaton = automaton;
    this.vocabulary = codec.vocabulary();
    this.codec = codec;
  }

  /**
   * Tokens that the constraint leaves no choice about.
   *
   * @param tokens ids, none where there is a choice
   * @param state the state after them
   */
  record Forced(List<Integer> tokens, int state) {}

  int start() {
    return automaton.start();
  }

  /** The state after a token that {@link #allowed} holds. */
  int step(int state, int token) {
    return automaton.step(state, vocabulary.bytes(token));
  }

  boolean accepts(int state) {
    return automaton.accepts(state);
  }

  boolean finished(int state) {
    return automaton.finished(state);
  }

  byte[] shortestEnd(int state) {
    return automaton.shortestEnd(state);
  }

  /**
   * The tokens whose bytes can all follow; the caller must not change the set. A token after which
   * the next bytes are certain is left out where a longer one holds them too: it writes the same
   * text, in the pieces that the model knows the text by, and in fewer.
   */
  BitSet allowed(int state) {
    return allowed.computeIfAbsent(state, this::computeAllowed);
  }

  /** What must follow, in the tokenizer's own tokens where these spell it exactly. */
  Forced forced(int state) {
    return forced.computeIfAbsent(
        state,
        from -> {
          List<Integer> tokens = codec.spell(forcedBytes(from));
          int to = from;
          for (int token : tokens) {
            to = step(to, token);
          }
          return new Forced(tokens, to);
        });
  }

  private byte[] forcedBytes(int state) {
    return forcedBytes.computeIfAbsent(state, automaton::forced);
  }

  /** Walks the sorted tokens once; tokens that begin like a rejected one are not walked at all. */
  private BitSet computeAllowed(int state) {
    BitSet result = new BitSet(vocabulary.size());
    int[] sorted = vocabulary.sorted();
    int[] states = new int[1];
    states[0] = state;
    int rejectedLength = Integer.MAX_VALUE;
    for (int i = 0; i < sorted.length; i++) {
      int shared = vocabulary.sharedWithPrevious(i);
      if (shared >= rejectedLength) {
        continue;
      }
      rejectedLength = Integer.MAX_VALUE;
      byte[] text = vocabulary.bytes(sorted[i]);
      if (text.length >= states.length) {
        states = Arrays.copyOf(states, text.length + 1);
      }
      for (int at = shared; at < text.length; at++) {
        states[at + 1] = automaton.step(states[at], text[at]);
        if (states[at + 1] == ByteAutomaton.DEAD) {
          rejectedLength = at + 1;
          break;
        }
      }
      if (rejectedLength == Integer.MAX_VALUE
          && !vocabulary.hasLonger(text, forcedBytes(states[text.length]))) {
        result.set(sorted[i]);
      }
    }
    return result;
  }
}
