package io.genai.sessions.web.dashboard;

import io.genai.sessions.web.data.Filters;
import java.util.function.UnaryOperator;

/** What a click on a mark does to the filters. */
@FunctionalInterface
interface Narrowing extends UnaryOperator<Filters> {
  /** A click that changes nothing. */
  Narrowing NONE = filters -> filters;

  /** A click that lets only one value of a dimension through. */
  static Narrowing to(String dimension, String value) {
    return filters -> filters.with(dimension, value);
  }
}
