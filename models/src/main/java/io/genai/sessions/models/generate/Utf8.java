package io.genai.sessions.models.generate;

import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.UTF32ToUTF8;

/** From automata over code points to automata over the bytes of well-formed UTF-8. */
final class Utf8 {
  /** The grammar of RFC 3629, section 4. */
  private static final Automaton WELL_FORMED =
      Operations.repeat(
          Operations.union(
              List.of(
                  range(0x00, 0x7F),
                  Operations.concatenate(range(0xC2, 0xDF), tail()),
                  Operations.concatenate(List.of(range(0xE0, 0xE0), range(0xA0, 0xBF), tail())),
                  Operations.concatenate(List.of(range(0xE1, 0xEC), tail(), tail())),
                  Operations.concatenate(List.of(range(0xED, 0xED), range(0x80, 0x9F), tail())),
                  Operations.concatenate(List.of(range(0xEE, 0xEF), tail(), tail())),
                  Operations.concatenate(
                      List.of(range(0xF0, 0xF0), range(0x90, 0xBF), tail(), tail())),
                  Operations.concatenate(List.of(range(0xF1, 0xF3), tail(), tail(), tail())),
                  Operations.concatenate(
                      List.of(range(0xF4, 0xF4), range(0x80, 0x8F), tail(), tail())))));

  private Utf8() {}

  /**
   * The bytes of the texts that {@code codePoints} accepts. Lucene's conversion alone lets overlong
   * forms through, which never occur in what it reads but which a model could write.
   */
  static Automaton bytes(Automaton codePoints) {
    return Operations.intersection(new UTF32ToUTF8().convert(codePoints), WELL_FORMED);
  }

  private static Automaton tail() {
    return range(0x80, 0xBF);
  }

  private static Automaton range(int first, int last) {
    return Automata.makeCharRange(first, last);
  }
}
