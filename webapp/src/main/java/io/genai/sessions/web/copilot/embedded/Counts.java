package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.util.List;
import java.util.Optional;

/** How many rows, and how many different values. */
final class Counts extends Phase {
  Counts(SemanticModel model) {
    super(model);
  }

  void counts(Tagged q) {
    String how =
        "(?:how many|number of|count of|total number of|amount of|count|volume of|numbers of|# of|tally of|total count of|number)";
    q.rewrite(
        "(by|per|over|with|for each|across|on) (?:number|count|how many)(?: of)? (<E>)(?: (?:it|they|<E>) (?:has|have|had|contain|contains|made|make))?",
        g ->
            q.has(
                    "(?:top|bottom|heaviest|biggest|largest|busiest|highest|most|fewest|rank|ranked|ranking|sorted|order|ordered|<N>)")
                ? g.get(1) + " number of " + g.get(2)
                : g.get(1) + " " + size(q, g.get(0), g.get(2)));
    q.rewrite(
        "how many(?: (?:are|is|were|was|of|there|them|those|these|such))*(?= ,| and |  ?$)(?! how)",
        g -> {
          List<String> ranked = q.find("(?:most|fewest|least)(?: <S>| <V>)* (<E>)");
          List<String> noun = ranked.isEmpty() ? q.find("(<E>)") : ranked;
          return noun.isEmpty()
              ? g.get(0)
              : Phase.measure(q, "how many", figures.count(entity(q, noun.get(1))));
        });
    q.rewrite(
        "(?:how many|number of) (<F>) (?:do|does|did|are in|is in) (?:<A> )(<E>)(?: (?:have|has|contain|use|take))?",
        g ->
            g.get(0).contains("A:")
                ? Phase.measure(
                    q,
                    g.get(0),
                    figures.aggregate(fact(q, g.get(1)), new OfAggregation("average", "avg(%s)")))
                : g.get(0));
    q.rewrite(
        "(?:on|in|during|over|across) how many(?: different| distinct)? (<D>)",
        g ->
            q.item(g.get(1)).as(OfDimension.class).orElseThrow().dimension().isTime()
                ? distinct(q, g)
                : g.get(0));
    q.rewrite(
        how + " (<D>)(?= |$)",
        g -> {
          Item item = q.item(g.get(1));
          boolean only = item.meanings().stream().allMatch(OfDimension.class::isInstance);
          String surface = item.surface();
          boolean plural = !Words.key(surface).equals(surface);
          boolean time = only && item.as(OfDimension.class).orElseThrow().dimension().isTime();
          return only
                  && plural
                  && (!time || (q.has("(?:<C>|<H>)") && q.has("(?:had|have|with|has|saw|see)")))
              ? distinct(q, g)
              : g.get(0);
        });
    q.rewrite(
        how
            + " (?:different|distinct|unique)(?: kind of| type of)? (<D>|<E>|<F>)(?: (?:text|value))?",
        g -> distinct(q, g));
    q.rewrite(
        "(?<=^ )((?:(?:number of |count of )?<E> (?:, and|,|and) )*(?:number of |count of )?<E>) (?:, and|,|and)(?= (?:number of |total |<A> )*(?:<E>|<M>|<F>)(?: |$))",
        g -> {
          StringBuilder counted = new StringBuilder();
          for (String tag : Words.split(g.get(1))) {
            if (tag.contains(":")) {
              counted.append(Phase.measure(q, tag, figures.count(entity(q, tag)))).append(" and ");
            }
          }
          return counted.toString();
        });
    q.rewrite(
        "(?<!by |per |each |with |of |for |every |across |within |inside |in |during |from )(<E>)( and|,| ,) (?:<A> )?(<M>)",
        g ->
            !g.get(2).equals("and") && q.has("(?:<S>|<V>) " + g.get(1) + " ,")
                ? g.get(0)
                : Phase.measure(q, g.get(1), figures.count(entity(q, g.get(1))))
                    + " and "
                    + g.get(3));
    q.rewrite(
        "(<M>)( and|,| ,| and number of) (<E>)(?= (?:by|per|for|in|across|each|split|on|over|<T>|from|,)| $)",
        g -> g.get(1) + " and " + Phase.measure(q, g.get(3), figures.count(entity(q, g.get(3)))));
    q.rewrite(
        how + " (?:active )(<E>)",
        g ->
            entity(q, g.get(1)).name().equals("user")
                ? measure(q, g.get(0), model.measure("active_users"))
                : g.get(0));
    q.rewrite(
        "(?<!most )(?<!least )(?:different|distinct|unique|active) (<E>)(?: text)?",
        g -> distinct(q, g));
    q.rewrite(
        how + " ((?:<S> |<V> )*)(<E>)",
        g -> {
          Optional<Filter> condition = conditionOf(q, g.get(1));
          return countTag(q, g.get(0), entity(q, g.get(2)), condition.isPresent() ? g.get(1) : "");
        });
    q.rewrite(how + " (<M>)", g -> g.get(1));
    q.rewrite(
        how + " (<V>|<S>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          Optional<Fact> counted =
              q.item(g.get(1)).as(OfFact.class).map(OfFact::fact).filter(Fact::additive);
          if (counted.isPresent()) {
            return measure(
                q,
                g.get(0),
                figures.aggregate(counted.get(), new OfAggregation("total", "sum(%s)")));
          }
          return condition.entity().equals("time")
              ? g.get(0)
              : countTag(q, g.get(0), model.entity(condition.entity()), g.get(1));
        });
    q.rewrite(
        "(?:how many|number of|count of) (<F>)",
        g -> {
          Fact fact = fact(q, g.get(1));
          return fact.additive()
              ? measure(q, g.get(0), figures.aggregate(fact, new OfAggregation("total", "sum(%s)")))
              : g.get(1);
        });
    q.rewrite("how (?:much|many)(?: (?:do|does|did|is|was|have|we))* (<F>|<M>)", g -> g.get(1));
  }

  /** "by number of generations": of each session, or of each user. */
  private String size(Tagged q, String surface, String tag) {
    Entity rows = entity(q, tag);
    boolean sessions =
        mentions(q, "session")
            || q.remaining().values().stream()
                .flatMap(i -> i.all(OfMeasure.class))
                .anyMatch(m -> m.measure().entity().equals("session"));
    if (rows.name().matches("generation|prompt") && sessions) {
      return q.tag(surface, new OfDimension(model.dimension("session_size")));
    }
    boolean users = mentions(q, "user");
    if (users && rows.name().matches("generation|prompt|session")) {
      Entity counted = rows.name().equals("prompt") ? model.entity("generation") : rows;
      return q.tag(surface, new OfDimension(Bands.countOfUser(counted)))
          + " "
          + q.tag("active", new OfCondition("user", Bands.ACTIVE));
    }
    return "number of " + tag;
  }

  String countTag(Tagged q, String surface, Entity entity, String conditions) {
    return measure(q, surface, figures.count(entity)) + " " + conditions;
  }

  String distinct(Tagged q, List<String> g) {
    Item item = q.item(g.get(1));
    Optional<Entity> entity = item.as(OfEntity.class).map(OfEntity::entity);
    if (entity.isPresent() && entity.get().name().equals("user")) {
      return measure(q, g.get(0), model.measure("active_users"));
    }
    if (entity.isPresent() && entity.get().name().equals("prompt")) {
      return measure(q, g.get(0), model.measure("distinct_prompt_texts"));
    }
    if (entity.isPresent()) {
      return measure(q, g.get(0), figures.count(entity.get()));
    }
    Optional<Dimension> dimension = item.as(OfDimension.class).map(OfDimension::dimension);
    if (dimension.isEmpty() && item.as(OfFact.class).isPresent()) {
      Fact fact = item.as(OfFact.class).get().fact();
      return measure(
          q,
          g.get(0),
          figures.of(
              "different_" + fact.name(),
              "different " + fact.label(),
              fact.entity(),
              "count(DISTINCT " + fact.expression() + ")",
              io.genai.sessions.warehouse.semantic.Format.INTEGER));
    }
    Dimension found = dimension.orElseThrow();
    String grain = found.isTime() ? "generation" : found.entity();
    return measure(
        q,
        g.get(0),
        figures.of(
            "different_" + found.name(),
            "different values of " + found.label(),
            grain,
            "count(DISTINCT " + found.expression().replace("{time}", "g.timestamp") + ")",
            io.genai.sessions.warehouse.semantic.Format.INTEGER));
  }
}
