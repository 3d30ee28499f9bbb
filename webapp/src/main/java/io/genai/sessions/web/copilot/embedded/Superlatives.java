package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfOrder;
import java.util.List;
import java.util.Optional;

/** "The most", "the least", "the largest spread": what is ranked by. */
final class Superlatives extends Asking {
  Superlatives(SemanticModel model) {
    super(model);
  }

  void superlatives(Tagged q, Draft draft) {
    q.rewrite("((?:longest|shortest) <E>) in (?:<F>|<D>)", g -> g.get(1));
    q.rewrite(
        "(?:(furthest|farthest|most|largest|biggest)|closest|nearest|least)(?: (?:far|different|away|deviation|differ|off|deviating|near|close|deviates|distance))*(?: (?:away|off))? (?:from|to) (?:overall |global |general |total |average |mean )+(<M>|<F>)(?:(?: ,)? (?:up or down|in either direction|either way|above or below|higher or lower|in absolute term|absolute))?",
        g -> {
          Measure measure = measure(q, g.get(2));
          return orderBy(draft, figures.distance(measure), !g.get(1).isEmpty());
        });
    String most =
        "(most|highest|largest|biggest|greatest|longest|top|best|worst|maximum|least|lowest|smallest|fewest|shortest|bottom|poorest|slowest|fastest|minimum|widest|broadest|narrowest)";
    q.rewrite(
        "(?:which |who |what )?(least|most|rarely|less)? ?(?:common|commonly|popular|frequent|frequently|used|often used|used often|prevalent|widespread|typical|recycled|reused|repeated|chosen|requested|combined|paired|associated|seen|rare|rarest)(?: used| chosen| requested)?(?: (?:combination|pair|pairing|combo)(?: of)?)? ((?:(?:<D>|<E>)(?: (?:and|,|x|/) )?)+)",
        g -> popular(q, draft, g.get(1), g.get(0), g.get(2)));
    q.rewrite(
        "(?<!each |every |per )((?:<D>(?: (?:and|,) )?)+)(?: option| value| setting)?(?: (?:it|they|'s|is|are|was|were|do|does|did|we|you|i|people|<E>|get|gets|got|to be))* (?:see |find |meet |have |encounter |used |chosen |requested |picked |come up |show up |appear |occur |ask for |pick |choose |use |request |go for |opt for |want |select |prefer |reach for |go with |lean on |rely on |turn to |stick with |stick to |like |love |favour |favor |resort to |settle on |gravitate to |start with |end up with |generate with |work with |deal with |run into |hit |get |receive |face )?(?:the )?(most|least|more)(?: (?:often|used|common|frequent|popular|frequently|commonly|chosen|picked|requested|combined|paired|associated|seen|with))+",
        g -> popular(q, draft, g.get(2), g.get(0), g.get(1)));
    q.rewrite(
        "(?<!each |every |per )((?:<D>(?: (?:and|,) )?)+)(?: (?:do|does|did|is|are|was|were|have|has|we|you|they|it|<E>|usually|typically|tend|to))* (?:reach for|turn up|pop up|crop up|show up|come up|appear|occur|go with|lean on|rely on|turn to|stick with|stick to|like|love|favour|favor|resort to|settle on|gravitate to|end up with|go for|opt for|pick|choose|select|prefer|use|request|ask for|generate with|work with) (?:the )?(most|least)(?: (?:often|frequently|commonly))?(?= ?$| [?.,]| in | for | when | by | per )",
        g -> popular(q, draft, g.get(2), g.get(0), g.get(1)));
    q.rewrite(
        "((?:<D> ?)+) (?:is |are |was |were |get |gets |got )?(?:used|chosen|picked|requested|come up|comes up|show up|shows up|appear|appears|occur|occurs) (?:the )?(most|least)(?: often)?",
        g -> popular(q, draft, g.get(2), g.get(0), g.get(1)));
    q.rewrite(
        "(?:which|what) (<E>)(?: (?:is|are|was|were|get|gets|got|have|has|been|do|people|<E>))* (?:used|requested|repeated|submitted|sent|typed|use|request|repeat) (most|least)(?: (?:often|frequently))?",
        g ->
            Phase.entityIs(q, g.get(1), "prompt")
                ? popular(q, draft, g.get(2), g.get(0), g.get(1))
                : g.get(0));
    q.rewrite(
        "(?:which|what) (<D>) (?:do|does|did) (<V>|<S>)(?: <E>)? ((?:[a-z]+ ){1,3})(most|least)(?: (?:often|frequently))?(?= ?$| [?.])",
        g ->
            popular(q, draft, g.get(4), g.get(0), g.get(1)).equals(g.get(0)) ? g.get(0) : g.get(2));
    q.rewrite(
        "(<E>|<D>) (?:that|which|who)(?: (?:has|have|had|ever|been))* (<F>|<M>|spent|paid) (most|least)(?: (<F>|<M>))?",
        g -> {
          Measure measure =
              g.get(2).contains(":") ? measure(q, g.get(2)) : model.measure("total_cost");
          boolean session =
              q.item(g.get(1))
                  .as(OfEntity.class)
                  .filter(e -> e.entity().name().equals("session"))
                  .isPresent();
          Measure chosen =
              session && measure.name().matches("total_cost")
                  ? model.measure("cost_per_session")
                  : measure;
          orderBy(draft, chosen, g.get(3).equals("most"));
          return "which " + g.get(1);
        });
    q.rewrite(
        "(?:top|leading|favorite|favourite|dominant|main|number one) (<D>)(?= (?:for|per|by|in|of|within|among|each) | ?$)",
        g ->
            q.has("(?:by|in term of) (?:number of )?(?:<M>|<F>|<E>)")
                ? g.get(0)
                : popular(q, draft, "most", "popular", g.get(1)));
    q.rewrite(
        "(<D>) (<F>)(?: us)?(?: the)? (most|least)(?: per (<E>))?(?: ,)?( on average| <A>)?",
        g -> {
          boolean mean = !g.get(5).isEmpty();
          String owner = g.get(4).isEmpty() ? "" : Phase.entity(q, g.get(4)).name();
          boolean cost =
              q.item(g.get(2)).as(OfFact.class).orElseThrow().fact().name().equals("cost");
          Measure measure =
              cost && owner.matches("user|session|generation")
                  ? model.measure("cost_per_" + owner)
                  : mean
                      ? figures.aggregate(
                          q.item(g.get(2)).as(OfFact.class).orElseThrow().fact(),
                          new OfAggregation("average", "avg(%s)"))
                      : measure(q, g.get(2));
          orderBy(draft, measure, g.get(3).equals("most"));
          return g.get(1);
        });
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
          return orderBy(draft, range, isMost(g.get(1), range));
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
          Optional<Filter> condition = conditionOf(q, g.get(2));
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
          return orderBy(draft, measure, isMost(g.get(1), measure));
        });
    q.rewrite(
        "(?:most|highest number of|fewest|least|lowest number of) (<V>|<S>)(?= |$)",
        g -> {
          OfCondition condition = Phase.condition(q, g.get(1));
          if (condition.entity().equals("time")) {
            return g.get(0);
          }
          draft.filter(condition.filter());
          return orderBy(
              draft,
              figures.count(model.entity(condition.entity())),
              !g.get(0).matches("(?:fewest|least|lowest).*"));
        });
    q.rewrite(
        "(<M>) (?:is |was |are )?(?:the )?(highest|lowest|worst|best|largest|smallest|biggest|greatest)",
        g -> {
          Measure measure = measure(q, g.get(1));
          return orderBy(draft, measure, isMost(g.get(2), measure));
        });
    q.rewrite(
        "(?:top|bottom|heaviest|biggest|largest|leading) (?:<D>|<E>)(?: .*)? (?:by|in term of|according to|on|ranked by|for) (?:number of |total |overall )*(<M>|<F>|<E>)",
        g -> topBy(q, draft, g));
    q.rewrite(
        "(higher|lower|better|worse|greater|bigger|larger|more|less|fewer) (?:average )?(<M>)",
        g -> g.get(2));
  }

  /** What "the longest session" is long in, and "the cheapest request" cheap in. */
  static Optional<Fact> factOf(SemanticModel model, Entity entity, String word) {
    String name =
        switch (entity.name()) {
          case "session" ->
              word.matches("longest|shortest")
                  ? "session_duration"
                  : word.matches("biggest|largest|smallest")
                      ? "session_size"
                      : word.matches("slowest|fastest") ? "session_latency" : "session_cost";
          case "prompt" ->
              word.matches("longest|shortest|biggest|largest|smallest") ? "word_count" : "";
          case "generation" ->
              word.matches("longest|shortest|slowest|fastest") ? "latency" : "cost";
          default -> "";
        };
    return name.isEmpty() ? Optional.empty() : Optional.of(model.fact(name));
  }

  String rows(Tagged q, Draft draft, String word, String entityTag) {
    Entity entity = q.item(entityTag).as(OfEntity.class).orElseThrow().entity();
    if (word.matches("longest|shortest|biggest|largest|smallest")) {
      Optional<Fact> fact = factOf(model, entity, word);
      boolean ofOthers =
          q.remaining().values().stream()
              .anyMatch(
                  i ->
                      i.meanings().stream().allMatch(OfDimension.class::isInstance)
                          && !i.meanings().isEmpty());
      // "which users have the longest sessions": users by the mean of theirs.
      boolean ofOwners =
          plural(q, entityTag)
              && q.has(
                  "(?:which|who|what|top) (?:<E> )?(?:has|have|had|with) " + word + " " + entityTag)
              && !q.has("(?:which|who|what|top) " + word);
      if (fact.isPresent() && (ofOwners || (ofOthers && draft.limit.isEmpty()))) {
        return orderBy(
            draft,
            figures.aggregate(fact.get(), new OfAggregation("average", "avg(%s)")),
            word.matches("longest|largest|biggest"));
      }
      if (fact.isPresent()) {
        Measure chosen =
            figures.aggregate(
                fact.get(),
                word.matches("longest|largest|biggest")
                    ? new OfAggregation("highest", "max(%s)")
                    : new OfAggregation("lowest", "min(%s)"));
        if (draft.limit.isPresent() || plural(q, entityTag)) {
          draft.group(dimension(q, entityTag));
        }
        draft.order = Optional.of(new OfOrder(chosen, word.matches("longest|largest|biggest")));
        return entityTag;
      }
    }
    return word + " " + entityTag;
  }

  String topBy(Tagged q, Draft draft, List<String> g) {
    Measure measure = measure(q, g.get(1));
    boolean bottom = g.get(0).startsWith("bottom");
    draft.order = Optional.of(new OfOrder(measure, !bottom));
    draft.measure(measure);
    String rest = g.get(0).replaceFirst("^\\w+ ", "which ");
    return rest.substring(0, rest.lastIndexOf(g.get(1)))
        .replaceFirst(
            " (?:by|in term of|according to|on|ranked by|for) (?:number of |total |overall )*$",
            "");
  }

  String popular(Tagged q, Draft draft, String word, String surface, String tags) {
    if (word.isEmpty() && !surface.matches(".*(rare|popular|common|frequent).*")) {
      return surface;
    }
    boolean least = word.equals("least") || surface.contains("rare");
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
    if (grain.equals("prompt") && isOfRequests(q)) {
      grain = "generation";
    }
    Measure count = figures.count(model.entity(grain));
    draft.order = Optional.of(new OfOrder(count, !least));
    if (draft.measures.isEmpty()) {
      draft.measure(count);
    }
    if (draft.limit.isEmpty() && !plural(q, tags)) {
      draft.limit = Optional.of(1);
    }
    return "";
  }

  /** What users or models have most of is counted in requests, unless images were named. */
  private static boolean isOfRequests(Tagged q) {
    List<String> outer = q.find("(?:each|every|per) (<D>)");
    return !outer.isEmpty()
        && !q.item(outer.get(1))
            .as(OfDimension.class)
            .orElseThrow()
            .dimension()
            .entity()
            .equals("prompt")
        && !Phase.mentions(q, "prompt");
  }

  static boolean isMost(String word, Measure measure) {
    return switch (word) {
      case "worst", "poorest" -> measure.higherIsWorse();
      case "best" -> !measure.higherIsWorse();
      case "least",
          "lowest",
          "smallest",
          "fewest",
          "shortest",
          "bottom",
          "fastest",
          "minimum",
          "cheapest",
          "narrowest" ->
          false;
      default -> true;
    };
  }

  static String orderBy(Draft draft, Measure measure, boolean descending) {
    draft.order = Optional.of(new OfOrder(measure, descending));
    return "which";
  }
}
