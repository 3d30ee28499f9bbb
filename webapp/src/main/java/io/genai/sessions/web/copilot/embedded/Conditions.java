package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rows must not be, and what facts of rows are compared with. */
final class Conditions extends Phase {
  Conditions(SemanticModel model) {
    super(model);
  }

  void negations(Tagged q) {
    q.rewrite(
        "neither(?: (?:on|in|from|of|with|using|a|an))* (<V>|<S>)(?: <E>)? (?:nor|or)(?: (?:on|in|from|of|with|using|a|an))* (<V>|<S>)",
        g -> "not " + g.get(1) + " and not " + g.get(2));
    q.rewrite("<V> (?:or|and) not(?= |$)", g -> g.get(0));
    q.rewrite(
        "(?:with|that have|having) (?:and|or|vs|versus) (?:with no|without|that have no)(?: (?:any|an?))? (<S>|<V>)",
        g -> "with " + g.get(1) + " vs without " + g.get(1));
    q.rewrite(
        "(?:not|no|non|other than|except(?: for)?|excluding|exclude|ignoring|ignore|without|apart from|aside from|besides|outside(?: of)?|never|rather than|leaving out|leave out|leaving aside|omitting|disregarding|not counting|but not|minus)(?: (?:in|on|from|using|end|with|by|of|those|one|had|have|has|a|been|experienced|experience|hit|seen|see|got|get|run|into|were|was|any|single|used|combined|paired|requested|chosen|need|needed|spent))* (<V>|<S>)( <E>)?",
        g -> {
          Filter condition = conditionOf(q, g.get(1)).orElseThrow();
          OfCondition meaning = condition(q, g.get(1));
          boolean existential = g.get(0).matches("(?:never|without|no) .*");
          boolean users =
              mentions(q, "user")
                  || q.remaining().values().stream()
                      .flatMap(i -> i.all(Meaning.OfMeasure.class))
                      .anyMatch(m -> m.measure().name().matches("users|active_users"));
          if (existential && users && !meaning.entity().equals("user")) {
            return q.tag(g.get(0), new OfCondition("user", none("user", "u", meaning)));
          }
          if (existential && mentions(q, "session") && meaning.entity().equals("generation")) {
            return q.tag(g.get(0), new OfCondition("session", none("session", "s", meaning)));
          }
          // "which art styles have never timed out": of the group's rows none did.
          boolean ofGroups =
              existential
                  && meaning.entity().matches("generation|session|prompt")
                  && q.item(g.get(1)).as(Meaning.OfFact.class).isEmpty()
                  && q.has(
                      "(?:which|what|list|name)(?: <V>)* <D>(?: (?:that|which|have|has|had|do|did|does|with|show|saw|see|got|are|were))* "
                          + g.get(0));
          if (ofGroups) {
            return q.tag(
                g.get(0),
                new Meaning.OfThreshold(
                    figures.countWhere(model.entity(meaning.entity()), condition),
                    new OfComparison(Comparison.EQUAL, new Bound.Fixed(BigDecimal.ZERO, "")),
                    Optional.empty()));
          }
          if (g.get(0).matches("(?:no|without) .*")
              && !g.get(2).isEmpty()
              && meaning.entity().equals("generation")) {
            return q.tag(
                g.get(0),
                new Meaning.OfThreshold(
                    figures.countWhere(model.entity("generation"), condition),
                    new OfComparison(Comparison.EQUAL, new Bound.Fixed(BigDecimal.ZERO, "")),
                    Optional.empty()));
          }
          return q.tag(g.get(0), new OfCondition(meaning.entity(), negated(q, g.get(1), condition)))
              + " "
              + (g.get(0).contains("excluding")
                      || g.get(0).contains("ignoring")
                      || g.get(0)
                          .matches("(?:except|leav|omit|disreg|not count|aside|apart|minus).*")
                  ? ""
                  : g.get(2));
        });
  }

  static Filter none(String name, String alias, OfCondition meaning) {
    String key = name + "_id";
    String table =
        meaning.entity().equals("session") ? "fct_sessions AS s" : "fct_generations AS g";
    String join =
        meaning.entity().equals("prompt")
            ? " JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id"
            : "";
    String from = meaning.entity().equals("session") ? "s" : "g";
    return new Filter(
        "%s.%s NOT IN (SELECT %s.%s FROM %s%s WHERE %s)"
            .formatted(alias, key, from, key, table, join, meaning.filter().condition()),
        "never " + meaning.filter().words());
  }

  Filter negated(Tagged q, String tag, Filter condition) {
    Optional<OfValue> value = q.item(tag).as(OfValue.class);
    if (value.isPresent() && q.item(tag).as(OfCondition.class).isEmpty()) {
      Dimension dimension = value.get().dimension();
      return Filter.compare(dimension, Comparison.NOT_EQUAL, value.get().value());
    }
    return Filter.not(condition);
  }

  /** Facts of single rows that are compared with a number: "friction above 2", "50 steps". */
  void factTests(Tagged q) {
    q.rewrite(
        "(<M>)(?: (?:of|is|was|are|were|that|at))* (<C>) (<F>)",
        g ->
            q.item(g.get(1)).as(OfFact.class).isEmpty()
                    && measureOf(q, g.get(1)).expression().contains(fact(q, g.get(3)).expression())
                ? threshold(q, g.get(0), measureOf(q, g.get(1)), g.get(2))
                : g.get(0));
    q.rewrite(
        "(<F>) (?:equals?|is|same as|equal to|is equal to|is same as) (<F>)",
        g -> {
          Fact left = fact(q, g.get(1));
          Fact right = fact(q, g.get(2));
          return q.tag(
              g.get(0),
              new OfCondition(
                  left.entity(),
                  new Filter(
                      left.expression() + " = " + right.expression(),
                      left.label() + " equals " + right.label())));
        });
    q.rewrite(
        "(<S>)(?: <E>)? \\( (<S>) \\)",
        g ->
            condition(q, g.get(1))
                    .filter()
                    .condition()
                    .equals(condition(q, g.get(2)).filter().condition())
                ? g.get(1)
                : g.get(0));
    String is =
        "(?: (?:score|value|level|of|is|was|are|were|rating|that|length|count|setting|at))*";
    q.rewrite(
        "(<F>)" + is + " (<C>)(?: (<F>))?",
        g -> {
          boolean unit =
              !g.get(3).isEmpty() && fact(q, g.get(3)).unit() == fact(q, g.get(1)).unit();
          return test(q, g.get(0), g.get(1), g.get(2)) + (unit ? "" : " " + g.get(3));
        });
    q.rewrite("(<C>) (?:of )?(<F>)", g -> test(q, g.get(0), g.get(2), g.get(1)));
    q.rewrite(
        "(<F>)(?: (?:score|of|is|value|level|either|setting|at|equal to))* (<N>)(?: , (<N>))? or (<N>)(?= |$)",
        g -> {
          Fact fact = fact(q, g.get(1));
          List<Filter> any = new ArrayList<>();
          for (String tag : g.subList(2, 5)) {
            if (!tag.isEmpty()) {
              OfNumber number = number(q, tag);
              any.add(
                  Filter.compare(
                      fact,
                      Comparison.EQUAL,
                      Thresholds.inUnitOf(fact.unit(), number.value(), number.unit())));
            }
          }
          return q.tag(g.get(0), new OfCondition(fact.entity(), Filter.any(any)));
        });
    q.rewrite(
        "(<F>)(?: (?:score|of|is|value|level|exactly|setting|at|equal to))* (<N>)",
        g -> {
          OfNumber number = number(q, g.get(2));
          String c =
              comparison(
                  q, g.get(0), Comparison.EQUAL, new Bound.Fixed(number.value(), number.unit()));
          return test(q, g.get(0), g.get(1), c);
        });
    q.rewrite(
        "(<N>) (<F>)",
        g -> {
          Fact fact = fact(q, g.get(2));
          if (!fact.name().matches("steps|word_count|retries|width|height|pixels")
              || q.has("(?:top|bottom|first) " + g.get(1))) {
            return g.get(0);
          }
          OfNumber number = number(q, g.get(1));
          String c =
              comparison(
                  q, g.get(0), Comparison.EQUAL, new Bound.Fixed(number.value(), number.unit()));
          return test(q, g.get(0), g.get(2), c);
        });
  }

  String test(Tagged q, String surface, String factTag, String comparisonTag) {
    Item item = q.item(factTag);
    Fact fact = item.as(OfFact.class).orElseThrow().fact();
    OfComparison comparison = q.item(comparisonTag).as(OfComparison.class).orElseThrow();
    OfAggregation average = new OfAggregation("average", "avg(%s)");
    Measure measure =
        item.as(OfMeasure.class)
            .map(OfMeasure::measure)
            .orElseGet(
                () ->
                    fact.name().equals("cost")
                        ? model.measure("total_cost")
                        : figures.aggregate(fact, average));
    List<Meaning> meanings = new ArrayList<>();
    meanings.add(new OfThreshold(measure, comparison, Optional.empty()));
    rowTest(fact, comparison)
        .ifPresent(filter -> meanings.add(new OfCondition(fact.entity(), filter)));
    return q.tag(surface, meanings);
  }

  Optional<Filter> rowTest(Fact fact, OfComparison comparison) {
    Bound bound = comparison.bound();
    if (bound instanceof Bound.Fixed number) {
      BigDecimal value = Thresholds.inUnitOf(fact.unit(), number.value(), number.unit());
      return Optional.of(Filter.compare(fact, comparison.comparison(), value));
    }
    if (bound instanceof Bound.Range range) {
      return Optional.of(
          new Filter(
              fact.expression()
                  + " BETWEEN "
                  + Thresholds.inUnitOf(fact.unit(), range.from(), range.unit()).toPlainString()
                  + " AND "
                  + Thresholds.inUnitOf(fact.unit(), range.until(), range.unit()).toPlainString(),
              fact.label() + " is between " + range.from() + " and " + range.until()));
    }
    String table = "SELECT %s FROM " + tableOf(fact.entity());
    String sign = comparison.comparison().sign();
    if (bound instanceof Bound.Outlier outlier) {
      boolean above = comparison.comparison() != Comparison.LESS;
      return Optional.of(
          new Filter(
              fact.expression()
                  + " "
                  + sign
                  + " ("
                  + table.formatted(
                      "avg(%1$s) %2$s %3$s * stddev(%1$s)"
                          .formatted(
                              fact.expression(),
                              above ? "+" : "-",
                              outlier.factor().toPlainString()))
                  + ")",
              fact.label()
                  + " is "
                  + comparison.comparison().words()
                  + " the mean by "
                  + outlier.factor()
                  + " standard deviations"));
    }
    if (bound instanceof Bound.Quantile quantile) {
      return Optional.of(
          new Filter(
              "%s %s (%s)"
                  .formatted(
                      fact.expression(),
                      sign,
                      table.formatted(
                          "quantile_cont(%s, %s)"
                              .formatted(fact.expression(), quantile.part().toPlainString()))),
              fact.label() + " against its quantile " + quantile.part().toPlainString()));
    }
    if (bound instanceof Bound.WithinDimension within) {
      return Optional.of(aboveOthers(fact, comparison, within));
    }
    if (bound instanceof Bound.Overall overall) {
      String factor =
          overall.factor().compareTo(BigDecimal.ONE) == 0
              ? ""
              : overall.factor().toPlainString() + " * ";
      return Optional.of(
          new Filter(
              fact.expression()
                  + " "
                  + sign
                  + " "
                  + factor
                  + "("
                  + table.formatted("avg(" + fact.expression() + ")")
                  + ")",
              fact.label()
                  + " is "
                  + comparison.comparison().words()
                  + " "
                  + overall.factor()
                  + " × the average"));
    }
    return Optional.empty();
  }

  /** Rows whose figure is above a multiple of the mean of all rows with the same value. */
  private Filter aboveOthers(Fact fact, OfComparison comparison, Bound.WithinDimension within) {
    Entity rows = model.entity(fact.entity());
    Entity other = model.entity(within.dimension().entity());
    String join =
        rows.name().equals(other.name())
            ? ""
            : " JOIN %s AS %s ON %s.%s = %s.%s"
                .formatted(
                    other.relation(),
                    other.alias(),
                    other.alias(),
                    other.key(),
                    rows.alias(),
                    other.key());
    String test =
        fact.expression()
            + " "
            + comparison.comparison().sign()
            + " "
            + (within.factor().compareTo(BigDecimal.ONE) == 0
                ? ""
                : within.factor().toPlainString() + " * ");
    return new Filter(
        "%s.%s IN (SELECT %s.%s FROM %s%s QUALIFY %s%s(%s) OVER (PARTITION BY %s))"
            .formatted(
                rows.alias(),
                rows.key(),
                rows.alias(),
                rows.key(),
                tableOf(fact.entity()),
                join,
                test,
                within.aggregation(),
                fact.expression(),
                within.dimension().expression()),
        fact.label()
            + " is "
            + comparison.comparison().words()
            + " "
            + within.factor()
            + " × the "
            + within.aggregation()
            + " of the same "
            + within.dimension().label());
  }

  String tableOf(String entity) {
    Entity found = model.entity(entity);
    return found.relation() + " AS " + found.alias();
  }
}
