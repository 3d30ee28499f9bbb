package io.genai.sessions.models.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * A deterministic automaton over UTF-8 bytes. It knows from each state the shortest way to an end,
 * so that an output can always be closed, and where only one byte can follow.
 */
final class ByteAutomaton {
  /** The state of a text that no accepted text begins with. */
  static final int DEAD = -1;

  private static final int BYTES = 256;
  private static final int UNREACHABLE = Integer.MAX_VALUE;

  private final ByteRunAutomaton automaton;
  private final int[] distance;

  /** Runs a deterministic automaton whose labels are bytes. */
  ByteAutomaton(Automaton bytes) {
    automaton = new ByteRunAutomaton(bytes, true, Integer.MAX_VALUE);
    distance = distances();
  }

  int start() {
    return 0;
  }

  /** The state after one more byte, or {@link #DEAD}. */
  int step(int state, byte next) {
    int target = automaton.step(state, next & 0xFF);
    return target == DEAD || distance[target] == UNREACHABLE ? DEAD : target;
  }

  int step(int state, byte[] next) {
    int target = state;
    for (int i = 0; i < next.length && target != DEAD; i++) {
      target = step(target, next[i]);
    }
    return target;
  }

  boolean accepts(int state) {
    return automaton.isAccept(state);
  }

  /** True where the text is accepted and nothing may follow. */
  boolean finished(int state) {
    return accepts(state) && successors(state).isEmpty();
  }

  /** The bytes that must follow, whatever the model would choose; empty where there is a choice. */
  byte[] forced(int state) {
    return walk(state, false);
  }

  /** The shortest text that leads from the state to an accepted end. */
  byte[] shortestEnd(int state) {
    return walk(state, true);
  }

  private byte[] walk(int state, boolean towardsEnd) {
    byte[] path = new byte[16];
    int length = 0;
    int at = state;
    while (!accepts(at)) {
      List<Integer> next = successors(at);
      if (next.size() > 1 && !towardsEnd) {
        break;
      }
      int chosen = next.get(0);
      for (int candidate : next) {
        if (distance[step(at, (byte) candidate)] < distance[step(at, (byte) chosen)]) {
          chosen = candidate;
        }
      }
      path = length == path.length ? Arrays.copyOf(path, length * 2) : path;
      path[length++] = (byte) chosen;
      at = step(at, (byte) chosen);
    }
    return Arrays.copyOf(path, length);
  }

  private List<Integer> successors(int state) {
    List<Integer> bytes = new ArrayList<>();
    for (int b = 0; b < BYTES; b++) {
      if (step(state, (byte) b) != DEAD) {
        bytes.add(b);
      }
    }
    return bytes;
  }

  /** Bytes from each state to the nearest accepting one, breadth first against the arrows. */
  private int[] distances() {
    int states = automaton.getSize();
    List<List<Integer>> sources = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      sources.add(new ArrayList<>());
    }
    int[] found = new int[states];
    Arrays.fill(found, UNREACHABLE);
    Deque<Integer> open = new ArrayDeque<>();
    for (int state = 0; state < states; state++) {
      int last = DEAD;
      for (int b = 0; b < BYTES; b++) {
        int target = automaton.step(state, b);
        if (target != DEAD && target != last) {
          sources.get(target).add(state);
        }
        last = target;
      }
      if (automaton.isAccept(state)) {
        found[state] = 0;
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      int target = open.remove();
      for (int source : sources.get(target)) {
        if (found[source] == UNREACHABLE) {
          found[source] = found[target] + 1;
          open.add(source);
        }
      }
    }
    return found;
  }
}
