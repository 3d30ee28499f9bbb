package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import java.util.Optional;

/** Conditions on figures of groups: "error rate above 21 %", "at least 15 requests". */
final class GroupTests extends Phase {
  GroupTests(SemanticModel model) {
    super(model);
  }

  /** Conditions on figures of groups: "error rate above 21 %", "at least 15 requests". */
  void thresholds(Tagged q) {
    q.rewrite(
        "(?:used|appeared|appears|appear|occur|occurs|occurred|recycled|reused|repeated|generated|submitted|seen|tried|sent|asked for)(?: (more than|at least|exactly|only))? (?:(once|twice|thrice)|(<N>) time)( or more)?(?= |$)",
        g -> {
          java.util.List<String> subject = q.find("(<D>|<E>)");
          java.util.List<String> counted = q.find("(<M>)");
          if (subject.isEmpty() && counted.isEmpty()) {
            return g.get(0);
          }
          Item item = q.item(subject.isEmpty() ? counted.get(1) : subject.get(1));
          String rows =
              subject.isEmpty()
                  ? measureOf(q, counted.get(1)).entity()
                  : item.as(OfDimension.class).isPresent()
                      ? item.as(OfDimension.class).get().dimension().entity()
                      : item.as(Meaning.OfEntity.class).orElseThrow().entity().name();
          if (!rows.matches("prompt|generation")) {
            return g.get(0);
          }
          String times =
              switch (g.get(2)) {
                case "once" -> "1";
                case "twice" -> "2";
                case "thrice" -> "3";
                default -> number(q, g.get(3)).value().toPlainString();
              };
          Filter.Comparison comparison =
              !g.get(4).isEmpty() || g.get(1).equals("at least")
                  ? Filter.Comparison.AT_LEAST
                  : g.get(1).equals("more than") ? Filter.Comparison.MORE : Filter.Comparison.EQUAL;
          return threshold(
              q,
              g.get(0),
              figures.count(model.entity(rows)),
              comparison(
                  q, g.get(0), comparison, new Bound.Fixed(new java.math.BigDecimal(times), "")));
        });
    q.rewrite(
        "(<M>)(?: (?:is|was|are|were|that))* (more than|above|over|higher than|greater than|exceed|exceeds|below|less than|lower than|under) (?:overall |that of )?(<M>)(?: (?:of|across|over|for|in)(?: (?:everything|everyone|overall|whole|entire|dataset|data|all|<E>))+)?(?= |$)",
        g ->
            measureOf(q, g.get(1)).expression().equals(measureOf(q, g.get(3)).expression())
                ? threshold(
                    q,
                    g.get(0),
                    measureOf(q, g.get(1)),
                    comparison(
                        q,
                        g.get(0),
                        comparisonOf(g.get(2)),
                        new Bound.Overall(java.math.BigDecimal.ONE)))
                : g.get(0));
    q.rewrite(
        "(<M>) (?:of|for|on|among) ((?:<S> |<V> )+<E>) (?:is|was|are|were|lies|stays) (<C>)(?! (?:<S> |<V> )*<E>)",
        g -> g.get(1) + " " + g.get(3) + " for " + g.get(2));
    String is = "(?: (?:of|is|was|are|were|that|at|rate|has been|being))*";
    q.rewrite(
        "(<M>)" + is + " (<C>)(?! (?:<S> |<V> )*<E>)",
        g -> threshold(q, g.get(0), measureOf(q, g.get(1)), g.get(2)));
    q.rewrite(
        "(<C>) (?:of )?(?:them |those |their |its )?(?:<E> )?(?:<M> )?(?:that |which |were |was |are |is |being |end |ended |ending |get |gets |got |hit |go |be |have been |has been )*(?:in )?(<S>|<V>)(?= |$)",
        g -> {
          OfComparison comparison = q.item(g.get(1)).as(OfComparison.class).orElseThrow();
          OfCondition condition = condition(q, g.get(2));
          boolean share =
              comparison.bound() instanceof Bound.Fixed number && number.unit().equals("percent");
          if (!share || condition.entity().equals("time")) {
            return g.get(0);
          }
          Measure rate = figures.share(model.entity(condition.entity()), condition.filter(), false);
          return threshold(q, g.get(0), rate, g.get(1));
        });
    // "have nsfw intent in more than 4.5 % of their prompts"
    q.rewrite(
        "(?:(?:have|has|had|show|shows|with|see|get|are|is|were|that|which) )*(<S>|<V>) (?:in|for|on|with|among) (<C>) (?:of )?(?:(?:their|its|them|the|those) )*(?:<E>|them)(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          boolean share =
              q.item(g.get(2)).as(OfComparison.class).orElseThrow().bound()
                      instanceof Bound.Fixed number
                  && number.unit().equals("percent");
          return share && !condition.entity().equals("time")
              ? threshold(
                  q,
                  g.get(0),
                  figures.share(model.entity(condition.entity()), condition.filter(), false),
                  g.get(2))
              : g.get(0);
        });
    q.rewrite(
        "(<C>) ((?:<S> |<V> )*)(<E>)",
        g -> {
          Optional<Filter> condition = conditionOf(q, g.get(2));
          Entity entity = entity(q, g.get(3));
          Measure count =
              condition.isPresent()
                  ? figures.countWhere(entity, condition.get())
                  : figures.count(entity);
          OfComparison comparison = q.item(g.get(1)).as(OfComparison.class).orElseThrow();
          boolean size =
              condition.isEmpty()
                  && entity.name().equals("generation")
                  && mentions(q, "session")
                  && comparison.bound() instanceof Bound.Fixed;
          OfThreshold threshold = new OfThreshold(count, comparison, Optional.empty());
          return size
              ? q.tag(
                  g.get(0),
                  threshold,
                  new OfCondition(
                      "session",
                      Filter.compare(
                          model.fact("session_size"),
                          comparison.comparison(),
                          ((Bound.Fixed) comparison.bound()).value())))
              : q.tag(g.get(0), threshold);
        });
    q.rewrite(
        "(<C>) (?:different |distinct |unique )?(<D>)",
        g -> {
          Dimension dimension = q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension();
          // "within 3 days" is a time that passes, not a count of days.
          if ((dimension.isTime() && q.item(g.get(1)).surface().startsWith("within "))
              || (dimension.isTime() && dimension.type() != Dimension.Type.TIMESTAMP)
              || q.item(g.get(2)).as(OfFact.class).isPresent()) {
            return g.get(0);
          }
          Measure different =
              figures.of(
                  "different_" + dimension.name(),
                  "different values of " + dimension.label(),
                  dimension.entity().matches("prompt|time") ? "generation" : dimension.entity(),
                  "count(DISTINCT " + dimension.expression() + ")",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER);
          return threshold(q, g.get(0), different, g.get(1));
        });
    q.rewrite("(<C>) (?:of )?(<M>)", g -> threshold(q, g.get(0), measureOf(q, g.get(2)), g.get(1)));
    q.rewrite(
        "(<C>) (<S>|<V>)(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return condition.entity().equals("time")
              ? g.get(0)
              : threshold(
                  q,
                  g.get(0),
                  figures.countWhere(model.entity(condition.entity()), condition.filter()),
                  g.get(1));
        });
    q.rewrite("(?:with|has|have|had|having) (<V>|<S>)? ?(<N>) (<E>)", g -> g.get(0));
    // "fail at more than twice the overall error rate"
    q.rewrite(
        "(<S>) (?:at )?(<C>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          return condition.entity().equals("time")
              ? g.get(0)
              : threshold(
                  q,
                  g.get(0),
                  figures.share(model.entity(condition.entity()), condition.filter(), false),
                  g.get(2));
        });
  }

  /** "leaving out sessions with one or two generations". */
  void excluded(Tagged q) {
    q.rewrite(
        "(?:excluding|exclude|leaving out|leave out|ignoring|ignore|except|except for|not counting|omitting|disregarding|without|but not|apart from) (?:(<E>) )?(?:with )?(<H>)",
        g -> {
          OfThreshold threshold = q.item(g.get(2)).as(OfThreshold.class).orElseThrow();
          OfThreshold other =
              new OfThreshold(
                  threshold.measure(),
                  Comparisons.opposite(threshold.comparison()),
                  g.get(1).isEmpty() ? threshold.owner() : Optional.of(entity(q, g.get(1))));
          Optional<OfCondition> row = q.item(g.get(2)).as(OfCondition.class);
          return row.isPresent()
              ? q.tag(g.get(0), new OfCondition(row.get().entity(), Filter.not(row.get().filter())))
              : q.tag(g.get(0), other);
        });
  }

  /** "complexity 5 prompts": beside the noun it is a condition on rows, not on groups. */
  static void adjectives(Tagged q) {
    q.rewrite(
        "(<E>)((?: (?:with|of|whose|having|that|which|have|has|had|is|are|were|was|over|for|,))*) (<H>)",
        g -> {
          Optional<OfCondition> row = q.item(g.get(3)).as(OfCondition.class);
          String noun = entity(q, g.get(1)).name();
          boolean rows =
              row.isPresent()
                  && (row.get().entity().equals(noun)
                      || (noun.equals("generation") && !row.get().entity().equals("user")));
          return rows && !noun.equals("user")
              ? g.get(1) + " " + q.tag(q.item(g.get(3)).surface(), row.get())
              : g.get(0);
        });
    q.rewrite(
        "(<H>) (<E>)",
        g -> {
          Optional<OfCondition> row = q.item(g.get(1)).as(OfCondition.class);
          return row.isPresent() && row.get().entity().equals(entity(q, g.get(2)).name())
              ? q.tag(q.item(g.get(1)).surface(), row.get()) + " " + g.get(2)
              : g.get(0);
        });
  }

  private static String rowsOf(Tagged q, String tag) {
    return q.item(tag)
        .as(Meaning.OfEntity.class)
        .map(found -> found.entity().name())
        .orElseGet(() -> measureOf(q, tag).entity());
  }

  /** "users with at least one session of more than eight requests". */
  void ofOneSession(Tagged q) {
    q.rewrite(
        "(<E>|<M>)(?: (?:with|who|that|have|having|had|has))* (<H>) (?:with|of|that had|that has|having) (<H>)",
        g -> {
          OfThreshold any = q.item(g.get(2)).as(OfThreshold.class).orElseThrow();
          Optional<Filter> session =
              q.item(g.get(3))
                  .as(OfCondition.class)
                  .filter(c -> c.entity().equals("session"))
                  .map(OfCondition::filter)
                  .or(
                      () ->
                          Thresholds.ofOwner(
                              model,
                              model.entity("session"),
                              q.item(g.get(3)).as(OfThreshold.class).orElseThrow()));
          boolean one =
              any.measure().name().equals("sessions")
                  && any.comparison().comparison() == Filter.Comparison.AT_LEAST
                  && any.comparison().bound() instanceof Bound.Fixed number
                  && number.value().compareTo(java.math.BigDecimal.ONE) == 0;
          return one && rowsOf(q, g.get(1)).equals("user") && session.isPresent()
              ? g.get(1)
                  + " "
                  + q.tag(
                      g.get(0),
                      new OfCondition(
                          "user",
                          new Filter(
                              "u.user_id IN (SELECT s.user_id FROM fct_sessions AS s WHERE "
                                  + session.get().condition()
                                  + ")",
                              "with a session of which: " + session.get().words())))
              : g.get(0);
        });
  }

  /** Says whose figure it is: "users with at least five generations". */
  static void own(Tagged q) {
    q.rewrite(
        "(<E>)(?: (?:with|who|that|have|having|making|had|has|of|did|do|made|make|each|whose|which|spend|spending|submit|submitted))* (<H>)",
        g -> {
          OfThreshold threshold = q.item(g.get(2)).as(OfThreshold.class).orElseThrow();
          Entity owner = entity(q, g.get(1));
          boolean ownSize =
              q.item(g.get(2))
                  .as(OfCondition.class)
                  .filter(c -> c.entity().equals(owner.name()))
                  .isPresent();
          boolean ofRows =
              q.item(g.get(2))
                  .as(OfCondition.class)
                  .filter(
                      row ->
                          q
                              .find(
                                  "(<E>|<M>) (?:of|by|from|made by)(?: (?:<S>|<V>|or|and|,))* "
                                      + g.get(1))
                              .stream()
                              .skip(1)
                              .anyMatch(tag -> rowsOf(q, tag).equals(row.entity())))
                  .isPresent();
          if (ownSize
              || ofRows
              || owner.name().equals(threshold.measure().entity())
              || !owner.name().matches("user|session")) {
            return g.get(0);
          }
          return g.get(1)
              + " "
              + q.tag(
                  q.item(g.get(2)).surface(),
                  new OfThreshold(threshold.measure(), threshold.comparison(), Optional.of(owner)));
        });
  }
}
