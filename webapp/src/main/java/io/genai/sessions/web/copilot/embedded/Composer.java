package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfOrder;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from a question whose parts are tagged what is asked of them: splits, ranks, filters. */
final class Composer {
  private final SemanticModel model;
  private final Figures figures;
  private final Rules rules;

  Composer(SemanticModel model, Rules rules) {
    this.model = model;
    this.figures = new Figures(model);
    this.rules = rules;
  }

  Draft compose(Tagged q) {
    Draft draft = new Draft();
    boolean signups =
        q.surfacesMatch(
            ".*\\b(sign|signed|signup|signups|sign up|sign ups|regist\\w*|join\\w*|new)\\b.*");
    signups(q, draft);
    summaries(q, draft);
    extremes(q, draft);
    bands(q, draft);
    transforms(q, draft);
    periodsCompared(q, draft);
    distributions(q, draft);
    rankings(q, draft);
    groups(q, draft);
    versus(q, draft);
    firstAndLast(q, draft);
    leftovers(q, draft);
    inOrderOfMention(q, draft);
    settle(draft, signups);
    return draft;
  }

  /**
   * Users of a time are those who were active then; one filtered count is a count with a filter.
   */
  private void settle(Draft draft, boolean signups) {
    boolean timed =
        draft.groups.stream().anyMatch(Dimension::isTime)
            || draft.filters.stream().anyMatch(f -> f.condition().contains("{time}"));
    if (timed && !signups) {
      draft.measures.replaceAll(m -> m.name().equals("users") ? model.measure("active_users") : m);
      draft.order =
          draft.order.map(
              o ->
                  o.measure().name().equals("users")
                      ? new OfOrder(model.measure("active_users"), o.descending())
                      : o);
    }
    if (draft.measures.size() == 1 && draft.order.isEmpty() && draft.thresholds.isEmpty()) {
      Measure only = draft.measures.get(0);
      switch (only.name()) {
        case "failed_generations" ->
            narrow(draft, "generations", Filter.of(model.segment("failed")));
        case "successful_generations" ->
            narrow(draft, "generations", Filter.equal(model.dimension("status"), "success"));
        case "churned_sessions" -> narrow(draft, "sessions", Filter.of(model.segment("churned")));
        default -> {
          // stays as it is
        }
      }
    }
  }

  private void narrow(Draft draft, String measure, Filter filter) {
    draft.measures.set(0, model.measure(measure));
    draft.filter(filter);
  }

  /** "average requests per day": the mean of the days' counts. */
  private void summaries(Tagged q, Draft draft) {
    q.rewrite(
        "(<A>) (?:(<D>) )?(?:number of |total |count of )?((?:<S> |<V> )*)(<E>|<M>|<F>)(?: (?:per|by|each|every|a|in|on))?(?: (?:each|every|calendar|single|active))*( <D>)?",
        g -> {
          String day = g.get(2).isEmpty() ? g.get(5) : g.get(2);
          if (day.isEmpty()
              || !g.get(2).isEmpty() && !g.get(5).isEmpty()
              || !g.get(5).isEmpty() && !g.get(0).matches(".* (per|each|every|a) .*")) {
            return g.get(0);
          }
          Dimension time = q.item(day).as(OfDimension.class).orElseThrow().dimension();
          Measure measure = measure(q, g.get(4));
          if (!time.isTime()
              || !measure.expression().matches("(count|sum)\\(.*\\)(?: FILTER .*)?")) {
            return g.get(0);
          }
          draft.summary = q.item(g.get(1)).as(OfAggregation.class);
          draft.measure(measure.name().equals("users") ? model.measure("active_users") : measure);
          draft.group(time);
          return g.get(3);
        });
  }

  /** Groups stand in the order in which they were named, those that enclose others first. */
  private static void inOrderOfMention(Tagged q, Draft draft) {
    draft.groups.sort(
        java.util.Comparator.comparingInt(
            dimension -> draft.within.contains(dimension) ? -1 : q.mentionOf(dimension)));
  }

  /** "of each user's first image and of their last image": two figures, side by side. */
  private void firstAndLast(Tagged q, Draft draft) {
    q.rewrite(
        "(<M>)(?: (?:of|for|in|on))*(?: <E>)? (<S>) (?:<E>)(?: (?:and|vs|versus|,|with|to|compared to|compared with|of|for|on|in|that|those))+ (<S>)(?: <E>)?",
        g -> {
          Filter first = Rules.condition(q, g.get(2)).filter();
          Filter second = Rules.condition(q, g.get(3)).filter();
          Measure measure = measure(q, g.get(1));
          boolean places =
              first.condition().matches("(seq|visit)\\..*")
                  && second.condition().matches("(seq|visit)\\..*");
          if (!places || measure.expression().contains("/")) {
            return g.get(0);
          }
          String grain = first.condition().startsWith("seq") ? "generation" : "session";
          Measure moved =
              figures.of(
                  measure.name(), measure.label(), grain, measure.expression(), measure.format());
          draft.measure(
              figures
                  .where(moved, first)
                  .as("first_" + measure.name(), "first " + measure.label()));
          draft.measure(
              figures.where(moved, second).as("last_" + measure.name(), "last " + measure.label()));
          return "";
        });
  }

  /** Sign-ups have their own time, and make "users" the registered ones. */
  private void signups(Tagged q, Draft draft) {
    String signed =
        "(?:(?:have |has |had |who |that |newly |did )*(?:sign up|signed up|signing up|signup|registered|register|registering|joined|join|joining|new))";
    q.rewrite(
        signed + "(?: date)?(?: (?:is|was|of|were))? (<T>)",
        g -> {
          Filter filter = q.item(g.get(1)).as(OfPeriod.class).orElseThrow().filter();
          return q.tag(
              g.get(0),
              new OfCondition(
                  "user",
                  new Filter(
                      filter.condition().replace("{time}", "u.signup_date"),
                      "signed up " + filter.words())));
        });
    q.rewrite(
        "(?:first|earliest|oldest)(?: <E>)? (?:and|to) (?:newest|last|latest|most recent)(?: <E>)? "
            + signed
            + "(?: date)?",
        g -> {
          draft.measure(
              figures.of(
                  "first_signup",
                  "first sign-up",
                  "user",
                  "min(u.signup_date)",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER));
          draft.measure(
              figures.of(
                  "last_signup",
                  "last sign-up",
                  "user",
                  "max(u.signup_date)",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER));
          return "";
        });
    boolean users = Rules.mentions(q, "user");
    if (q.has("(?:.* )?" + signed + "(?: .*)?") && users
        || q.has("(?:.* )?(?:sign up|signed up|new <E>)(?: .*)?")) {
      q.rewrite(
          "(?:how many|number of)? ?<E> " + signed,
          g -> Rules.measure(q, g.get(0), model.measure("users")));
      if (q.has("<M> " + signed)) {
        q.rewrite("(<M>) " + signed, g -> g.get(1));
      }
      q.rewrite(
          "(?:newly )?" + signed + " (?:<E>)",
          g -> Rules.measure(q, g.get(0), model.measure("users")));
    }
  }

  /** "when did the first …", "date of the latest generation". */
  private void extremes(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(first|earliest|oldest)|(?:last|latest|newest|most recent)) (<D>)",
        g -> {
          Dimension date = q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension();
          if (date.type() != Dimension.Type.DATE) {
            return g.get(0);
          }
          boolean first = !g.get(1).isEmpty();
          draft.measure(
              figures.of(
                  (first ? "first_" : "last_") + date.name(),
                  (first ? "first " : "last ") + date.label(),
                  date.entity(),
                  (first ? "min(" : "max(") + date.expression() + ")",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER));
          return "";
        });
    q.rewrite(
        "(?:when|what (?:day|date|time|moment)|<D>|date|time|timestamp)(?: (?:did|was|is|were|of|has|does|do|on))* (?:(first|earliest|oldest)|(last|latest|most recent|newest)) (?:ever )?(?:recorded )?((?:<S> |<V> )*)(?:(<E>)|<D>)(?: (?:sign up|signed up|join|joined|register|registered))?( (?:happen|occur|start|recorded|take place|made|created|begin|come in)(?:ed|red)?)?",
        g -> {
          Optional<Entity> entity =
              g.get(4).isEmpty()
                  ? Optional.empty()
                  : q.item(g.get(4)).as(OfEntity.class).map(OfEntity::entity);
          String name = entity.map(Entity::name).orElse("generation");
          Entity found = model.entity(name.equals("prompt") ? "generation" : name);
          boolean first = !g.get(1).isEmpty();
          String time = found.time().orElse("g.timestamp");
          draft.measure(
              figures.of(
                  first ? "first_moment" : "last_moment",
                  (first ? "first " : "last ") + found.label(),
                  found.name(),
                  (first ? "min(" : "max(") + time + ")",
                  io.genai.sessions.warehouse.semantic.Format.INTEGER));
          return g.get(3);
        });
  }

  /** Bands that were listed, of the one fact that was named beside them. */
  private void bands(Tagged q, Draft draft) {
    q.rewrite("(<Z>)(?: (?:level|of))* (<F>)", g -> band(q, draft, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        "(<F>)(?: (?:score|band|level|bucket|group|of|is|:|,|in))* (<Z>)",
        g -> band(q, draft, g.get(0), g.get(2), g.get(1)));
  }

  private String band(Tagged q, Draft draft, String surface, String bands, String fact) {
    Meaning.OfBands found = q.item(bands).as(Meaning.OfBands.class).orElseThrow();
    Dimension dimension =
        Bands.dimension(q.item(fact).as(OfFact.class).orElseThrow().fact(), found);
    draft.groups.add(dimension);
    return "";
  }

  private void transforms(Tagged q, Draft draft) {
    String share = "(share|percent|percentage|fraction|proportion|portion|part)";
    q.rewrite(
        "(?:each|every|per|by) ((?:<D>|<E>)) (?:contribution to|"
            + share
            + ") ?(?:of|in|to)? (?:that|each|every|same|given|its|overall|total)? ?(?:(<D>) )?(?:total |overall )?(<M>|<F>|<E>)",
        g -> shareOfTotal(q, draft, g.get(0), g.get(1), g.get(3), g.get(4)));
    q.rewrite(
        share
            + " of (?:total |overall )?(<M>|<F>|<E>)(?: (?:do|does|is|are|was|were|that|which|came|come|comes|made|spent|spend|accounted for|used|generated|contributed|attributable to|made up))*(?: (?:by|per|from|in|for|across|to|on|of|with|at|within))* (?:each|every|different)? ?(<D>)(?: (?:account for|accounts for|spend|make up|have|has|make|contribute|generate|take|represent|hold|get|cause|bring|produce|s))*",
        g -> shareOfTotal(q, draft, g.get(0), g.get(3), "", g.get(2)));
    q.rewrite(
        "(?:how )?(?:is|are) (<M>|<F>|<E>) (?:distributed|split|divided|shared)(?: (?:across|among|between|over|by))* (<D>) (?:in|as) (?:percent|percentage|share)",
        g -> shareOfTotal(q, draft, g.get(0), g.get(2), "", g.get(1)));
    q.rewrite(
        "(<M>|<F>|<E>) " + share + "(?: (?:by|per|for|of|across))(?: (?:each|every))? (<D>)",
        g -> shareOfTotal(q, draft, g.get(0), g.get(3), "", g.get(1)));
    q.rewrite(
        "(?:smooth(?:ed)?|moving average|rolling average|trailing average|running average|rolling mean|moving mean|(?:moving|rolling|trailing) (?:<A>|<N>))",
        g -> {
          draft.transform = Transform.MOVING_AVERAGE;
          return "";
        });
    q.rewrite(
        "(?:with )?(?:moving|rolling|trailing)(?= )",
        g -> {
          draft.transform = Transform.MOVING_AVERAGE;
          return "";
        });
    if (draft.transform == Transform.MOVING_AVERAGE) {
      q.rewrite(
          "(?:over )?(?:last |previous |trailing )?(<N>) ?(?:active |calendar )?<D>(?: (?:window|average))?",
          g -> {
            draft.window = q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue();
            return "";
          });
      q.rewrite("<A>", "");
      q.rewrite("\\( [^()]* \\)", "");
    }
    q.rewrite(
        "(?:running|cumulative|accumulated|cumulated)(?: (?:total|sum|count|number))?(?: of)?",
        g -> {
          draft.transform = Transform.RUNNING_TOTAL;
          return "";
        });
    q.rewrite(
        "(?:percent|percentage|relative|growth|pct) (?:change|growth|increase|rate)(?: (?:of|in))?",
        g -> {
          draft.transform = Transform.CHANGE_PERCENT;
          draft.percent = g.get(0).contains("percent") || g.get(0).contains("pct");
          return "";
        });
    q.rewrite(
        "(?:change|difference|delta|increase|growth|compare|compared)?(?: (?:of|in|to|with|from|versus|vs|against|over|on))* ?(?:(?:day|week|month|hour|<D>) (?:over|on|to) (?:day|week|month|hour|<D>)|(?:previous|prior|preceding|last) (?:one|<D>)|(?:<D>) before(?: it)?)",
        g -> {
          if (draft.transform == Transform.NONE) {
            draft.transform = Transform.CHANGE;
          }
          for (String word : Words.split(g.get(0))) {
            if (word.contains(":")) {
              q.item(word)
                  .as(OfDimension.class)
                  .map(OfDimension::dimension)
                  .filter(Dimension::isTime)
                  .ifPresent(draft::group);
            }
          }
          return "";
        });
  }

  private String shareOfTotal(
      Tagged q, Draft draft, String surface, String by, String within, String of) {
    Measure measure = measure(q, of);
    if (!measure.expression().matches("(sum|count)\\(.*")) {
      return surface;
    }
    if (measure.name().equals("active_users")) {
      measure = model.measure("users");
    }
    draft.transform = Transform.SHARE_OF_TOTAL;
    draft.percent = surface.contains("percent");
    draft.measure(measure);
    if (!within.isEmpty()) {
      draft.group(dimension(q, within));
    }
    draft.group(dimension(q, by));
    return "";
  }

  /** "1-15 August ('first half') and 16-31 August". */
  private void periodsCompared(Tagged q, Draft draft) {
    List<List<String>> periods = new ArrayList<>();
    String label = "(?: (?:\\( )?(?:\" [^\"]* \"|[a-z ]{1,20})(?: \\))?)?";
    List<String> found =
        q.find(
            "(<T>)(?: \\( [^()]* \\))? (?:and|vs|versus|with|to|or|against)(?: (?:of|for|in))? (<T>)(?: \\( [^()]* \\))?");
    if (found.isEmpty() || label.isEmpty()) {
      return;
    }
    periods.add(found);
    Filter first = q.item(found.get(1)).as(OfPeriod.class).orElseThrow().filter();
    Filter second = q.item(found.get(2)).as(OfPeriod.class).orElseThrow().filter();
    if (first.condition().startsWith("{time} >=") && second.condition().startsWith("{time} >=")
        || first.condition().startsWith("dayname")) {
      draft.filter(Filter.any(List.of(parenthesised(first), parenthesised(second))));
      draft.group(
          Bands.time(
              "period",
              "CASE WHEN "
                  + first.condition()
                  + " THEN '"
                  + first.words().replace("'", "")
                  + "' ELSE '"
                  + second.words().replace("'", "")
                  + "' END"));
      q.rewrite(
          "(<T>)(?: \\( [^()]* \\))? (?:and|vs|versus|with|to|or|against)(?: (?:of|for|in))? (<T>)(?: \\( [^()]* \\))?",
          "");
    }
  }

  private static Filter parenthesised(Filter filter) {
    return new Filter("(" + filter.condition() + ")", filter.words());
  }

  private void distributions(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(?:distribution|breakdown|histogram) of )?(?:number of )?(<E>) (?:by|per|for each|with each|over) (?:their |its )?number of (<E>)",
        g -> bySize(q, draft, g));
    boolean failures = q.surfacesMatch(".*\\b(fail\\w*|errors?)\\b.*");
    q.rewrite(
        "(by|per|for each|of each) (?:type|kind|reason|cause|category)(?: of (?:failure|error|<S>|<M>))?",
        g ->
            failures
                ? g.get(1) + " " + q.tag(g.get(0), new OfDimension(model.dimension("status")))
                : g.get(0));
    q.rewrite(
        "(?:type|kind|reason|cause) of (<S>|<M>)",
        g ->
            failures
                ? q.tag(g.get(0), new OfDimension(model.dimension("status"))) + " " + g.get(1)
                : g.get(0));
    q.rewrite(
        "(?:distribution|breakdown|histogram|frequency|split|spread) (?:of|over|by|across) (?:<E> (?:by|across|over|per) )?(<D>)(?: (?:value|score|level))?",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite(
        "(<D>)(?: (?:score|value))? (?:distribution|breakdown|histogram|frequency)",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite("(?:distribution|breakdown|histogram) (?:of|over|by)", "by");
  }

  private String bySize(Tagged q, Draft draft, List<String> g) {
    Entity owner = q.item(g.get(1)).as(OfEntity.class).orElseThrow().entity();
    Entity rows = q.item(g.get(2)).as(OfEntity.class).orElseThrow().entity();
    if (owner.name().equals("session")) {
      draft.group(model.dimension("session_size"));
      draft.measure(model.measure("sessions"));
      return "";
    }
    if (!owner.name().equals("user")) {
      return g.get(0);
    }
    Entity counted = rows.name().equals("prompt") ? model.entity("generation") : rows;
    String count =
        "(SELECT count(*) FROM %s AS %s WHERE %s.user_id = u.user_id)"
            .formatted(counted.relation(), counted.alias(), counted.alias());
    draft.group(
        Bands.of(
            counted.plural() + "_of_user",
            counted.plural() + " of the user",
            "user",
            count,
            Dimension.Type.INTEGER));
    draft.measure(model.measure("users"));
    draft.filter(
        new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation"));
    return "";
  }

  private String distribution(Tagged q, Draft draft, String surface, String tag) {
    Dimension dimension = q.item(tag).as(OfDimension.class).orElseThrow().dimension();
    draft.group(dimension);
    for (String word : Words.split(surface)) {
      if (word.contains(":") && !word.equals(tag)) {
        q.item(word).as(OfEntity.class).ifPresent(e -> draft.measure(figures.count(e.entity())));
      }
    }
    return "";
  }

  // ---- rankings

  private void rankings(Tagged q, Draft draft) {
    q.rewrite(
        "(?:rank|ranked|ranking|order|sort|sorted|ordered)( of)? ((?:<D>|<E>)(?: (?:and|,) (?:<D>|<E>))*)(?: by| according to| on| in term of)? (?:number of )?(<M>|<F>|<E>)( separately| within)?(?: (?:for|in|within|per|by) (?:each|every)? ?(<D>))?",
        g -> rank(q, draft, g));
    draft.order.ifPresent(
        order ->
            q.rewrite(
                "(?:, )?(?:best|worst|biggest|largest|highest|most|lowest|smallest|fewest|least) (?:first|at top|to (?:lowest|highest|smallest|largest|least|most|worst|best))",
                g -> {
                  boolean descending =
                      g.get(0).matches("(?:, )?(?:biggest|largest|highest|most).*")
                          || g.get(0).matches("(?:, )?worst.*") == order.measure().higherIsWorse()
                              && g.get(0).matches("(?:, )?(worst|best).*");
                  draft.order = Optional.of(new OfOrder(order.measure(), descending));
                  return "";
                }));
    limits(q, draft);
    adjectives(q, draft);
    superlatives(q, draft);
  }

  private String rank(Tagged q, Draft draft, List<String> g) {
    Measure measure = measure(q, g.get(3));
    boolean within = !g.get(5).isEmpty();
    if (within) {
      Dimension outer = q.item(g.get(5)).as(OfDimension.class).orElseThrow().dimension();
      draft.group(outer);
      draft.within.add(outer);
      draft.transform = Transform.RANK;
    }
    for (String tag : Words.split(g.get(2))) {
      if (tag.contains(":")) {
        draft.group(dimension(q, tag));
      }
    }
    draft.measure(measure);
    boolean ascending =
        q.has(
                    "(?:.* )?(?:ascending|lowest first|smallest first|fewest first|from (?:lowest|best|smallest|least|fewest).*|best to worst)(?: .*)?")
                && !measure.higherIsWorse()
            || q.has("(?:.* )?(?:1 is best|smallest first|lowest first|ascending)(?: .*)?");
    draft.order = Optional.of(new OfOrder(measure, !ascending));
    q.rewrite("\\( [^()]* \\)", "");
    return "";
  }

  private void limits(Tagged q, Draft draft) {
    q.rewrite(
        "(second|third|fourth|fifth|2nd|3rd)(?= (?:most|highest|largest|biggest|lowest|least|best|worst|slowest|fastest|busiest|smallest|longest))",
        g -> {
          draft.place =
              Optional.of(
                  switch (g.get(1)) {
                    case "second", "2nd" -> 2;
                    case "third", "3rd" -> 3;
                    case "fourth" -> 4;
                    default -> 5;
                  });
          return "";
        });
    q.rewrite(
        "(top|bottom|best|worst|first) (<N>)",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(2)).as(OfNumber.class).orElseThrow().value().intValue());
          return g.get(1).equals("bottom") ? "bottom" : "top";
        });
    q.rewrite(
        "(<N>)(?= (?:most|least|highest|lowest|largest|smallest|biggest|slowest|fastest|cheapest|longest|shortest|best|worst|top|busiest|expensive|heaviest|newest|oldest|latest|poorest|priciest))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return "";
        });
    q.rewrite(
        "(?:which|what) (<N>)(?= <D>|<E>)",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return "which ";
        });
    q.rewrite(
        "(<N>) (<E>|<D>) with(?= (?:most|highest|lowest|fewest|largest|least))",
        g -> {
          draft.limit =
              Optional.of(q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue());
          return g.get(2) + " with ";
        });
  }

  /** Superlatives that name a figure by themselves: slowest, busiest, most expensive. */
  private void adjectives(Tagged q, Draft draft) {
    String noun = "(?= (?:<D>|<E>|<S>|<V>|on|in|to|for|<T>|overall|$))";
    adjective(q, draft, "slowest" + noun, "average_latency", true);
    adjective(q, draft, "fastest|quickest", "average_latency", false);
    adjective(
        q,
        draft,
        "(?:most expensive|costliest|priciest|most costly)",
        Rules.mentions(q, "session") ? "cost_per_session" : "cost_per_generation",
        true);
    adjective(
        q,
        draft,
        "(?:cheapest|least expensive|least costly)",
        Rules.mentions(q, "session") ? "cost_per_session" : "cost_per_generation",
        false);
    adjective(
        q,
        draft,
        "(?:biggest|heaviest|top|largest|highest) (?:spender|spending|spend)s?",
        "total_cost",
        true);
    adjective(
        q,
        draft,
        "(?:spend|spends|spent|spending|pay|burn|burned|cost)(?: us)? (?:most|more)(?: (?:credit|overall|<[FM]>|<F>|<M>))?",
        "total_cost",
        true);
    adjective(
        q,
        draft,
        "(?:spend|spends|spent|spending|cost)(?: us)? (?:least|less)",
        "total_cost",
        false);
    adjective(
        q,
        draft,
        "(?:most frustrating|most painful|most annoying|roughest)",
        "average_friction",
        true);
    adjective(q, draft, "(?:least frustrating|smoothest|least painful)", "average_friction", false);
    adjective(q, draft, "(?:most reliable|least error prone|most dependable)", "error_rate", false);
    adjective(
        q,
        draft,
        "(?:least reliable|most error prone|flakiest|most unreliable)",
        "error_rate",
        true);
    adjective(q, draft, "(?:best aligned|most aligned|most faithful)", "average_alignment", true);
    adjective(
        q, draft, "(?:worst aligned|least aligned|poorest aligned)", "average_alignment", false);
    adjective(
        q, draft, "(?:most complex|most complicated|most elaborate)", "average_complexity", true);
    adjective(
        q, draft, "(?:least complex|simplest|least complicated)", "average_complexity", false);
    adjective(
        q,
        draft,
        "(?:most active|busiest|most traffic|heaviest usage|most used by)",
        "generations",
        true);
    adjective(q, draft, "(?:least active|quietest|least busy|slowest)", "generations", false);
    q.rewrite(
        "(?:(?:fail|<S>|<V>)) (?:most|more) (?:often|frequently|in relative term|proportionally|relatively)?",
        g -> failing(q, draft, g.get(0), true));
    q.rewrite("(?:most|more) (?:often|frequently|likely to)? ?(?:<S>|<V>)", g -> g.get(0));
    q.rewrite(
        "(<S>|<V>) least(?: (?:often|frequently|in relative term))?",
        g -> failing(q, draft, g.get(0), false));
    q.rewrite("in relative term", "");
  }

  private String failing(Tagged q, Draft draft, String words, boolean descending) {
    OfCondition condition = Rules.condition(q, Words.split(words)[0]);
    if (condition.entity().equals("time") || condition.entity().equals("user")) {
      return words;
    }
    Measure rate =
        condition.filter().condition().equals(model.segment("failed").condition())
            ? model.measure("error_rate")
            : figures.share(model.entity(condition.entity()), condition.filter(), false);
    draft.order = Optional.of(new OfOrder(rate, descending));
    return "which";
  }

  private void adjective(Tagged q, Draft draft, String words, String measure, boolean descending) {
    q.rewrite(
        "(?:" + words + ")",
        g -> {
          Measure chosen = model.measure(measure);
          draft.order = Optional.of(new OfOrder(chosen, descending));
          return "which";
        });
  }

  private void superlatives(Tagged q, Draft draft) {
    String most =
        "(most|highest|largest|biggest|greatest|longest|top|best|worst|maximum|least|lowest|smallest|fewest|shortest|bottom|poorest|slowest|fastest|minimum)";
    q.rewrite(
        "(?:which |who |what )?(least|most|rarely|less)? ?(?:common|commonly|popular|frequent|frequently|used|often used|used often|prevalent|widespread|typical|recycled|reused|repeated|chosen|requested|rare|rarest)(?: used| chosen| requested)? ((?:(?:<D>|<E>)(?: (?:and|,|x|/) )?)+)",
        g -> popular(q, draft, g.get(1), g.get(0), g.get(2)));
    q.rewrite(
        "((?:<D>(?: (?:and|,) )?)+)(?: option| value| setting)?(?: (?:is|are|was|were|do|people|<E>|get|gets|got|to be))* (?:used |chosen |requested |picked )?(?:the )?(most|least|more)(?: (?:often|used|common|frequent|popular|frequently|commonly|chosen|picked|requested))+",
        g -> popular(q, draft, g.get(2), g.get(0), g.get(1)));
    q.rewrite(
        "((?:<D> ?)+) used (most|least)(?: often)?",
        g -> popular(q, draft, g.get(2), g.get(0), g.get(1)));
    q.rewrite(
        most
            + " (?:spread|range|gap|difference) (?:between|of|in)(?: (?:best|worst|highest|lowest|minimum|maximum|min|max|and|<A>))* (<F>)",
        g -> {
          Fact fact = q.item(g.get(2)).as(OfFact.class).orElseThrow().fact();
          Measure range =
              figures.of(
                  "range_of_" + fact.name(),
                  "range of " + fact.label(),
                  fact.entity(),
                  "max(" + fact.expression() + ") - min(" + fact.expression() + ")",
                  fact.format());
          return orderBy(q, draft, range, isMost(g.get(1), range));
        });
    q.rewrite(
        most
            + " (?:overall |total |single |share of |number of |rate of |average |value of |level of |volume of |amount of |percentage of )*((?:<S> |<V> )*)(<M>|<F>|<E>)(?= |$)",
        g -> {
          String tag = g.get(3);
          Item item = q.item(tag);
          if (item.as(OfMeasure.class).isEmpty()
              && item.as(OfFact.class).isEmpty()
              && g.get(1)
                  .matches(
                      "top|best|worst|bottom|largest|biggest|longest|shortest|smallest|slowest|fastest")
              && g.get(2).isEmpty()) {
            return rows(q, draft, g.get(1), tag);
          }
          Measure measure;
          Optional<Filter> condition = rules.conditionOf(q, g.get(2));
          if (item.as(OfMeasure.class).isEmpty() && item.as(OfFact.class).isEmpty()) {
            Entity entity = item.as(OfEntity.class).orElseThrow().entity();
            measure = entity.name().equals("user") ? userCount(q) : figures.count(entity);
            condition.ifPresent(draft::filter);
          } else {
            measure = measure(q, tag);
            if (g.get(0).contains("share of") || g.get(0).contains("rate of")) {
              draft.percent = false;
            }
            condition.ifPresent(draft::filter);
          }
          return orderBy(q, draft, measure, isMost(g.get(1), measure));
        });
    q.rewrite(
        "(?:most|highest number of|fewest|least|lowest number of) (<V>|<S>)(?= |$)",
        g -> {
          OfCondition condition = Rules.condition(q, g.get(1));
          if (condition.entity().equals("time")) {
            return g.get(0);
          }
          draft.filter(condition.filter());
          return orderBy(
              q,
              draft,
              figures.count(model.entity(condition.entity())),
              !g.get(0).matches("(?:fewest|least|lowest).*"));
        });
    q.rewrite(
        "(<M>) (?:is |was |are )?(?:the )?(highest|lowest|worst|best|largest|smallest|biggest|greatest)",
        g -> {
          Measure measure = measure(q, g.get(1));
          return orderBy(q, draft, measure, isMost(g.get(2), measure));
        });
    q.rewrite(
        "(?:top|bottom) (?:<D>|<E>)(?: .*)? (?:by|in term of|according to|on|ranked by|for) (?:number of |total |overall )*(<M>|<F>|<E>)",
        g -> topBy(q, draft, g));
    q.rewrite(
        "(higher|lower|better|worse|greater|bigger|larger|more|less|fewer) (?:average )?(<M>)",
        g -> g.get(2));
  }

  private Measure userCount(Tagged q) {
    return q.text().contains("active") ? model.measure("active_users") : model.measure("users");
  }

  private String rows(Tagged q, Draft draft, String word, String entityTag) {
    Entity entity = q.item(entityTag).as(OfEntity.class).orElseThrow().entity();
    if (word.matches("longest|shortest|biggest|largest|smallest")) {
      String measure =
          switch (entity.name()) {
            case "session" ->
                word.matches("longest|shortest") ? "session_duration" : "session_size";
            case "prompt" -> "word_count";
            case "generation" -> "latency";
            default -> "";
          };
      if (!measure.isEmpty()) {
        Fact fact = model.fact(measure);
        Measure chosen = figures.aggregate(fact, new OfAggregation("highest", "max(%s)"));
        draft.order = Optional.of(new OfOrder(chosen, word.matches("longest|largest|biggest")));
        return entityTag;
      }
    }
    return word.matches("top|bottom|best|worst") ? word + " " + entityTag : word + " " + entityTag;
  }

  private String topBy(Tagged q, Draft draft, List<String> g) {
    Measure measure = measure(q, g.get(1));
    boolean bottom = g.get(0).startsWith("bottom");
    draft.order = Optional.of(new OfOrder(measure, !bottom));
    draft.measure(measure);
    String rest = g.get(0).replaceFirst("^(top|bottom) ", "which ");
    return rest.substring(0, rest.lastIndexOf(g.get(1)))
        .replaceFirst(
            " (?:by|in term of|according to|on|ranked by|for) (?:number of |total |overall )*$",
            "");
  }

  private String popular(Tagged q, Draft draft, String word, String surface, String tags) {
    if (word.isEmpty() && !surface.matches(".*(rare|popular|common|frequent).*")) {
      return surface;
    }
    boolean least = word.equals("least") || surface.contains("rare");
    Measure count = null;
    String grain = "";
    for (String tag : Words.split(tags)) {
      if (tag.contains(":")) {
        Item item = q.item(tag);
        Dimension dimension = item.as(OfDimension.class).map(OfDimension::dimension).orElse(null);
        if (dimension == null && item.as(OfEntity.class).isPresent()) {
          dimension =
              item.as(OfEntity.class).get().entity().name().equals("prompt")
                  ? model.dimension("prompt_text")
                  : null;
        }
        if (dimension == null) {
          return surface;
        }
        draft.group(dimension);
        grain = dimension.isTime() ? "generation" : dimension.entity();
      }
    }
    count = figures.count(model.entity(grain));
    draft.order = Optional.of(new OfOrder(count, !least));
    if (draft.measures.isEmpty()) {
      draft.measure(count);
    }
    if (draft.limit.isEmpty() && !plural(q, tags)) {
      draft.limit = Optional.of(1);
    }
    return "";
  }

  private static boolean isMost(String word, Measure measure) {
    return switch (word) {
      case "worst", "poorest" -> measure.higherIsWorse();
      case "best" -> !measure.higherIsWorse();
      case "least", "lowest", "smallest", "fewest", "shortest", "bottom", "fastest", "minimum" ->
          false;
      default -> true;
    };
  }

  private static String orderBy(Tagged q, Draft draft, Measure measure, boolean descending) {
    draft.order = Optional.of(new OfOrder(measure, descending));
    return "which";
  }

  // ---- groups

  private void groups(Tagged q, Draft draft) {
    q.rewrite(
        "(?:list|order|sort|sorted|listed|ordered) by (?:<D>)(?: ,)?(?: then)?(?: rank)?", "");
    q.rewrite(
        "(?:by|from|of|for|made by|among) (<E>)(?= (?:who|that|which|whose|with|in|on|from|<S>|<V>|using)(?: |$))",
        g -> g.get(1));
    String by =
        "(?:by|per|for each|for every|in each|in every|within each|of each|on each|from each|each|every|across|split by|split across|broken down by|break down by|grouped by|group by|segmented by|as function of|depending on|over|with each|for|at each|on every|between|among|according to|separately for|and per|in term of|versus|vs|against)(?: (?:each|every|different|possible|various|distinct|single|calendar|individual|given|level of|type of|kind of|number of|combination of|pair of|values? of|user 's))*";
    String list =
        "((?:<D>|<E>)(?: (?:score|level|value|setting|type|bucket|option))?(?:(?: , <D>)*(?: ,)?(?: and| by| per| x| then by| within| then)(?: each| every| by)? <D>(?: (?:score|level|value|setting|type|option))?)*)";
    q.rewrite(
        "(?:for )?(?:each|every) combination of " + list,
        g -> grouped(q, draft, g.get(0), g.get(1)));
    q.rewrite(
        "(?:change|vary|varies|differ|differs|depend|depends|develop|evolve|relate|relates|look|compare|move|behave|trend|affect|affected|influence|influenced|impact|impacted)(?: (?:with|by|on|across|between|over|as|to|from|depending on))* "
            + list,
        g -> grouped(q, draft, g.get(0), g.get(1)));
    q.rewrite(
        "(?:over time|trend over time|evolution|time series|trend|development over time)",
        g -> {
          if (q.remaining().values().stream()
              .noneMatch(
                  i ->
                      i.as(OfDimension.class)
                          .map(OfDimension::dimension)
                          .filter(Dimension::isTime)
                          .isPresent())) {
            draft.group(model.dimension("day"));
          }
          return "";
        });
    q.rewrite(
        "(<D>) (?:by|on|after) (<D>)",
        g ->
            q.item(g.get(1)).as(OfDimension.class).orElseThrow().dimension().isTime()
                    && sameDimension(q, g)
                ? grouped(q, draft, g.get(0), g.get(1))
                : g.get(0));
    boolean ranked = draft.order.isPresent();
    List<Dimension> before = new ArrayList<>(draft.groups);
    q.rewrite(
        by + " " + list + "(?: (?:combination|pair|pairing|combo|bucket|separately))?",
        g -> {
          if (g.get(0).matches("(?:for|over|between|among|against|vs|versus|of|in) .*")
              && !groupable(q, g.get(1))) {
            return g.get(0);
          }
          boolean each =
              g.get(0)
                  .matches(
                      "(?:for|in|within|of|per|on|from|at|by|separately for|every|each)?(?: ?each| ?every)? .*|(?:for|in|within|per|each|every).*");
          String result = grouped(q, draft, g.get(0), g.get(1));
          if (ranked && each && result.isEmpty()) {
            draft.groups.stream()
                .filter(d -> !before.contains(d) && !draft.within.contains(d))
                .forEach(draft.within::add);
          }
          return result;
        });
    q.rewrite(
        "(?:which|what|who|list|show|find|name|give|any|top|bottom|identify)(?: (?:me|are|of|is))*((?: <V>| <S>)*) "
            + list
            + "(?: (?:combination|pair|pairing|combo))?",
        g -> asked(q, draft, g));
    q.rewrite("^", "");
  }

  private static boolean sameDimension(Tagged q, List<String> g) {
    return q.item(g.get(1)).as(OfDimension.class).equals(q.item(g.get(2)).as(OfDimension.class));
  }

  /** "for sessions" names what is counted, "for each session" splits by it. */
  private static boolean groupable(Tagged q, String tags) {
    return q.item(Words.split(tags)[0]).as(OfEntity.class).isEmpty()
        && q.item(Words.split(tags)[0]).as(OfDimension.class).isPresent();
  }

  private String asked(Tagged q, Draft draft, List<String> g) {
    boolean ranked = draft.order.isPresent();
    boolean thresholds = q.has("(?:.* )?<H>(?: .*)?");
    Item first = q.item(Words.split(g.get(2))[0]);
    if (first.as(OfDimension.class).isEmpty() && !ranked && !thresholds) {
      return g.get(0);
    }
    if (ranked
        && draft.limit.isEmpty()
        && !plural(q, g.get(2))
        && !g.get(0).startsWith("list")
        && !draft.within.isEmpty() == false) {
      draft.limit = Optional.of(1);
    }
    return grouped(q, draft, g.get(0), g.get(2)) + " " + g.get(1);
  }

  private static boolean plural(Tagged q, String tags) {
    String surface = q.item(Words.split(tags)[0]).surface();
    return !Words.singular(surface.substring(surface.lastIndexOf(' ') + 1))
            .equals(surface.substring(surface.lastIndexOf(' ') + 1))
        || surface.equals("people");
  }

  private String grouped(Tagged q, Draft draft, String surface, String tags) {
    List<Dimension> found = new ArrayList<>();
    for (String tag : Words.split(tags)) {
      if (tag.contains(":")) {
        Item item = q.item(tag);
        if (item.as(OfDimension.class).isEmpty() && item.as(OfEntity.class).isEmpty()) {
          return surface;
        }
        found.add(dimension(q, tag));
      }
    }
    found.forEach(draft::group);
    return "";
  }

  private Dimension dimension(Tagged q, String tag) {
    Item item = q.item(tag);
    Optional<OfDimension> dimension = item.as(OfDimension.class);
    if (dimension.isPresent()) {
      return dimension.get().dimension();
    }
    return switch (item.as(OfEntity.class).orElseThrow().entity().name()) {
      case "user" -> model.dimension("user_id");
      case "session" -> model.dimension("session_id");
      case "prompt" ->
          model.dimension(item.surface().startsWith("prompt") ? "prompt_text" : "prompt_id");
      default -> model.dimension("generation_id");
    };
  }

  // ---- comparison of groups

  private void versus(Tagged q, Draft draft) {
    String link =
        "(?: (?:vs|versus|and|or|with|to|compared to|compared with|against|than|relative to|as opposed to|,)(?: (?:those|one|on|in|from|for|of|that|do|did|are|were|is|with))*)";
    String noun = "(?: <E>)?";
    if (q.surfacesMatch("weekends?|on weekends?|on the weekends?")) {
      q.rewrite(
          "<D>",
          g ->
              q.item(g.get(0)).surface().matches("weekdays?")
                  ? q.tag(
                      g.get(0), new OfCondition("time", Filter.of(model.segment("working_day"))))
                  : g.get(0));
      q.rewrite(
          "(<S>) (?:and|to) (<S>)",
          g ->
              Rules.condition(q, g.get(1)).entity().equals("time")
                  ? g.get(1) + " vs " + g.get(2)
                  : g.get(0));
    }
    boolean comparing =
        q.has(
            "(?:.* )?(?:vs|versus|compare|compared|comparison|comparing|against|or|difference|differ|between|relative|than|with)(?: .*)?");
    if (!comparing) {
      return;
    }
    q.rewrite(
        "(<S>)(?: <E>)?"
            + link
            + "+ (?:not|those|that|did|non|without|do|un)(?: (?:that|did|not|do|ones|<E>|who|which))*(?: <S>)?(?= |$)",
        g -> splitBy(q, draft, g.get(1)));
    q.rewrite(
        "(<S>)(?: <E>)?" + link + " (<S>)" + noun,
        g -> {
          OfCondition left = Rules.condition(q, g.get(1));
          OfCondition right = Rules.condition(q, g.get(2));
          if (complement(left.filter().condition(), right.filter().condition())
              || left.entity().equals("time") && right.entity().equals("time")
              || left.entity().equals(right.entity())
                  && g.get(0).matches(".*(vs|versus|compared).*")) {
            if (!complement(left.filter().condition(), right.filter().condition())) {
              draft.filter(Filter.any(List.of(left.filter(), right.filter())));
            }
            return splitBy(q, draft, g.get(1));
          }
          return g.get(0);
        });
    q.rewrite(
        "(<V>)"
            + noun
            + "(?: ,| and)? ?"
            + link
            + " (<V>)"
            + noun
            + "(?:"
            + link
            + " (<V>)"
            + noun
            + ")?",
        g -> {
          List<OfValue> values = new ArrayList<>();
          Optional<Dimension> common = commonDimension(q, List.of(g.get(1), g.get(2)));
          if (common.isEmpty()) {
            return mixed(q, draft, g);
          }
          for (int i = 1; i < 4; i++) {
            if (!g.get(i).isEmpty()) {
              q.item(g.get(i))
                  .all(OfValue.class)
                  .filter(v -> v.dimension().equals(common.get()))
                  .findFirst()
                  .ifPresent(values::add);
            }
          }
          draft.filter(Filter.in(common.get(), values.stream().map(OfValue::value).toList()));
          boolean compared =
              g.get(0).matches(".* (vs|versus|compared|than|against|relative) .*")
                  || q.has(
                      "(?:.* )?(?:compare|comparison|comparing|compared|difference|differ|between|which|better|worse|more|higher|lower)(?: .*)?");
          if (compared && draft.groups.stream().noneMatch(d -> d.equals(common.get()))) {
            draft.groups.add(common.get());
          }
          return "";
        });
  }

  private static boolean complement(String left, String right) {
    return right.equals("NOT (" + left + ")")
        || right.equals("NOT " + left)
        || left.equals("NOT " + right)
        || left.equals(right.replace(" = ", " <> "))
        || right.equals(left.replace(" = ", " <> "));
  }

  private String mixed(Tagged q, Draft draft, List<String> g) {
    return g.get(0);
  }

  private static Optional<Dimension> commonDimension(Tagged q, List<String> tags) {
    return q.item(tags.get(0))
        .all(OfValue.class)
        .map(OfValue::dimension)
        .filter(d -> q.item(tags.get(1)).all(OfValue.class).anyMatch(v -> v.dimension().equals(d)))
        .findFirst();
  }

  private String splitBy(Tagged q, Draft draft, String tag) {
    OfCondition condition = Rules.condition(q, tag);
    if (condition.filter().condition().equals("s.churned_after")) {
      draft.group(model.dimension("churned_after"));
    } else {
      draft.group(Bands.condition(condition));
    }
    return "";
  }

  // ---- what is left

  private void leftovers(Tagged q, Draft draft) {
    aggregatedApart(q, draft);
    Map<String, Item> left = q.remaining();
    Map<Dimension, List<String>> values = new LinkedHashMap<>();
    boolean measured = !draft.measures.isEmpty();
    List<Item> loose = new ArrayList<>();
    for (Map.Entry<String, Item> entry : left.entrySet()) {
      Item item = entry.getValue();
      String tag = entry.getKey();
      if (item.as(OfMeasure.class).isPresent() && item.as(OfThreshold.class).isEmpty()) {
        boolean alsoGroup = item.as(OfDimension.class).isPresent() && measuredElsewhere(left, tag);
        if (alsoGroup) {
          draft.group(item.as(OfDimension.class).get().dimension());
        } else if (item.as(OfCondition.class).isPresent()
            && (measuredElsewhere(left, tag) || !draft.measures.isEmpty())) {
          draft.filter(item.as(OfCondition.class).get().filter());
        } else {
          draft.measure(item.as(OfMeasure.class).get().measure());
          measured = true;
        }
      } else if (item.as(OfThreshold.class).isPresent()) {
        loose.add(item);
      } else if (item.as(OfPeriod.class).isPresent()) {
        draft.filter(item.as(OfPeriod.class).get().filter());
      } else if (item.as(OfCondition.class).isPresent()) {
        draft.filter(item.as(OfCondition.class).get().filter());
      } else if (item.as(OfValue.class).isPresent()) {
        OfValue value = chosenValue(item, draft);
        values.computeIfAbsent(value.dimension(), d -> new ArrayList<>()).add(value.value());
      }
    }
    values.forEach((dimension, named) -> draft.filter(Filter.in(dimension, named)));
    for (Map.Entry<String, Item> entry : left.entrySet()) {
      Item item = entry.getValue();
      boolean other =
          item.as(OfMeasure.class).isPresent() || item.as(OfThreshold.class).isPresent();
      if (other) {
        continue;
      }
      if (item.as(OfDimension.class).isPresent() && item.as(OfFact.class).isEmpty()) {
        draft.group(item.as(OfDimension.class).get().dimension());
      } else if (item.as(OfFact.class).isPresent() && item.as(OfCondition.class).isEmpty()) {
        if (item.as(OfDimension.class).isPresent()
            && (!draft.measures.isEmpty() || draft.order.isPresent())) {
          draft.group(item.as(OfDimension.class).get().dimension());
        } else if (draft.order.isEmpty() || draft.measures.isEmpty()) {
          draft.measure(measure(q, entry.getKey()));
        }
      }
    }
    draft.order.ifPresent(order -> draft.measure(order.measure()));
    if (draft.transform == Transform.SHARE_OF_TOTAL && draft.groups.size() > 1) {
      draft.groups.stream().filter(Dimension::isTime).forEach(draft.within::add);
    }
    for (Item item : loose) {
      thresholdOrFilter(item, draft, left);
    }
    entities(q, draft, left);
    for (Meaning.OfThreshold threshold : draft.thresholds) {
      draft.measure(threshold.measure());
    }
  }

  /**
   * An average and a fact that stand apart ("what cfg do people use with each sampler, on
   * average").
   */
  private void aggregatedApart(Tagged q, Draft draft) {
    Optional<OfAggregation> aggregation =
        q.remaining().values().stream().flatMap(i -> i.all(OfAggregation.class)).findFirst();
    boolean measured =
        q.remaining().values().stream()
            .anyMatch(i -> i.as(OfMeasure.class).isPresent() && i.as(OfFact.class).isEmpty());
    if (aggregation.isEmpty() || measured) {
      return;
    }
    List<String> found = q.find("(<F>)");
    if (!found.isEmpty()) {
      q.rewrite(
          "<F>",
          g ->
              g.get(0).equals(found.get(1))
                  ? Rules.measure(
                      q,
                      g.get(0),
                      figures.aggregate(
                          q.item(found.get(1)).as(OfFact.class).orElseThrow().fact(),
                          aggregation.get()))
                  : g.get(0));
    }
  }

  private static OfValue chosenValue(Item item, Draft draft) {
    return item.all(OfValue.class)
        .filter(v -> draft.groups.stream().noneMatch(g -> g.equals(v.dimension())))
        .findFirst()
        .orElseGet(() -> item.as(OfValue.class).orElseThrow());
  }

  private static boolean measuredElsewhere(Map<String, Item> left, String tag) {
    return left.entrySet().stream()
        .anyMatch(
            e ->
                !e.getKey().equals(tag)
                    && e.getValue().as(OfMeasure.class).isPresent()
                    && e.getValue().as(OfThreshold.class).isEmpty()
                    && e.getValue().as(OfDimension.class).isEmpty());
  }

  /** A bare noun is counted if nothing else is measured; otherwise it only says of what. */
  private void entities(Tagged q, Draft draft, Map<String, Item> left) {
    List<Entity> nouns = new ArrayList<>();
    left.values()
        .forEach(
            item ->
                item.as(OfEntity.class)
                    .filter(e -> item.as(OfMeasure.class).isEmpty())
                    .ifPresent(e -> nouns.add(e.entity())));
    boolean listing = draft.thresholds.size() > 0 && draft.groups.isEmpty();
    if (listing && !nouns.isEmpty() && draft.measures.isEmpty()) {
      Entity noun = nouns.get(0);
      draft.group(
          switch (noun.name()) {
            case "user" -> model.dimension("user_id");
            case "session" -> model.dimension("session_id");
            default -> model.dimension("prompt_text");
          });
      return;
    }
    if (draft.measures.isEmpty() && !nouns.isEmpty() && draft.thresholds.isEmpty()) {
      draft.measure(figures.count(nouns.get(0)));
      draft.implied = true;
    }
    if (draft.measures.isEmpty() && draft.thresholds.isEmpty()) {
      implied(draft);
    }
  }

  /** "safety violations on 10 August": the rows that meet the condition are counted. */
  private void implied(Draft draft) {
    draft.implied = true;
    if (!draft.filters.isEmpty()) {
      String entity = "generation";
      for (Filter filter : draft.filters) {
        if (filter.condition().matches("(?s)(NOT \\()?s\\..*")) {
          entity = "session";
        } else if (filter.condition().matches("(?s)(NOT \\()?u\\..*")
            && draft.filters.size() == 1) {
          entity = "user";
        } else if (filter.condition().matches("(?s)(NOT \\()?p\\..*")
            && draft.filters.size() == 1) {
          entity = "prompt";
        }
      }
      draft.measure(figures.count(model.entity(entity)));
    } else if (!draft.groups.isEmpty() && !draft.groups.get(0).isTime()) {
      draft.measure(figures.count(model.entity(draft.groups.get(0).entity())));
    }
  }

  /** A condition on a fact holds for rows or for groups, whichever the question is about. */
  private void thresholdOrFilter(Item item, Draft draft, Map<String, Item> left) {
    OfThreshold threshold = item.as(OfThreshold.class).orElseThrow();
    Optional<OfCondition> row = item.as(OfCondition.class);
    boolean grouped = !draft.groups.isEmpty();
    boolean sameGrain =
        row.isPresent()
            && (draft.groups.stream()
                    .allMatch(d -> d.identifier() && d.entity().equals(row.get().entity()))
                || left.values().stream()
                    .flatMap(i -> i.all(OfEntity.class))
                    .anyMatch(e -> e.entity().name().equals(row.get().entity()))
                || !draft.measures.isEmpty()
                    && !threshold.measure().entity().equals("x")
                    && !grouped);
    Optional<Entity> said = threshold.owner();
    boolean ownGroup = threshold.comparison().bound() instanceof Meaning.Bound.OwnGroup;
    if (ownGroup) {
      draft.thresholds.add(threshold);
      return;
    }
    if (row.isPresent() && (!grouped || sameGrain)) {
      draft.filter(row.get().filter());
      return;
    }
    boolean groupedByOwner =
        said.isPresent() && draft.groups.stream().anyMatch(d -> d.name().equals(said.get().key()));
    if (said.isPresent() && !draft.measures.isEmpty() && !groupedByOwner) {
      Optional<Filter> filter = ownerFilter(said.get(), threshold);
      if (filter.isPresent()) {
        draft.filter(filter.get());
        return;
      }
    }
    if (!grouped && !draft.measures.isEmpty()) {
      Optional<Entity> owner = ownerOf(draft.measures.get(0));
      if (owner.isPresent() && !owner.get().name().equals(threshold.measure().entity())) {
        if (draft.measures.get(0).name().equals("active_users")) {
          draft.measures.set(0, model.measure("users"));
        }
        ownerFilter(owner.get(), threshold).ifPresent(draft::filter);
        return;
      }
    }
    draft.thresholds.add(threshold);
  }

  private Optional<Entity> ownerOf(Measure measure) {
    return switch (measure.name()) {
      case "users", "active_users" -> Optional.of(model.entity("user"));
      case "sessions" -> Optional.of(model.entity("session"));
      default -> Optional.empty();
    };
  }

  /** Users of whom a figure holds, as a condition on the user. */
  private Optional<Filter> ownerFilter(Entity owner, OfThreshold threshold) {
    Measure measure = threshold.measure();
    String sql = measure.expression();
    if (sql.matches("(?s).*\\bp\\..*")) {
      return Optional.empty();
    }
    Entity rows = model.entity(measure.entity());
    Optional<String> bound = Sql.bound(model, threshold, List.of());
    return bound.map(
        value ->
            new Filter(
                "%s.%s IN (SELECT %s.%s FROM %s AS %s GROUP BY ALL HAVING %s %s)"
                    .formatted(
                        owner.alias(),
                        owner.key(),
                        rows.alias(),
                        owner.key(),
                        rows.relation(),
                        rows.alias(),
                        sql,
                        value),
                measure.label() + " " + threshold.comparison().comparison().words() + " " + value));
  }

  Measure measure(Tagged q, String tag) {
    Item item = q.item(tag);
    if (item.as(OfMeasure.class).isPresent()) {
      return item.as(OfMeasure.class).get().measure();
    }
    Optional<Fact> fact = item.as(OfFact.class).map(OfFact::fact);
    if (fact.isPresent()) {
      return figures.aggregate(
          fact.get(),
          fact.get().additive() && fact.get().name().matches("retries|cost")
              ? new OfAggregation("total", "sum(%s)")
              : new OfAggregation("average", "avg(%s)"));
    }
    Entity entity = item.as(OfEntity.class).orElseThrow().entity();
    return entity.name().equals("user") ? userCount(q) : figures.count(entity);
  }
}
