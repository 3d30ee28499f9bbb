package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.warehouse.semantic.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes measures that the model does not name from its facts, entities and conditions. */
final class Figures {
  private static final SourceLine ASKED = new SourceLine("question", 1);
  private static final Map<String, String> COUNTS =
      Map.of(
          "generation", "generations", "session", "sessions", "user", "users", "prompt", "prompts");
  private static final Pattern GENERATION_COLUMN = Pattern.compile("\\b(g|seq)\\.");
  private static final Pattern SESSION_COLUMN = Pattern.compile("\\b(s|visit|req)\\.");
  private static final Pattern PROMPT_COLUMN = Pattern.compile("\\bp\\.");

  private static final Pattern FILTERED =
      Pattern.compile("(count\\(.*?\\)) FILTER \\((?:WHERE )?(.*)\\)");
  private static final Pattern AGGREGATE =
      Pattern.compile("\\b(?:avg|sum|count|min|max|median|quantile_cont|stddev|var_samp|corr)\\(");

  private final SemanticModel model;

  Figures(SemanticModel model) {
    this.model = model;
  }

  Measure aggregate(Fact fact, Meaning.OfAggregation aggregation) {
    String name = aggregation.name() + "_" + fact.name();
    boolean sameUnit = !aggregation.name().equals("variance");
    return measure(
        name,
        aggregation.name() + " " + fact.label().toLowerCase(Locale.ROOT),
        fact.entity(),
        aggregation.format().formatted(fact.expression()),
        fact.unit(),
        sameUnit && fact.format() == Format.INTEGER ? Format.DECIMAL : fact.format(),
        fact.higherIsWorse());
  }

  Measure count(Entity entity) {
    return model.measure(COUNTS.get(entity.name()));
  }

  /**
   * How many of the entity's rows meet the condition; of coarser rows, those that any row meets.
   */
  Measure countWhere(Entity entity, Filter condition) {
    String grain = grain(entity.name(), condition);
    String rows = grain.equals(entity.name()) ? "*" : distinctKey(entity, grain);
    return measure(
        "matching_" + COUNTS.get(entity.name()),
        entity.plural() + ", " + condition.words(),
        grain,
        "count(" + rows + ") FILTER (WHERE " + condition.condition() + ")",
        Unit.COUNT,
        Format.INTEGER,
        false);
  }

  /** The share of the entity's rows that meet the condition. */
  Measure share(Entity entity, Filter condition, boolean percent) {
    String grain = grain(entity.name(), condition);
    String expression;
    if (grain.equals(entity.name())) {
      expression = "avg((" + condition.condition() + ")::INT)";
    } else {
      String rows = "count(" + distinctKey(entity, grain) + ")";
      expression = rows + " FILTER (WHERE " + condition.condition() + ")::DOUBLE / " + rows;
    }
    return measure(
        percent ? "percentage" : "share",
        "share of " + entity.plural() + ", " + condition.words(),
        grain,
        percent ? "100.0 * " + expression : expression,
        Unit.SHARE,
        percent ? Format.DECIMAL : Format.PERCENT,
        false);
  }

  /** The part of a sum or count that comes from rows that meet the condition. */
  Measure part(Measure whole, Filter condition, boolean percent) {
    Matcher filtered = FILTERED.matcher(whole.expression());
    if (filtered.matches()) {
      String both =
          filtered.group(1)
              + " FILTER (WHERE ("
              + filtered.group(2)
              + ") AND ("
              + condition.condition()
              + "))::DOUBLE / "
              + whole.expression();
      return measure(
          percent ? "percentage" : "share",
          "share of " + whole.label().toLowerCase(Locale.ROOT) + ", " + condition.words(),
          whole.entity(),
          percent ? "100.0 * " + both : both,
          Unit.SHARE,
          percent ? Format.DECIMAL : Format.PERCENT,
          false);
    }
    String expression =
        whole.expression()
            + " FILTER (WHERE "
            + condition.condition()
            + ")"
            + (whole.expression().startsWith("count") ? "::DOUBLE" : "")
            + " / "
            + whole.expression();
    return measure(
        percent ? "percentage" : "share",
        "share of " + whole.label().toLowerCase(Locale.ROOT) + ", " + condition.words(),
        whole.entity(),
        percent ? "100.0 * " + expression : expression,
        Unit.SHARE,
        percent ? Format.DECIMAL : Format.PERCENT,
        false);
  }

  /** The measure for each user, session, … that has any of its rows, on average. */
  Measure per(Measure total, Entity owner) {
    return measure(
        total.name() + "_per_" + owner.name(),
        total.label() + " per " + owner.name(),
        total.entity().equals("prompt") ? "generation" : total.entity(),
        "("
            + total.expression()
            + ")::DOUBLE / count(DISTINCT "
            + keyIn(owner, total.entity().equals("prompt") ? "generation" : total.entity())
            + ")",
        total.unit(),
        Format.DECIMAL,
        total.higherIsWorse());
  }

  /** The measure for each value of the dimension that has any of its rows, on average. */
  Measure perValue(Measure total, Dimension dimension) {
    return measure(
        total.name(),
        total.label() + " per " + dimension.label().toLowerCase(Locale.ROOT),
        total.entity(),
        "(" + total.expression() + ")::DOUBLE / count(DISTINCT " + dimension.expression() + ")",
        total.unit(),
        Format.DECIMAL,
        total.higherIsWorse());
  }

  Measure minus(Measure left, Measure right) {
    return measure(
        "difference",
        left.label() + " less " + right.label(),
        left.entity(),
        left.expression() + " - " + right.expression(),
        left.unit(),
        left.format(),
        left.higherIsWorse());
  }

  /** One figure over another of the same rows. */
  Measure divided(Measure left, Measure right) {
    return measure(
        "ratio",
        left.label() + " divided by " + right.label(),
        left.entity(),
        "(" + left.expression() + ")::DOUBLE / (" + right.expression() + ")",
        Unit.COUNT,
        Format.DECIMAL,
        left.higherIsWorse());
  }

  /** The figure less what it is over everything. */
  Measure fromOverall(Measure measure) {
    return measure(
        "difference_from_overall",
        measure.label() + " less that over everything",
        measure.entity(),
        measure.expression() + " - (" + overall(measure) + ")",
        measure.unit(),
        measure.format(),
        measure.higherIsWorse());
  }

  /** How far the figure is from what it is over everything, either way. */
  Measure distance(Measure measure) {
    return measure(
        "distance",
        "distance from the overall " + measure.label(),
        measure.entity(),
        "abs(" + measure.expression() + " - (" + overall(measure) + "))",
        measure.unit(),
        measure.format(),
        false);
  }

  /** The figure over everything, as a query. */
  private String overall(Measure measure) {
    return new QueryRenderer(model).render(MetricQuery.of(measure)).sql().replace("\n", " ");
  }

  Measure correlation(Fact left, Fact right) {
    String entity = finer(left.entity(), right.entity());
    return measure(
        "correlation",
        "correlation of "
            + left.label().toLowerCase(Locale.ROOT)
            + " and "
            + right.label().toLowerCase(Locale.ROOT),
        entity,
        "corr(" + left.expression() + ", " + right.expression() + ")",
        Unit.SCORE,
        Format.DECIMAL,
        false);
  }

  Measure of(String name, String label, String entity, String expression, Format format) {
    return measure(name, label, entity, expression, Unit.COUNT, format, false);
  }

  /** The same measure over the rows that meet the condition. */
  Measure where(Measure measure, Filter condition) {
    return measure(
        measure.name() + "_matching",
        measure.label() + ", " + condition.words(),
        measure.entity(),
        filtered(measure.expression(), condition),
        measure.unit(),
        measure.format(),
        measure.higherIsWorse());
  }

  /** How much larger the measure is over some rows than over others, relative to these. */
  Measure change(Measure measure, Filter later, Filter earlier, boolean percent) {
    String before = filtered(measure.expression(), earlier);
    String change =
        "(" + filtered(measure.expression(), later) + " - " + before + ")::DOUBLE / " + before;
    return measure(
        "change",
        "change of " + measure.label() + ", " + later.words() + " against " + earlier.words(),
        measure.entity(),
        percent ? "100.0 * " + change : change,
        Unit.SHARE,
        percent ? Format.DECIMAL : Format.PERCENT,
        false);
  }

  /** The same measure in another unit of time. */
  Optional<Measure> in(Measure measure, String unit) {
    if (unit.equals("percent")) {
      return measure.unit() != Unit.SHARE
          ? Optional.empty()
          : Optional.of(
              measure.expression().startsWith("100.0 *")
                  ? measure
                  : measure(
                      measure.name(),
                      measure.label() + " in percent",
                      measure.entity(),
                      "100.0 * (" + measure.expression() + ")",
                      measure.unit(),
                      Format.DECIMAL,
                      measure.higherIsWorse()));
    }
    return Thresholds.factor(measure.unit(), unit)
        .map(
            factor ->
                factor.equals("1")
                    ? measure
                    : measure(
                        measure.name(),
                        measure.label() + " in " + unit,
                        measure.entity(),
                        "(" + measure.expression() + ") / " + factor,
                        measure.unit(),
                        Format.DECIMAL,
                        measure.higherIsWorse()));
  }

  /** The measure over some rows less the same over others. */
  Measure difference(Measure measure, Filter more, Filter less) {
    return measure(
        "difference",
        measure.label() + ", " + more.words() + ", less that, " + less.words(),
        measure.entity(),
        filtered(measure.expression(), more) + " - " + filtered(measure.expression(), less),
        measure.unit(),
        measure.format(),
        measure.higherIsWorse());
  }

  /** Every aggregate of the expression, over the rows that meet the condition only. */
  private static String filtered(String expression, Filter condition) {
    StringBuilder sql = new StringBuilder();
    Matcher matcher = AGGREGATE.matcher(expression);
    int from = 0;
    while (matcher.find(from)) {
      int end = closing(expression, matcher.end() - 1);
      sql.append(expression, from, end).append(" FILTER (WHERE " + condition.condition() + ")");
      from = end;
    }
    String rest = expression.substring(from);
    String whole = sql.append(rest).toString();
    return whole.contains(" / ") ? "(" + whole + ")" : whole;
  }

  /** The place after the bracket that closes the one at {@code open}. */
  private static int closing(String sql, int open) {
    int depth = 0;
    for (int i = open; i < sql.length(); i++) {
      depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return sql.length();
  }

  static Measure measure(
      String name,
      String label,
      String entity,
      String expression,
      Unit unit,
      Format format,
      boolean higherIsWorse) {
    return new Measure(
        name,
        label,
        List.of(),
        entity,
        expression,
        unit,
        format,
        higherIsWorse,
        false,
        label,
        ASKED);
  }

  /** The entity whose rows must be looked at to tell whether the condition holds. */
  String grain(String entity, Filter condition) {
    String sql = condition.condition().replaceAll("(?s)\\(SELECT .*", "");
    if (entity.equals("generation") || GENERATION_COLUMN.matcher(sql).find()) {
      return "generation";
    }
    if (SESSION_COLUMN.matcher(sql).find() && entity.equals("user")) {
      return "session";
    }
    if (PROMPT_COLUMN.matcher(sql).find() && !entity.equals("prompt")) {
      return "generation";
    }
    boolean ofOthers = sql.matches("(?s).*\\b[us]\\..*");
    return entity.equals("prompt") && ofOthers ? "generation" : entity;
  }

  private String finer(String left, String right) {
    if (left.equals(right)) {
      return left;
    }
    boolean sessionAndUser = List.of("session", "user").containsAll(List.of(left, right));
    return sessionAndUser ? "session" : "generation";
  }

  private String distinctKey(Entity entity, String grain) {
    return "DISTINCT " + keyIn(entity, grain);
  }

  private String keyIn(Entity owner, String grain) {
    return model.entity(grain).alias() + "." + owner.key();
  }
}
