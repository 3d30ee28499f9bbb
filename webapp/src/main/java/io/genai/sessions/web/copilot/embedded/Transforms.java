package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import java.util.List;
import java.util.regex.Pattern;

/** Shares of totals, changes and moving averages. */
final class Transforms extends Asking {
  Transforms(SemanticModel model) {
    super(model);
  }

  /** No figure is named before its change. */
  private static final Pattern CHANGE_FIRST =
      Pattern.compile(" (?:(?![A-Z]*[MFE][A-Z]*:)\\S+ )*?(?:change|difference|growth|increase) .*");

  void transforms(Tagged q, Draft draft) {
    draft.changeFirst =
        CHANGE_FIRST.matcher(q.text()).matches() || q.has("how much (?:do|does|did) .* change");
    q.rewrite(
        "(?:\\( |, )?(?:leave|leaving|skip|skipping|omit|omitting|drop|dropping|without|excluding)(?: out)? first (?:<D>|one|row|<N>)(?: (?:out|which|that|has|have|nothing|no|previous|before|it|one|<D>))*(?: \\))?(?= ?$| [.,])",
        g -> {
          draft.withoutFirst = true;
          return "";
        });
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
    q.rewrite(
        "(?:, )?(?:and|plus|with)(?: (?:their|its|the|each one 's|each 's))? "
            + Phase.SHARE
            + " of (?:all |the |total |overall |whole )*(<E>|<M>|<F>|total|whole|it|them|that)(?= ?$| [.?,])",
        g -> {
          List<String> before = q.find("(<M>|<E>).* " + g.get(0));
          boolean same =
              !before.isEmpty()
                  && (!g.get(2).contains(":")
                      || measure(q, before.get(1)).entity().equals(measure(q, g.get(2)).entity()));
          if (draft.transform != Transform.NONE || !same) {
            return g.get(0);
          }
          draft.transform = Transform.SHARE_OF_TOTAL;
          draft.percent = g.get(1).startsWith("percent");
          draft.figureFirst = true;
          return "";
        });
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
          draft.figureFirst =
              q.has(
                  "(?:<M>|<F>|<E>)(?: (?:and|,|with|plus|including))+(?: the| its| their)? "
                      + g.get(0));
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
              && draft.transform == Transform.NONE
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
