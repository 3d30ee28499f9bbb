package io.genai.sessions.models.generate;

import java.util.HashSet;
import java.util.List;

/** The subset of JSON schema that outputs can be held to. */
public sealed interface JsonShape {

  /** An object with exactly these properties, in this order. */
  record Structure(List<Property> properties) implements JsonShape {
    public Structure {
      properties = List.copyOf(properties);
      Require.that(
          new HashSet<>(properties.stream().map(Property::name).toList()).size()
              == properties.size(),
          "property names must be distinct, but were: %s",
          properties.stream().map(Property::name).toList());
    }
  }

  /** A named value of a {@link Structure}. */
  record Property(String name, JsonShape shape) {}

  /** An array of exactly these items: the shortest way to write a record, no names needed. */
  record Tuple(List<JsonShape> items) implements JsonShape {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /** An array of equal items, between {@code minimum} and {@code maximum} of them. */
  record Sequence(JsonShape item, int minimum, int maximum) implements JsonShape {
    public Sequence {
      Require.that(
          minimum >= 0 && minimum <= maximum,
          "a sequence needs 0 <= minimum <= maximum, but was: %s to %s",
          minimum,
          maximum);
    }
  }

  /** One of these strings. */
  record Choice(List<String> values) implements JsonShape {
    public Choice {
      values = List.copyOf(values);
      Require.that(!values.isEmpty(), "a choice needs at least 1 value, but had: 0");
    }
  }

  /** Any string of at most this many characters (Unicode code points; an escape counts as one). */
  record Text(int maximumLength) implements JsonShape {
    public Text {
      Require.that(
          maximumLength >= 0 && maximumLength <= 10_000,
          "maximumLength must be in 0..10000, but was: %s",
          maximumLength);
    }
  }

  /** An integer in a closed range. */
  record WholeNumber(int minimum, int maximum) implements JsonShape {
    public WholeNumber {
      Require.that(
          minimum <= maximum,
          "a whole number needs minimum <= maximum, but was: %s to %s",
          minimum,
          maximum);
      Require.that(minimum > Integer.MIN_VALUE, "minimum must be above %s", Integer.MIN_VALUE);
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements JsonShape {}
}
