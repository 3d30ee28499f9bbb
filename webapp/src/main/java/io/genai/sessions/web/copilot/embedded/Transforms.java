package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import java.util.List;
import java.util.Optional;

/** Shares of totals, changes, moving averages, bands and distributions. */
final class Transforms extends Asking {
  Transforms(SemanticModel model) {
    super(model);
  }

  void transforms(Tagged q, Draft draft) {
    if (q.has(Phase.SHARE + " of (?:<E>|<M>|<F>) (?:by|per|for each) <D>")) {
      q.rewrite(
          "(?:within|inside|for|in) (?:each|every) (<D>)(?: ,)?",
          g -> {
            draft.group(dimension(q, g.get(1)));
            draft.within.add(dimension(q, g.get(1)));
            return "";
          });
    }
    sharesWithin(q, draft);
    String share = "(share|percent|percentage|fraction|proportion|portion|part)";
    q.rewrite(
        "(?:for |in )?(?:each|every|per|by) ((?:<D>|<E>)) (?:what |which )?(?:contribution to|"
            + share
            + ") ?(?:of|in|to)? (?:that|each|every|same|given|its|overall|total)? ?(?:(<D>) )?(?:total |overall )?(<M>|<F>|<E>)(?: (?:do|does)? ?(?:it|they|he) (?:account for|accounts for|make up|represent|contribute|produce|generate|has|have|hold|bring|spend|take|cover))?",
        g -> shareOfTotal(q, draft, g.get(0), g.get(1), g.get(3), g.get(4)));
    q.rewrite(
        share
            + " of (?:total |overall )?(<M>|<F>|<E>)(?: (?:do|does|is|are|was|were|that|which|came|come|comes|go|goes|went|belong|belongs|fall|falls|made|spent|spend|accounted for|used|generated|contributed|attributable to|made up))*(?: (?:by|per|from|in|for|across|to|on|of|with|at|within))* (?:each|every|different)? ?(<D>)(?: (?:account for|accounts for|spend|make up|have|has|make|contribute|generate|take|represent|hold|get|cause|bring|produce|s))*",
        g -> shareOfTotal(q, draft, g.get(0), g.get(3), "", g.get(2)));
    q.rewrite(
        "(?:how )?(?:is|are) (<M>|<F>|<E>) (?:distributed|split|divided|shared)(?: (?:across|among|between|over|by))* (<D>) (?:in|as) (?:percent|percentage|share)",
        g -> shareOfTotal(q, draft, g.get(0), g.get(2), "", g.get(1)));
    q.rewrite(
        "(?:, )?(?:shown |given |expressed )?(?:as|in) (share|percentage|percent|fraction|proportion|pct)s?(?: of(?: (?:that|the|total|all|whole|each|its|their|overall|<D>|'s|<E>|<M>))+)?(?= |$)",
        g -> {
          if (q.has("(?:growth|change|grew|grow|increase|growing)")) {
            return g.get(0);
          }
          if (draft.transform == Transform.NONE) {
            draft.transform = Transform.SHARE_OF_TOTAL;
            draft.percent = g.get(1).startsWith("p") && !g.get(1).equals("proportion");
          }
          return "";
        });
    q.rewrite(
        share + " (?:of|for|by|per) (?:each|every) (<D>)(?= |$)",
        g -> {
          Dimension dimension = dimension(q, g.get(2));
          String rows =
              q.remaining().values().stream()
                  .flatMap(item -> item.all(OfEntity.class))
                  .map(found -> found.entity().name())
                  .findFirst()
                  .orElse(dimension.isTime() ? "generation" : dimension.entity());
          draft.transform = Transform.SHARE_OF_TOTAL;
          draft.percent = g.get(0).startsWith("percent");
          draft.measure(figures.count(model.entity(rows)));
          draft.group(dimension);
          return "";
        });
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
    q.rewrite(
        "(?:over |of |for )?(?:that|each|current) <D> and (?:the )?(<N>) ?(?:active |calendar )?<D> (?:before|preceding|previous|prior|earlier)(?: it| that)?",
        g -> {
          draft.transform = Transform.MOVING_AVERAGE;
          draft.window = q.item(g.get(1)).as(OfNumber.class).orElseThrow().value().intValue() + 1;
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
          draft.figureFirst = q.has("(?:<M>|<F>|<E>) (?:and|,)(?: the| its| their)? " + g.get(0));
          return "";
        });
    q.rewrite(
        "(?:(<D>) )?(?:growth|growth rate|change) (?:of|in) (?=(?:number of )?(?:<M>|<F>|<E>))",
        g -> {
          boolean time =
              !g.get(1).isEmpty()
                  && q.item(g.get(1)).as(OfDimension.class).orElseThrow().dimension().isTime();
          if (!time || draft.transform != Transform.NONE) {
            return g.get(0);
          }
          draft.transform =
              g.get(0).contains("growth") ? Transform.CHANGE_PERCENT : Transform.CHANGE;
          draft.group(dimension(q, g.get(1)));
          return "";
        });
    previous(q, draft);
    q.rewrite(
        "(?:change|difference|delta|increase|growth|compare|compared)?(?: (?:of|in|to|with|from|versus|vs|against|over|on))* ?(?:(?:day|week|month|hour|<D>) (?:over|on|to) (?:day|week|month|hour|<D>)|(?:previous|prior|preceding|last) (?:one|<D>)|(?:<D>) before(?: it)?)",
        g -> {
          if (!g.get(0)
                  .matches(
                      ".*\\b(?:change|difference|delta|increase|growth|compared?|over|on|to|vs|versus|against|with|than|from)\\b.*")
              && !q.has(
                  "(?:change|changed|difference|delta|increase|growth|grew|compare|compared|more|fewer|less|than)")) {
            return g.get(0);
          }
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
    if (draft.transform == Transform.CHANGE) {
      q.rewrite(
          "(?:, )?(?:as|in) (?:fraction|share|percent|percentage|proportion|relative term)(?: of)?(?: (?:week|month|day|<D>))?(?: (?:before|previous|prior))?",
          g -> {
            draft.transform = Transform.CHANGE_PERCENT;
            draft.percent = g.get(0).contains("percent");
            return "";
          });
      q.rewrite(
          "(?:relative|percent|percentage|pct)(?= |$)",
          g -> {
            draft.transform = Transform.CHANGE_PERCENT;
            draft.percent = !g.get(0).equals("relative");
            return "";
          });
    }
    if (draft.transform == Transform.CHANGE || draft.transform == Transform.CHANGE_PERCENT) {
      q.rewrite("(?:change|difference|growth|increase|delta)(?: in| of)?", "");
    }
  }

  /** "share of each status per region": the shares of a region add up to one. */
  private void sharesWithin(Tagged q, Draft draft) {
    q.rewrite(
        Phase.SHARE
            + " of (?:(<E>|<M>) )?(?:(?:by|in|with|for|of) )?(?:each|every) (<D>) (?:per|by|for each|in each|within each|for every|in every|within|for|across) (<D>)",
        g -> {
          Dimension within = dimension(q, g.get(4));
          Dimension by = dimension(q, g.get(3));
          boolean shared =
              shareOfTotal(
                      q,
                      draft,
                      g.get(0),
                      g.get(3),
                      g.get(4),
                      g.get(2).isEmpty()
                          ? q.tag(
                              by.entity(),
                              new Meaning.OfEntity(
                                  model.entity(by.isTime() ? "generation" : by.entity())))
                          : g.get(2))
                  .isEmpty();
          if (shared) {
            draft.within.add(within);
          }
          return shared ? "" : g.get(0);
        });
  }

  /** "with the day before beside it": the earlier figure itself, not the change from it. */
  private static void previous(Tagged q, Draft draft) {
    if (q.has("(?:change|difference|delta|increase|growth|grew|compare|compared|than)")) {
      return;
    }
    String before = "(?:(?:previous|prior|preceding) (?:<D>|one)(?: 's)?|<D> before)";
    String figure = "(?:value|figure|count|number|total|that|those|<E>|<M>|<F>)";
    for (String rule :
        List.of(
            "(?:, )?(?:with |and |plus )?(?:(?:of|for|from|on|in|"
                + figure
                + ") )*"
                + before
                + "(?: "
                + figure
                + ")*(?: ,)? (?:beside|alongside|vs)(?: (?:it|them|each|that))*",
            "(?:, )?(?:with|and|plus|alongside|beside) "
                + figure
                + "(?: (?:of|for|from|on|in))* "
                + before)) {
      q.rewrite(
          rule,
          g -> {
            draft.transform = Transform.PREVIOUS;
            return "";
          });
    }
  }

  String shareOfTotal(Tagged q, Draft draft, String surface, String by, String within, String of) {
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

  /** Bands that were listed, of the one fact that was named beside them. */
  void bands(Tagged q, Draft draft) {
    q.rewrite(
        "(?:by|per|of|with|in|into|have|had|has|contain|with a|for)? ?(?:session |prompt )?(?:size|length|number of (?:<E>|<F>)|band|bucket|group)s?(?: (?:of|:|,|\\())* (<Z>)(?: \\))?",
        g ->
            q.item(g.get(1)).as(Meaning.OfBands.class).orElseThrow().unit().isEmpty()
                ? g.get(0)
                : g.get(1));
    q.rewrite(
        "(<Z>)",
        g -> {
          Meaning.OfBands found = q.item(g.get(1)).as(Meaning.OfBands.class).orElseThrow();
          return factOfUnit(q, found.unit())
              .map(
                  fact -> {
                    draft.groups.add(Bands.dimension(fact, found));
                    return "";
                  })
              .orElse(g.get(1));
        });
    q.rewrite("(<Z>)(?: (?:level|of))* (<F>)", g -> band(q, draft, g.get(1), g.get(2)));
    q.rewrite(
        "(?:(?:in |into |by |per |for )?(?:each|every) )?(<F>)(?: (?:score|band|level|bucket|group|of|is|:|,|in))* (<Z>)",
        g -> band(q, draft, g.get(2), g.get(1)));
  }

  /** What is counted in generations is a session's size, what in minutes its length. */
  private Optional<Fact> factOfUnit(Tagged q, String unit) {
    boolean session = Phase.mentions(q, "session") || q.surfacesMatch(".*\\bsessions?\\b.*");
    String name =
        switch (unit) {
          case "generation", "request", "image", "attempt", "gen" -> session ? "session_size" : "";
          case "minute", "min" -> "session_duration";
          case "millisecond", "ms", "s", "sec", "second" -> "latency";
          case "word" -> "word_count";
          case "credit" -> session ? "session_cost" : "cost";
          case "step" -> "steps";
          default -> "";
        };
    return name.isEmpty() ? Optional.empty() : Optional.of(model.fact(name));
  }

  String band(Tagged q, Draft draft, String bands, String fact) {
    Meaning.OfBands found = q.item(bands).as(Meaning.OfBands.class).orElseThrow();
    Dimension dimension =
        Bands.dimension(q.item(fact).as(OfFact.class).orElseThrow().fact(), found);
    draft.groups.add(dimension);
    return "";
  }

  /** "the fewest users who together make half of all credits". */
  void fewest(Tagged q, Draft draft) {
    q.rewrite(
        "(?:how many |number of |smallest number of |fewest |minimum number of |what is |smallest |many )*(?:of )?(?:top |busiest |biggest |heaviest |most active |number of )*(<E>|<D>|<M>)(?: (?:does|do|it|take|are|is|responsible|who|that|together|to|make up|reach|cover|for|contribute|bring|in|needed|generate|produce|already))* (<N>)(?: of)?(?: (?:all|total))* (<M>|<F>|<E>)(.*)",
        g -> {
          Meaning.OfNumber part = Phase.number(q, g.get(2));
          Measure of = measure(q, g.get(3));
          boolean together =
              g.get(0)
                  .matches(
                      ".*(?:responsible|together|make up|reach|cover|contribute|take|needed|produce|generate).*");
          if (!part.unit().equals("percent")
              || !together
              || !of.expression().matches("(?s)(?:sum|count)\\(.*\\)")) {
            return g.get(0);
          }
          Item item = q.item(g.get(1));
          Dimension owner =
              item.as(Meaning.OfMeasure.class).isPresent()
                  ? model.dimension("user_id")
                  : dimension(q, g.get(1));
          draft.measure(of);
          draft.summarise(owner, owner.entity() + "s", "count(*)");
          draft.fewestFor = java.util.Optional.of(part.value());
          return g.get(4)
              .replaceAll(
                  "(?:counting |count )?from (?:\\S+ )?(?:busiest|biggest|largest|top|heaviest)(?: \\S+)? (?:down|on)?|counting from \\S+ down|spent|burned",
                  "");
        });
  }

  void distributions(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(?:distribution|breakdown|histogram) of )?(?:number of )?(<E>) (?:by|per|for each|with each|over) (?:their |its )?number of (<E>)",
        g -> bySize(q, draft, g));
    q.rewrite(
        "(?:distribution|histogram|spread) of (?:number of )?(<E>) (?:per|by|for each|of each|over) (<E>)",
        g -> bySize(q, draft, List.of(g.get(0), g.get(2), g.get(1))));
    q.rewrite(
        "(?:distribution|histogram|spread) of (?:number of )?(<M>)(?: (?:per|by) (<E>))?",
        g ->
            switch (q.item(g.get(1)).as(Meaning.OfMeasure.class).orElseThrow().measure().name()) {
              case "generations_per_session" ->
                  ofOwners(q, draft, g.get(0), "session", "generation");
              case "generations_per_user" -> ofOwners(q, draft, g.get(0), "user", "generation");
              case "sessions_per_user" -> ofOwners(q, draft, g.get(0), "user", "session");
              default -> g.get(0);
            });
    boolean failures = q.surfacesMatch(".*\\b(fail\\w*|errors?)\\b.*");
    q.rewrite(
        "(by|per|for each|of each) (?:type|kind|reason|cause|category)(?: of (?:failure|error|<S>|<M>))?",
        g ->
            failures
                ? g.get(1) + " " + q.tag(g.get(0), new OfDimension(model.dimension("failure_type")))
                : g.get(0));
    q.rewrite(
        "(?:type|kind|reason|cause) of (<S>|<M>)",
        g ->
            failures
                ? q.tag(g.get(0), new OfDimension(model.dimension("failure_type"))) + " " + g.get(1)
                : g.get(0));
    q.rewrite(
        "(?:distribution|breakdown|histogram|frequency|split|spread|mix|composition|makeup|make up) (?:of|over|by|across) (?:<E> (?:by|across|over|per) )?(<D>)(?: (?:value|score|level))?",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite(
        "(<D>)(?: (?:score|value))? (?:distribution|breakdown|histogram|frequency)",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite("(?:distribution|breakdown|histogram) (?:of|over|by)", "by");
  }

  private String ofOwners(Tagged q, Draft draft, String surface, String owner, String rows) {
    return bySize(
        q,
        draft,
        List.of(
            surface,
            q.tag(owner, new OfEntity(model.entity(owner))),
            q.tag(rows, new OfEntity(model.entity(rows)))));
  }

  String bySize(Tagged q, Draft draft, List<String> g) {
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
    draft.group(Bands.countOfUser(counted));
    draft.measure(model.measure("users"));
    draft.filter(
        new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation"));
    return "";
  }

  String distribution(Tagged q, Draft draft, String surface, String tag) {
    Dimension dimension = q.item(tag).as(OfDimension.class).orElseThrow().dimension();
    draft.group(dimension);
    for (String word : Words.split(surface)) {
      if (word.contains(":") && !word.equals(tag)) {
        q.item(word).as(OfEntity.class).ifPresent(e -> draft.measure(figures.count(e.entity())));
      }
    }
    return "";
  }

  /** "of each user's first image and of their last image": two figures, side by side. */
  void firstAndLast(Tagged q, Draft draft) {
    q.rewrite(
        "(<M>)(?: (?:of|for|in|on))*(?: <E>)? (<S>) (?:<E>)(?: (?:and|vs|versus|,|with|to|compared to|compared with|of|for|on|in|that|those))+ (<S>)(?: <E>)?",
        g -> {
          Filter first = Phase.condition(q, g.get(2)).filter();
          Filter second = Phase.condition(q, g.get(3)).filter();
          Measure measure = measure(q, g.get(1));
          if (first.condition().startsWith("visit")
              && measure.name().matches("total_cost|average_cost|cost_per_generation")) {
            measure = model.measure("cost_per_session");
          }
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
}
