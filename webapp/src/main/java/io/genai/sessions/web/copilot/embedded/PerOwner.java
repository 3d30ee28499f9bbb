package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPerOwner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures of one user or session: "failed requests per session", "credits per user". */
abstract class PerOwner extends Phase {
  PerOwner(SemanticModel model) {
    super(model);
  }

  /** "average number of different styles an active user has tried". */
  void distinctOfOwner(Tagged q) {
    q.rewrite(
        "(?:(<A>) )?(?:(?:number of|how many) )?(?:different|distinct|unique|active) (<D>)(?: (?:per|of|by|for|an?|each|every|tried|used|has|have|does|do|active|that|which|in|<A>))* (<E>)(?: (?:has|have|had|tried|used|use|try|uses|tries|contain|contains|explore|explored|make|run))*",
        g -> {
          Dimension dimension = q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension();
          Entity owner = entity(q, g.get(3));
          List<String> inner =
              q.find(
                  "(?:different|distinct|unique|active) \\S+(?: \\S+)*? (<A>)(?: \\S+)*? "
                      + g.get(3));
          String aggregation = g.get(1).isEmpty() && !inner.isEmpty() ? inner.get(1) : g.get(1);
          if (aggregation.isEmpty()
              || !owner.name().matches("user|session")
              || (dimension.isTime() && dimension.type() != Dimension.Type.TIMESTAMP)) {
            return g.get(0);
          }
          Measure different =
              figures.of(
                  "different_" + dimension.name(),
                  "different values of " + dimension.label(),
                  dimension.entity().matches("prompt|time|user")
                      ? "generation"
                      : dimension.entity(),
                  "count(DISTINCT " + dimension.expression() + ")",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER);
          return q.tag(
              g.get(0),
              new OfPerOwner(
                  different,
                  model.dimension(owner.key()),
                  q.item(aggregation).as(OfAggregation.class).orElseThrow()));
        });
  }

  /** "failed requests per session": the size of a session, of some requests only. */
  void conditionedSize(Tagged q) {
    q.rewrite(
        "(?:average |mean |typical )?(?:number of |count of )?((?:<S> |<V> )+)(<M>)",
        g -> {
          if (!measureOf(q, g.get(2)).name().equals("generations_per_session")) {
            return g.get(0);
          }
          Measure count =
              figures.countWhere(
                  model.entity("generation"), conditionOf(q, g.get(1)).orElseThrow());
          return measure(q, g.get(0), figures.per(count, model.entity("session")));
        });
  }

  /** "average number of failed requests in a session". */
  String rolledUp(Tagged q, List<String> g) {
    Entity rows = entity(q, g.get(3));
    Entity owner = entity(q, g.get(4));
    if (rows.name().equals(owner.name()) || owner.name().equals("generation")) {
      return g.get(0);
    }
    if (rows.name().equals("user")
        || owner.name().equals("prompt")
        || q.has("(?:top|bottom) <N>")) {
      return g.get(0);
    }
    if (g.get(1).startsWith("A:")
        && !q.item(g.get(1)).as(OfAggregation.class).orElseThrow().name().equals("average")) {
      return perOwner(q, g, rows, owner);
    }
    Optional<Filter> condition = conditionOf(q, g.get(2));
    if (rows.name().equals("prompt")) {
      rows = model.entity("generation");
    }
    if (condition.isEmpty() && rows.name().equals("generation") && owner.name().equals("session")) {
      return measure(q, g.get(0), model.measure("generations_per_session"));
    }
    Measure total =
        condition.isPresent() ? figures.countWhere(rows, condition.get()) : figures.count(rows);
    return measure(q, g.get(0), figures.per(total, owner));
  }

  /** "median number of requests per user": the median of each user's count. */
  String perOwner(Tagged q, List<String> g, Entity rows, Entity owner) {
    OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
    if (rows.name().equals("generation") && owner.name().equals("session") && g.get(2).isBlank()) {
      return measure(q, g.get(0), figures.aggregate(model.fact("session_size"), aggregation));
    }
    Measure count =
        conditionOf(q, g.get(2))
            .map(condition -> figures.countWhere(rows, condition))
            .orElseGet(() -> figures.count(rows));
    return q.tag(g.get(0), new OfPerOwner(count, model.dimension(owner.key()), aggregation));
  }

  /** "median credits per user": each user's sum first, then the median of them. */
  String factPerOwner(Tagged q, List<String> g) {
    Fact fact = fact(q, g.get(2));
    Entity owner = entity(q, g.get(3));
    OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
    if (!fact.name().matches("cost|retries|session_cost|session_duration|session_size")
        || owner.name().equals(fact.entity())
        || (fact.name().startsWith("session_") && g.get(0).matches(".* (?:of|for) \\S+"))
        || owner.name().matches("prompt|generation")) {
      return g.get(0);
    }
    Measure sum = figures.aggregate(fact, new OfAggregation("total", "sum(%s)"));
    if (aggregation.name().equals("average")) {
      return measure(
          q,
          g.get(0),
          fact.name().equals("cost") && owner.name().equals("user")
              ? model.measure("cost_per_user")
              : figures.per(sum, owner));
    }
    if (fact.name().equals("cost") && owner.name().equals("session")) {
      return measure(q, g.get(0), figures.aggregate(model.fact("session_cost"), aggregation));
    }
    return q.tag(g.get(0), new OfPerOwner(sum, model.dimension(owner.key()), aggregation));
  }

  /** "median total spend of an active user", "most requests of any one user". */
  String measurePerOwner(
      Tagged q, String surface, String aggregationTag, Measure measure, Entity owner) {
    OfAggregation aggregation = q.item(aggregationTag).as(OfAggregation.class).orElseThrow();
    boolean additive = measure.expression().matches("(?s)(sum|count)\\(.*");
    return additive
            && !measure.expression().contains(" / ")
            && !measure.entity().equals(owner.name())
            && owner.name().matches("user|session")
        ? q.tag(surface, new OfPerOwner(measure, model.dimension(owner.key()), aggregation))
        : surface;
  }

  /** "each user's own error rate … the median of it": the rates of users, summed up. */
  void ratesOfOwners(Tagged q) {
    String of = "(?: (?:of|over|across|for|in|among|all|those|these|,))*";
    q.rewrite(
        "(?:(?:take|compute|calculate|get|consider|for|first|with|from|work out) )*(?:each|every|per) (<E>) (?:'s )?(?:own |individual |personal )?(<M>)(.*?) (?:what is |then |and |take |give |show |the |: )*(<A>)(?: (?:of|over))?(?: (?:it|them|that|those|these|result|rate|rates|value|values|figures|users|<E>))?(?= |$)",
        g -> rateOfOwner(q, g.get(0), g.get(4), g.get(2), g.get(1), g.get(3)));
    q.rewrite(
        "(<A>)"
            + of
            + " (?:each|every|per|individual|single|user) (<E>) (?:'s )?(?:own |individual )?(<M>)",
        g -> rateOfOwner(q, g.get(0), g.get(1), g.get(3), g.get(2), ""));
    q.rewrite(
        "(<A>)" + of + " (?:per (<E>)|individual|own) (<M>)",
        g ->
            g.get(2).isEmpty()
                ? g.get(0)
                : rateOfOwner(q, g.get(0), g.get(1), g.get(3), g.get(2), ""));
    q.rewrite(
        "(<A>) (<M>) (?:of|per|by|for|across)(?: (?:each|every|individual|single|an?))+ (<E>)",
        g ->
            q.item(g.get(1)).as(OfAggregation.class).orElseThrow().name().equals("average")
                ? g.get(0)
                : rateOfOwner(q, g.get(0), g.get(1), g.get(2), g.get(3), ""));
  }

  private String rateOfOwner(
      Tagged q, String surface, String aggregation, String measure, String owner, String between) {
    Measure of = measureOf(q, measure);
    Entity found = entity(q, owner);
    boolean own = of.entity().equals(found.name()) || of.name().contains("_per_");
    return found.name().matches("user|session") && !own
        ? between
            + " "
            + q.tag(
                surface,
                new OfPerOwner(
                    of,
                    model.dimension(found.key()),
                    q.item(aggregation).as(OfAggregation.class).orElseThrow()))
        : surface;
  }

  String spendPer(Tagged q, String surface, String owner) {
    for (String word : Words.split(surface)) {
      if (word.matches("[A-Z]*M[A-Z]*:[0-9]+") && !measureOf(q, word).name().equals("total_cost")) {
        return surface;
      }
    }
    Entity entity = entity(q, owner);
    Optional<OfAggregation> aggregation =
        Stream.of(Words.split(surface))
            .filter(word -> word.matches("[A-Z]*A[A-Z]*:[0-9]+"))
            .map(word -> q.item(word).as(OfAggregation.class).orElseThrow())
            .filter(found -> !found.name().equals("average"))
            .findFirst();
    if (aggregation.isPresent()) {
      return switch (entity.name()) {
        case "user" ->
            q.tag(
                surface,
                new OfPerOwner(
                    model.measure("total_cost"), model.dimension("user_id"), aggregation.get()));
        case "session" ->
            measure(q, surface, figures.aggregate(model.fact("session_cost"), aggregation.get()));
        default -> measure(q, surface, figures.aggregate(model.fact("cost"), aggregation.get()));
      };
    }
    return switch (entity.name()) {
      case "session" -> measure(q, surface, model.measure("cost_per_session"));
      case "user" -> measure(q, surface, model.measure("cost_per_user"));
      default -> measure(q, surface, model.measure("cost_per_generation"));
    };
  }

  /** "average cost per request" is the average cost; "credits per user" is rolled up. */
  String perOwn(Tagged q, List<String> g) {
    String tag = Words.split(g.get(0))[0];
    Item item = q.item(tag);
    Entity owner = entity(q, g.get(1));
    Optional<Measure> measure = item.as(OfMeasure.class).map(OfMeasure::measure);
    if (measure.isEmpty()
        || (owner.name().equals(measure.get().entity())
            && !measure.get().expression().startsWith("sum")
            && !measure.get().expression().startsWith("count"))) {
      Optional<Fact> fact = item.as(OfFact.class).map(OfFact::fact);
      if (fact.isPresent()
          && (fact.get().entity().equals(owner.name()) || !fact.get().additive())) {
        return measure(
            q, g.get(0), figures.aggregate(fact.get(), new OfAggregation("average", "avg(%s)")));
      }
      return measure.isPresent() ? tag : g.get(0);
    }
    if (q.has("(?:top|bottom|rank|highest|most|list|which|each|every)")) {
      return g.get(0);
    }
    boolean additive =
        measure.get().expression().startsWith("sum(")
            || measure.get().expression().startsWith("count(");
    return additive && !owner.name().equals("prompt")
        ? measure.get().name().equals("total_cost") && owner.name().equals("session")
            ? measure(q, g.get(0), model.measure("cost_per_session"))
            : measure(q, g.get(0), figures.per(measure.get(), owner))
        : g.get(0);
  }

  String aggregated(Tagged q, String aggregationTag, String factTag) {
    OfAggregation aggregation = q.item(aggregationTag).as(OfAggregation.class).orElseThrow();
    Item item = q.item(factTag);
    Fact fact = item.as(OfFact.class).orElseThrow().fact();
    Optional<Measure> named = item.as(OfMeasure.class).map(OfMeasure::measure);
    String expression = aggregation.format().formatted(fact.expression());
    Measure measure =
        named
            .filter(m -> m.expression().equals(expression))
            .orElseGet(() -> figures.aggregate(fact, aggregation));
    return measure(q, aggregation.name() + " " + item.surface(), measure);
  }
}
