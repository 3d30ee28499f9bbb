package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;

/** "word count in bins of 10": a fact cut into stretches of one width, each called by its start. */
final class Bins extends Phase {
  private static final String BIN = "(?:bin|bucket|band|step|interval|bracket|increment)";

  Bins(SemanticModel model) {
    super(model);
  }

  void bins(Tagged q) {
    String unit = "(?: (?:<F>|<D>|<E>))?";
    String into = "(?: (?:,|\\(|in|into|using|with|by|grouped|bucketed|binned|split|cut))*";
    q.rewrite(
        "(?:by |per |of )?(<F>)(?: (?:score|value))?"
            + into
            + " "
            + BIN
            + "(?: of)?(?: (?:size|width))? (?:of )?(<N>)"
            + unit
            + "(?: (?:each|wide))?(?: \\))?",
        g -> binned(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(?:by |per |of )?(<F>)(?: (?:score|value))?"
            + into
            + " (<N>)"
            + unit
            + "(?: wide)? "
            + BIN
            + "(?: \\))?",
        g -> binned(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(?:(?:in|into|by|per) )?(<N>)" + unit + "(?: wide)? " + BIN + " (?:of|for|by) (<F>)",
        g -> binned(q, g.get(0), g.get(2), g.get(1)));
    q.rewrite(
        BIN + " of (<N>)" + unit + " (?:of|for|by) (<F>)",
        g -> binned(q, g.get(0), g.get(2), g.get(1)));
  }

  private String binned(Tagged q, String surface, String tag, String width) {
    Fact fact = fact(q, tag);
    OfNumber number = number(q, width);
    if (number.value().signum() <= 0 || number.unit().equals("percent")) {
      return surface;
    }
    String size = Thresholds.inUnitOf(fact.unit(), number.value(), number.unit()).toPlainString();
    return "by "
        + q.tag(
            surface,
            new OfDimension(
                Bands.of(
                    fact.name() + "_from",
                    fact.label() + " from",
                    fact.entity(),
                    "floor(%s / %s) * %s".formatted(fact.expression(), size, size),
                    Dimension.Type.DECIMAL)));
  }
}
