package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import java.util.List;
import java.util.Optional;

/** Sign-ups, first and last moments, periods compared, means of periods. */
final class Times extends Asking {
  Times(SemanticModel model) {
    super(model);
  }

  private static final String SIGNED =
      "(?:(?:have |has |had |who |that |newly |did )*(?:sign up|signed up|signing up|signup|registered|register|registering|joined|join|joining|new))";

  /** "signed up in June" is a condition on users, whatever else has a time. */
  static void signedUp(Tagged q) {
    q.rewrite(
        SIGNED + "(?: date)?(?: (?:is|was|of|were))? (<T>)",
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
  }

  /**
   * "by cohort, for weeks starting in June or later": the time of what the figures are split by.
   */
  static void cohorts(Tagged q) {
    q.rewrite(
        "(?:(?:for|only|in|just|of|limited to|,) )*(<D>)(?: (?:starting|beginning|that|which|who|started|start|began|begin|from|since|of|in|with|on|are|is))* (<T>)",
        g -> {
          Dimension said = q.item(g.get(1)).as(OfDimension.class).orElseThrow().dimension();
          boolean starting = g.get(0).matches(".* (?:start|began|begin).*");
          Optional<Dimension> date =
              isDate(said)
                  ? Optional.of(said)
                  : q.remaining().values().stream()
                      .flatMap(item -> item.all(OfDimension.class))
                      .map(OfDimension::dimension)
                      .filter(Times::isDate)
                      .findFirst()
                      .filter(found -> said.isTime() && starting);
          return date.isEmpty()
              ? g.get(0)
              : (isDate(said) ? " by " + g.get(1) + " " : "")
                  + q.tag(
                      g.get(0),
                      new OfCondition(
                          date.get().entity(),
                          new Filter(
                              q.item(g.get(2))
                                  .as(OfPeriod.class)
                                  .orElseThrow()
                                  .filter()
                                  .condition()
                                  .replace("{time}", date.get().expression()),
                              date.get().label()
                                  + " "
                                  + q.item(g.get(2))
                                      .as(OfPeriod.class)
                                      .orElseThrow()
                                      .filter()
                                      .words())));
        });
  }

  private static boolean isDate(Dimension dimension) {
    return dimension.type() == Dimension.Type.DATE && !dimension.isTime();
  }

  /** Sign-ups have their own time, and make "users" the registered ones. */
  void signups(Tagged q, Draft draft) {
    q.rewrite(
        "(<D>)(?: (?:in which|on which|in|that|when|they|people|<E>|first|originally|have|had|do|does|did))* (?:signed up|sign up|joined|join|registered|register)(?: (?:in|on|for|with us))*(?= |$)",
        g -> signupGrain(q, g.get(0), g.get(1)));
    q.rewrite(
        "(?:sign up|signup|registration|joining|join) (<D>)|(<D>) of (?:sign up|signup|registration|joining)",
        g -> signupGrain(q, g.get(0), g.get(1) + g.get(2)));
    // "by signup month": the noun may have been taken for the count of sign-ups
    q.rewrite(
        "(<M>) (<D>)",
        g ->
            q.item(g.get(1)).surface().matches("(?:.* )?(?:sign ?up|registration)")
                ? signupGrain(q, g.get(0), g.get(2))
                : g.get(0));
    q.rewrite(
        "(?:first|earliest|oldest)(?: <E>)? (?:and|to) (?:newest|last|latest|most recent)(?: <E>)? "
            + SIGNED
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
    boolean users = Phase.mentions(q, "user");
    if ((q.has("(?:.* )?" + SIGNED + "(?: .*)?") && users)
        || q.has("(?:.* )?(?:sign up|signed up|new <E>)(?: .*)?")) {
      q.rewrite(
          "(?:how many|number of)? ?<E> " + SIGNED,
          g -> Phase.measure(q, g.get(0), model.measure("users")));
      if (q.has("<M> " + SIGNED)) {
        q.rewrite("(<M>) " + SIGNED, g -> g.get(1));
      }
      q.rewrite(
          "(?:newly )?" + SIGNED + " (?:<E>)",
          g -> Phase.measure(q, g.get(0), model.measure("users")));
    }
  }

  /** "the month they signed up in" is a group of users, whatever is measured of them. */
  private String signupGrain(Tagged q, String surface, String tag) {
    Dimension grain = q.item(tag).as(OfDimension.class).orElseThrow().dimension();
    return grain.isTime()
        ? q.tag(
            surface,
            new OfDimension(
                Bands.of(
                    "signup_" + grain.name(),
                    "sign-up " + grain.label().toLowerCase(java.util.Locale.ROOT),
                    "user",
                    grain.expression().replace("{time}", "u.signup_date"),
                    grain.type())))
        : surface;
  }

  /** "when did the first …", "date of the latest generation". */
  void extremes(Tagged q, Draft draft) {
    q.rewrite(
        "(?<!and )(?<!to )(?:(first|earliest|oldest)|(?:last|latest|newest|most recent)) (<D>)",
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
    String aux = "(?: (?:did|was|is|were|of|has|does|do|on))*";
    String happen =
        "(?: (?:happen|occur|start|recorded|take place|made|created|begin|come in|sent)(?:ed|red)?)?";
    q.rewrite(
        "((?:when|date|time|timestamp)"
            + aux
            + ") (?:first|earliest|oldest) ((?:<S> |<V> )*(?:<E>|<S>|<V>|<M>))"
            + happen
            + "(?: ,)? and(?: (?:when|date|time))?"
            + aux
            + " (?:last|latest|newest|most recent|final) (?:one|1|<N>|<E>)"
            + happen,
        g ->
            g.get(1)
                + " first and last "
                + (q.item(Phase.bare(g.get(2))).as(Meaning.OfMeasure.class).isPresent()
                    ? q.tag(
                        g.get(2),
                        new OfEntity(
                            model.entity(Phase.measureOf(q, Phase.bare(g.get(2))).entity())))
                    : g.get(2)));
    q.rewrite(
        "(?:when|date|time|timestamp)"
            + aux
            + " (?:first|earliest|oldest) and (?:last|latest|newest|most recent|final) ((?:<S>|<V>)(?: (?:<S>|<V>))*)(?: <E>)?"
            + happen,
        g -> {
          String tag = Words.split(g.get(1))[0];
          String name = Phase.condition(q, tag).entity();
          Optional<String> time = model.entity(name).time();
          if (time.isEmpty()) {
            return g.get(0);
          }
          moments(draft, model.entity(name), time.get());
          return g.get(1);
        });
    q.rewrite(
        "(?:(?:when|what|is|was|were|are|did|do) )*(?:first|earliest|oldest) and (?:last|latest|newest|most recent) (<D>|<E>|day|date|timestamp|moment)(?: (?:of|in|with|that|we|have|recorded|there|any|<E>|<D>))*(?: (?:data|happen|occur))?",
        g -> {
          Optional<Entity> entity =
              g.get(1).contains(":")
                  ? q.item(g.get(1)).as(OfEntity.class).map(OfEntity::entity)
                  : Optional.empty();
          Optional<Dimension> date =
              g.get(1).contains(":")
                  ? q.item(g.get(1)).as(OfDimension.class).map(OfDimension::dimension)
                  : Optional.empty();
          Entity found =
              entity.filter(e -> e.time().isPresent()).orElse(model.entity("generation"));
          String time = found.time().orElseThrow();
          if (date.filter(Dimension::isTime).isPresent()) {
            time = date.get().expression().replace("{time}", time);
          } else if (date.filter(d -> d.type() == Dimension.Type.DATE).isPresent()) {
            found = model.entity(date.get().entity());
            time = date.get().expression();
          } else if (date.isPresent()) {
            return g.get(0);
          }
          moments(draft, found, time);
          return "";
        });
    q.rewrite(
        "(?:when|(?:at |on )?(?:what|which) (?:day|date|time|moment|<D>)|<D>|date|time|timestamp)(?: (?:did|was|is|were|of|has|does|do|on))* (?:(first|earliest|oldest)|(last|latest|most recent|newest|final)) (?:ever )?(?:recorded )?((?:<S> |<V> )*)(?:(<E>)|<D>)(?: (?:sign up|signed up|join|joined|register|registered))?( (?:happen|occur|start|recorded|take place|made|created|begin|come in)(?:ed|red)?)?",
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

  /** The first and the last moment at which there is a row. */
  private void moments(Draft draft, Entity entity, String time) {
    for (String which : List.of("first", "last")) {
      draft.measure(
          figures.of(
              which + "_moment",
              which + " " + entity.label(),
              entity.name(),
              (which.equals("first") ? "min(" : "max(") + time + ")",
              io.genai.sessions.warehouse.semantic.Format.INTEGER));
    }
  }

  /** "1-15 August ('first half') and 16-31 August". */
  void periodsCompared(Tagged q, Draft draft) {
    q.rewrite(
        "(<T>(?: (?:,|and|, and|vs|or) <T>){2,})",
        g -> {
          List<Filter> periods =
              java.util.Arrays.stream(Words.split(g.get(1)))
                  .filter(tag -> tag.contains(":"))
                  .map(tag -> q.item(tag).as(OfPeriod.class).orElseThrow().filter())
                  .toList();
          draft.filter(Filter.any(periods.stream().map(Times::parenthesised).toList()));
          StringBuilder sql = new StringBuilder("CASE");
          periods.forEach(
              period ->
                  sql.append(" WHEN ")
                      .append(period.condition())
                      .append(" THEN '")
                      .append(period.words().replace("'", ""))
                      .append("'"));
          draft.group(Bands.time("period", sql.append(" END").toString()));
          return "";
        });
    List<String> found =
        q.find(
            "(<T>)(?: \\( [^()]* \\))? (?:and|vs|versus|with|to|or|against|compared to|compared with|than)(?: (?:of|for|in))? (<T>)(?: \\( [^()]* \\))?");
    if (found.isEmpty()) {
      return;
    }
    Filter first = q.item(found.get(1)).as(OfPeriod.class).orElseThrow().filter();
    Filter second = q.item(found.get(2)).as(OfPeriod.class).orElseThrow().filter();
    String kind = "(\\{time\\} [<>]|dayname|extract|\\().*";
    if (first.condition().matches(kind) && second.condition().matches(kind)) {
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
          "(<T>)(?: \\( [^()]* \\))? (?:and|vs|versus|with|to|or|against|compared to|compared with|than)(?: (?:of|for|in))? (<T>)(?: \\( [^()]* \\))?",
          "");
    }
  }

  static Filter parenthesised(Filter filter) {
    return new Filter("(" + filter.condition() + ")", filter.words());
  }

  /** "average requests per day": the mean of the days' counts. */
  void summaries(Tagged q, Draft draft) {
    q.rewrite(
        "(<A>) (?:(<D>) )?(?:number of |total |count of )?((?:<S> |<V> )*)(<E>|<M>|<F>)(?: (?:per|by|each|every|a|in|on))?(?: (?:each|every|calendar|single|active))*( <D>)?",
        g -> {
          String day = g.get(2).isEmpty() ? g.get(5) : g.get(2);
          if (day.isEmpty()
              || (!g.get(2).isEmpty() && !g.get(5).isEmpty())
              || (!g.get(5).isEmpty() && !g.get(0).matches(".* (per|each|every|a) .*"))) {
            return g.get(0);
          }
          Dimension time = q.item(day).as(OfDimension.class).orElseThrow().dimension();
          Measure measure = measure(q, g.get(4));
          if (!time.isTime()
              || !measure.expression().matches("(count|sum)\\(.*\\)(?: FILTER .*)?")) {
            return g.get(0);
          }
          OfAggregation aggregation = q.item(g.get(1)).as(OfAggregation.class).orElseThrow();
          Measure counted =
              measure.name().equals("users") ? model.measure("active_users") : measure;
          draft.measure(counted);
          draft.summarise(time, aggregation.name() + "_" + counted.name(), aggregation.format());
          return g.get(3);
        });
  }
}
