package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shares and rates of rows that meet a condition. */
final class Shares extends Phase {
  Shares(SemanticModel model) {
    super(model);
  }

  /** "the ten biggest spenders", of which a share is asked. */
  void ofTheFirst(Tagged q) {
    if (!q.has(SHARE)) {
      return;
    }
    q.rewrite(
        "(?:(?:top|biggest|heaviest|largest|highest|first|busiest|most active) (<N>)(?: of)?|(<N>) (?:top|biggest|heaviest|largest|highest|most active|busiest|most expensive))(?: (most active|biggest|busiest|spending))? (<E>|<F>)(?: (?:by|in term of|ranked by|according to) (?:number of |total )?(<M>|<F>|<E>))?",
        g -> {
          boolean users =
              q.item(g.get(4)).as(Meaning.OfEntity.class).isEmpty()
                  ? q.item(g.get(4)).surface().startsWith("spend")
                  : entity(q, g.get(4)).name().equals("user");
          if (!users) {
            return g.get(0);
          }
          boolean byCount =
              g.get(0).matches(".*(active|busiest).*")
                  || (!g.get(5).isEmpty()
                      && q.item(g.get(5)).as(Meaning.OfEntity.class).isPresent());
          String figure = byCount ? "count(*)" : "sum(cost_credits)";
          Meaning.OfNumber number = number(q, g.get(1).isEmpty() ? g.get(2) : g.get(1));
          String limit =
              number.unit().equals("percent")
                  ? "(SELECT ceil(%s * count(DISTINCT user_id))::INT FROM fct_generations)"
                      .formatted(number.value().toPlainString())
                  : number.value().toPlainString();
          return q.tag(
              g.get(0),
              new OfCondition(
                  "generation",
                  new Filter(
                      "g.user_id IN (SELECT user_id FROM fct_generations GROUP BY ALL ORDER BY "
                          + figure
                          + " DESC, user_id LIMIT "
                          + limit
                          + ")",
                      "of the first " + limit + " users by " + figure)));
        });
  }

  /**
   * "share of requests from Europe that failed": where the rows come from is of the whole, what is
   * said of them by a verb is the part.
   */
  void wholes(Tagged q) {
    String origin =
        "(?:(?:made|sent|submitted|run|created|coming|started|opened) )?(?:from|in|on|by|with|of|using|for|at|within|among|via)"
            + " (?:<V>|<S>)(?: (?:or|and) <V>)*(?: (?:<E>|<D>|device|style))?|(?:that|which|who)(?: (?:is|are|was|were|get|got|have|had))? (?:<V>|<S>)";
    String verb =
        "(?:that|which|who|is|are|was|were|do|does|did|get|gets|got|end|ends|ended|come|comes|came|go|goes|went|has|have|had|contain|contains|hit|hits|need|needs|needed|result|results|resulted)";
    q.rewrite(
        SHARE
            + " of ((?:<S> |<V> )*)(<E>) ("
            + origin
            + "(?: "
            + origin
            + ")*)(?= (?:("
            + verb
            + ")"
            + LINK
            + " (?:<S>|<V>)|(<S>)))",
        g -> {
          boolean said = !g.get(5).isEmpty() || isVerb(q.item(g.get(6)).surface());
          List<String> origins = tags(g.get(4), "[A-Z]*[VS][A-Z]*:[0-9]+");
          String kept =
              origins.size() > 1
                      && g.get(4).matches(".* (?:or|and) .*")
                      && Contrasts.commonDimension(q, origins).isPresent()
                  ? q.tag(
                      g.get(4),
                      new OfCondition(
                          condition(q, origins.get(0)).entity(),
                          anyOf(q, String.join(" ", origins))))
                  : String.join(" ", origins);
          return said
              ? g.get(1) + " of " + (g.get(2) + " " + kept).strip() + " " + g.get(3)
              : g.get(0);
        });
  }

  private static boolean isVerb(String surface) {
    return surface.matches(
        "(?:\\S+ed|came|went|got|had|were|did|fail|fails|succeed|succeeds|churn|churns|retry|retries|error out|timed out|times? out|drop out)(?: .*)?");
  }

  private static List<String> tags(String words, String kind) {
    return java.util.Arrays.stream(Words.split(words)).filter(word -> word.matches(kind)).toList();
  }

  /** Shares and rates of rows that meet a condition. */
  void shares(Tagged q) {
    q.rewrite(
        SHARE + " of (?:each|every) (<D>) (<E>|<M>)",
        g -> "for each " + g.get(2) + " , " + g.get(1) + " of " + g.get(3));
    q.rewrite(
        "ratio (?:of|between) (?:number of )?(<V>|<S>)(?: <E>)? (?:to|and|over) (<V>|<S>)( <E>)?",
        g -> {
          OfCondition above = condition(q, g.get(1));
          OfCondition below = condition(q, g.get(2));
          return above.entity().equals("time")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.of(
                      "ratio",
                      above.filter().words() + " for each of " + below.filter().words(),
                      figures.grain(above.entity(), below.filter()),
                      "count(*) FILTER (WHERE "
                          + above.filter().condition()
                          + ")::DOUBLE / count(*) FILTER (WHERE "
                          + below.filter().condition()
                          + ")",
                      io.genai.sessions.warehouse.semantic.Format.DECIMAL));
        });
    String conditions = "((?:(?:not )?(?:<S>|<V>)(?: (?:or|and|,) )?)+)";
    // "percent of Europeans are on the pro plan": what stands first is the whole.
    q.rewrite(
        SHARE
            + " of (<V>|<S>)(?= (?:are|were|is|was|have|has|had|use|used|come|came|end|ended|get|got)(?: [a-z]+){0,4} (?:<S>|<V>))",
        g ->
            condition(q, g.get(2)).entity().equals("time")
                ? g.get(0)
                : g.get(0)
                    + " "
                    + q.tag(
                        "rows",
                        new Meaning.OfEntity(model.entity(condition(q, g.get(2)).entity()))));
    // "forest or mountain images": the whole is any of them.
    q.rewrite(
        SHARE + " of ((?:<V> (?:or|and|,) )+<V>) (<E>)(?=" + LINK + " (?:<S>|<V>|<H>))",
        g -> {
          String[] tags = Words.split(g.get(2));
          boolean one =
              Contrasts.commonDimension(q, List.of(tags[0], tags[tags.length - 1])).isPresent();
          return one
              ? g.get(1)
                  + " of "
                  + q.tag(
                      g.get(2), new OfCondition(condition(q, tags[0]).entity(), anyOf(q, g.get(2))))
                  + " "
                  + g.get(3)
              : g.get(0);
        });
    q.rewrite(
        SHARE + " of ((?:<S> |<V> )*)(<E>)" + LINK + " " + conditions + "(?!(?: [a-z]+){0,4} <C>)",
        g -> {
          Filter condition = anyOf(q, g.get(4));
          String kept = g.get(2) + " " + active(q, g.get(3));
          return measure(
                  q,
                  g.get(0),
                  figures.share(entity(q, g.get(3)), condition, g.get(1).startsWith("percent")))
              + " "
              + kept;
        });
    q.rewrite(
        SHARE + " of ((?:<S> |<V> )*)(<E>)" + LINK + " (<T>)",
        g -> {
          Entity rows = entity(q, g.get(3));
          Filter period = q.item(g.get(4)).as(Meaning.OfPeriod.class).orElseThrow().filter();
          return rows.time().isEmpty() || rows.name().equals("user")
              ? g.get(0)
              : measure(
                      q,
                      g.get(0),
                      figures.share(
                          rows,
                          new Filter(
                              period.condition().replace("{time}", rows.time().get()),
                              period.words()),
                          g.get(1).startsWith("percent")))
                  + " "
                  + g.get(2);
        });
    q.rewrite(
        SHARE + " of (<M>)" + LINK + " " + conditions,
        g -> {
          Measure whole = q.item(g.get(2)).as(OfMeasure.class).orElseThrow().measure();
          return whole.expression().matches("(sum|count)\\(.*\\)")
              ? measure(
                  q,
                  g.get(0),
                  figures.part(whole, anyOf(q, g.get(3)), g.get(1).startsWith("percent")))
              : g.get(0);
        });
    q.rewrite(
        SHARE + " of ((?:<S> |<V> )+)(<E>)(?= |$)",
        g ->
            measure(
                q,
                g.get(0),
                figures.share(
                    entity(q, g.get(3)),
                    conditionOf(q, g.get(2)).orElseThrow(),
                    g.get(1).startsWith("percent"))));
    q.rewrite(
        SHARE + " (?:of )?(<S>|<V>)(?= |$)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return condition.entity().equals("time")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.share(
                      model.entity(condition.entity()),
                      condition.filter(),
                      g.get(1).startsWith("percent")));
        });
    q.rewrite(
        "(<S>|<V>) (?:<E> )?(rate|share|percentage|percent|ratio|fraction|proportion)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          boolean percent = g.get(2).startsWith("percent");
          String entityTag = Words.split(g.get(0)).length == 3 ? Words.split(g.get(0))[1] : "";
          Entity entity = entityTag.isEmpty() ? null : entity(q, entityTag);
          return condition.entity().equals("time")
              ? g.get(0)
              : measure(
                  q,
                  g.get(0),
                  figures.share(
                      entity == null ? model.entity(condition.entity()) : entity,
                      condition.filter(),
                      percent));
        });
    q.rewrite(
        "(?:rate|frequency|likelihood|probability|chance) (?:of|that|at which) (?:<E> )?(?:"
            + LINK.strip()
            + ")? ?(<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(1));
          return measure(
              q,
              g.get(0),
              figures.share(model.entity(condition.entity()), condition.filter(), false));
        });
    q.rewrite(
        "how (?:often|frequently|likely)(?: (?:do|does|is|are|to|it|that))*( <E>| <V> <E>| <V>)?"
            + LINK
            + " (<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return measure(
                  q,
                  g.get(0),
                  figures.share(model.entity(condition.entity()), condition.filter(), false))
              + " "
              + g.get(1).replaceAll("[A-Z]*E[A-Z]*:[0-9]+", "");
        });
  }

  /** "share of credits spent by users with more than three sessions". */
  void ofFigures(Tagged q) {
    q.rewrite(
        SHARE
            + " of ((?:<S> |<V> )*)(<M>|<E>)"
            + LINK
            + " (<E>)(?: (?:who|that|which|with|have|had|has|having|only|are|were|ever))* (<S>|<V>|<H>)",
        g -> {
          Measure whole =
              q.item(g.get(3))
                  .as(OfMeasure.class)
                  .map(OfMeasure::measure)
                  .orElseGet(() -> figures.count(entity(q, g.get(3))));
          Optional<Filter> part =
              q.item(g.get(5)).as(Meaning.OfThreshold.class).isPresent()
                      && q.item(g.get(5)).as(OfCondition.class).isEmpty()
                  ? Thresholds.ofOwner(
                      model,
                      entity(q, g.get(4)),
                      q.item(g.get(5)).as(Meaning.OfThreshold.class).orElseThrow())
                  : Optional.of(condition(q, g.get(5)).filter());
          return part.isPresent()
                  && entity(q, g.get(4)).name().matches("user|session")
                  && whole.expression().matches("(sum|count)\\(.*\\)")
              ? measure(
                      q, g.get(0), figures.part(whole, part.get(), g.get(1).startsWith("percent")))
                  + " "
                  + g.get(2)
              : g.get(0);
        });
  }

  /** Of active users only those who have generated something make up the whole. */
  private static String active(Tagged q, String tag) {
    return q.item(tag).surface().startsWith("active ")
        ? q.tag(
            "active",
            new OfCondition(
                "user",
                new Filter(
                    "u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation")))
        : "";
  }

  Filter anyOf(Tagged q, String tags) {
    Map<String, List<Filter>> byDimension = new java.util.LinkedHashMap<>();
    boolean not = false;
    for (String tag : Words.split(tags.strip())) {
      if (tag.equals("not")) {
        not = true;
      } else if (tag.contains(":")) {
        OfCondition condition = condition(q, tag);
        String key = q.item(tag).as(OfValue.class).map(v -> v.dimension().name()).orElse(tag);
        Filter filter = not ? Filter.not(condition.filter()) : condition.filter();
        byDimension.computeIfAbsent(key, k -> new ArrayList<>()).add(filter);
        not = false;
      }
    }
    List<Filter> all = byDimension.values().stream().map(Filter::any).toList();
    return all.size() == 1
        ? all.get(0)
        : new Filter(
            String.join(" AND ", all.stream().map(Filter::condition).toList()),
            String.join(" and ", all.stream().map(Filter::words).toList()));
  }
}
