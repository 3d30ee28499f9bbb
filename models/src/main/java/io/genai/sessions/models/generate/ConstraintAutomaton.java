package io.genai.sessions.models.generate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.genai.sessions.models.ModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Builds, for a constraint, the automaton that accepts the bytes of exactly its texts. */
final class ConstraintAutomaton {
  private static final int WORK_LIMIT = 1_000_000;
  private static final Automaton PLAIN_DECIMAL = new RegExp("0|[1-9][0-9]*").toAutomaton();
  private static final Automaton STRING_CHARACTER = stringCharacter();

  private ConstraintAutomaton() {}

  /** Accepts the texts of a JSON shape or pattern; not for {@link OutputConstraint.Free}. */
  static ByteAutomaton of(OutputConstraint constraint) {
    if (constraint instanceof OutputConstraint.Json json) {
      Automaton bytes = determinized(Utf8.bytes(build(json.shape())));
      Require.that(
          !Operations.isEmpty(bytes),
          "a name or choice must be text with a UTF-8 form, without lone surrogates: %s",
          json.shape());
      return new ByteAutomaton(bytes);
    } else if (constraint instanceof OutputConstraint.Pattern pattern) {
      return new ByteAutomaton(matching(pattern));
    }
    throw new IllegalStateException("A constraint without an automaton: " + constraint);
  }

  private static Automaton matching(OutputConstraint.Pattern pattern) {
    try {
      Automaton bytes =
          determinized(
              Utf8.bytes(new RegExp(pattern.expression(), RegExp.NONE).toAutomaton(WORK_LIMIT)));
      Require.that(
          !Operations.isEmpty(bytes),
          "the pattern matches no text at all: %s",
          pattern.expression());
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelException.Code.USER,
          "The pattern is not a regular expression of Lucene's syntax: " + pattern.expression(),
          e);
    }
  }

  private static Automaton determinized(Automaton automaton) {
    try {
      return Operations.removeDeadStates(Operations.determinize(automaton, WORK_LIMIT));
    } catch (TooComplexToDeterminizeException e) {
      throw new ModelException(
          ModelException.Code.USER,
          "The constraint takes too many states. Shorten its texts, sequences or repetitions.",
          e);
    }
  }

  private static Automaton build(JsonShape shape) {
    if (shape instanceof JsonShape.Structure structure) {
      return structure(structure.properties());
    } else if (shape instanceof JsonShape.Tuple tuple) {
      return enclosed(
          "[", separated(tuple.items().stream().map(ConstraintAutomaton::build).toList()), "]");
    } else if (shape instanceof JsonShape.Sequence sequence) {
      return sequence(sequence);
    } else if (shape instanceof JsonShape.Choice choice) {
      return Operations.union(choice.values().stream().map(ConstraintAutomaton::quoted).toList());
    } else if (shape instanceof JsonShape.Text text) {
      return enclosed(
          "\"", List.of(Operations.repeat(STRING_CHARACTER, 0, text.maximumLength())), "\"");
    } else if (shape instanceof JsonShape.WholeNumber number) {
      return wholeNumber(number.minimum(), number.maximum());
    } else if (shape instanceof JsonShape.Flag) {
      return Operations.union(Automata.makeString("true"), Automata.makeString("false"));
    }
    throw new IllegalStateException("A shape without an automaton: " + shape);
  }

  private static Automaton structure(List<JsonShape.Property> properties) {
    List<Automaton> members =
        properties.stream()
            .map(
                property ->
                    Operations.concatenate(
                        List.of(
                            quoted(property.name()),
                            Automata.makeString(":"),
                            build(property.shape()))))
            .toList();
    return enclosed("{", separated(members), "}");
  }

  private static Automaton sequence(JsonShape.Sequence sequence) {
    Automaton item = build(sequence.item());
    Automaton further = Operations.concatenate(Automata.makeString(","), item);
    List<Automaton> contents = new ArrayList<>();
    if (sequence.minimum() == 0) {
      contents.add(Automata.makeEmptyString());
    }
    if (sequence.maximum() > 0) {
      contents.add(
          Operations.concatenate(
              item,
              Operations.repeat(
                  further, Math.max(0, sequence.minimum() - 1), sequence.maximum() - 1)));
    }
    return enclosed("[", List.of(Operations.union(contents)), "]");
  }

  private static Automaton wholeNumber(int minimum, int maximum) {
    List<Automaton> parts = new ArrayList<>();
    if (minimum < 0) {
      Automaton magnitude = decimals(Math.max(1, -maximum), -minimum);
      parts.add(Operations.concatenate(Automata.makeString("-"), magnitude));
    }
    if (maximum >= 0) {
      parts.add(decimals(Math.max(0, minimum), maximum));
    }
    return Operations.union(parts);
  }

  private static Automaton decimals(int minimum, int maximum) {
    return Operations.intersection(
        Automata.makeDecimalInterval(minimum, maximum, 0), PLAIN_DECIMAL);
  }

  private static List<Automaton> separated(List<Automaton> parts) {
    List<Automaton> joined = new ArrayList<>();
    for (Automaton part : parts) {
      joined.addAll(joined.isEmpty() ? List.of(part) : List.of(Automata.makeString(","), part));
    }
    return joined;
  }

  private static Automaton enclosed(String open, List<Automaton> contents, String close) {
    List<Automaton> parts = new ArrayList<>(contents);
    parts.add(0, Automata.makeString(open));
    parts.add(Automata.makeString(close));
    return Operations.concatenate(Collections.unmodifiableList(parts));
  }

  private static Automaton quoted(String value) {
    return Automata.makeString(
        "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"");
  }

  /** One character of a JSON string (RFC 8259, section 7), escapes of surrogates left out. */
  private static Automaton stringCharacter() {
    return Operations.union(
        List.of(
            Automata.makeCharRange(0x20, 0x21),
            Automata.makeCharRange(0x23, 0x5B),
            Automata.makeCharRange(0x5D, Character.MAX_CODE_POINT),
            new RegExp(
                    "\\\\([\"\\\\/bfnrt]|u([0-9a-cA-Ce-fE-F][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2}))")
                .toAutomaton()));
  }
}
