package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes dimensions that the model does not name: bands of a fact, conditions, periods. */
final class Bands {
  private Bands() {}

  /** The upper limit that the words in brackets state, as SQL; empty: none. */
  static Optional<String> upper(Tagged q, String words) {
    Optional<String> last = Optional.empty();
    boolean below = words.contains("less than") || words.contains("below") || words.contains("under");
    for (String word : words.split(" ")) {
      if (!word.contains(":")) {
        continue;
      }
      Item item = q.item(word);
      Optional<OfComparison> comparison = item.as(OfComparison.class);
      if (comparison.isPresent() && comparison.get().bound() instanceof Bound.Number number) {
        switch (comparison.get().comparison()) {
          case LESS, AT_MOST ->
              last = Optional.of(comparison.get().comparison().sign() + " " + number.value().toPlainString());
          default -> {
            return Optional.empty();
          }
        }
      } else if (item.as(OfNumber.class).isPresent()) {
        last =
            Optional.of((below ? "< " : "<= ") + item.as(OfNumber.class).get().value().toPlainString());
      }
    }
    return last;
  }

  /** @param cases WHEN … THEN parts, each followed by its label; a label alone is the rest */
  static Dimension dimension(Fact fact, List<String> cases) {
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < cases.size(); i++) {
      String part = cases.get(i);
      if (part.startsWith("WHEN")) {
        sql.append(' ').append(part).append(" '").append(cases.get(++i)).append('\'');
      } else {
        sql.append(" ELSE '").append(part).append('\'');
      }
    }
    return of(fact.name() + "_band", fact.label() + " band", fact.entity(), sql.append(" END").toString(), Dimension.Type.TEXT);
  }

  static Dimension time(String name, String expression) {
    return of(name, name, Dimension.TIME, expression, Dimension.Type.TEXT);
  }

  static Dimension condition(OfCondition condition) {
    String name =
        condition.filter().words().toLowerCase(Locale.ROOT).replaceFirst("^only ", "").replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    return of(
        "is_" + name, condition.filter().words(), condition.entity(), condition.filter().condition(), Dimension.Type.BOOLEAN);
  }

  static Dimension of(String name, String label, String entity, String sql, Dimension.Type type) {
    return new Dimension(
        name, label, List.of(), entity, sql, type, List.of(), true, false, false, false, label, new SourceLine("question", 1));
  }
}
