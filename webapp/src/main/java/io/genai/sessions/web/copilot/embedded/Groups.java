package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the figures are split by. */
final class Groups extends Asking {
  Groups(SemanticModel model) {
    super(model);
  }

  void groups(Tagged q, Draft draft) {
    q.rewrite(
        "(?:, |; |and )?(?:list|order|sort|sorted|listed|ordered)(?: (?:it|them|result|the result))? by (?:<D>)(?:(?: ,| then| and)* (?:<D>|rank|name|<E>|<M>|<F>))*(?: name)?(?: (?:from )?(?:high to low|highest first|descending|desc|most first))?",
        "");
    q.rewrite(
        "(?:by|from|of|for|made by|among) (<E>)(?= (?:who|that|which|whose|with|in|on|from|<S>|<V>|using)(?: |$))",
        g -> g.get(1));
    String by =
        "(?:by|per|for each|for every|in each|in every|within each|of each|on each|from each|each|every|across|split by|split across|broken down by|break down by|grouped by|group by|segmented by|as function of|depending on|over|with each|for|at each|on every|between|among|according to|separately for|and per|in term of|versus|vs|against)(?: (?:each|every|different|possible|various|distinct|single|calendar|individual|given|level of|type of|kind of|number of|combination of|pair of|values? of|user 's))*";
    q.rewrite(
        "(?:how many|number|count|size|how big is|how large is)(?: (?:of|in|for|per|with|at|on|by|come from|had|have))? (?:each|every)(?: one)?(?: of)? (<D>)",
        g -> "count by " + g.get(1));
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
    q.rewrite(
        "(<D>|<E>)(?: (?:with|that has|which has|who has|having|where|who|that|which|have|has|had))+ which",
        g -> {
          if (draft.order.isPresent()
              && draft.limit.isEmpty()
              && draft.place.isEmpty()
              && !plural(q, g.get(1))) {
            draft.limit = Optional.of(1);
          }
          return grouped(q, draft, g.get(0), g.get(1));
        });
    q.rewrite(
        "(by|per|for each|versus|vs|across) (<F>)(?= |$)",
        g -> {
          if (q.item(g.get(2)).as(OfDimension.class).isPresent()
              || q.item(g.get(2)).as(Meaning.OfMeasure.class).isPresent()
              || draft.order.isPresent()) {
            return g.get(0);
          }
          io.genai.sessions.warehouse.semantic.Fact fact = fact(q, g.get(2));
          draft.group(
              Bands.of(
                  fact.name(),
                  fact.label(),
                  fact.entity(),
                  fact.expression(),
                  Dimension.Type.DECIMAL));
          return "";
        });
    q.rewrite("(<D>) of which", g -> "which " + g.get(1));
    boolean ranked = draft.order.isPresent();
    List<Dimension> before = new ArrayList<>(draft.groups);
    q.rewrite(
        by + " " + list + "(?: (?:combination|pair|pairing|combo|bucket|separately))?",
        g -> {
          if (g.get(0)
                  .matches(
                      "(?:for|over|across|between|among|against|vs|versus|of|in|with each|according to) .*")
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

  static boolean sameDimension(Tagged q, List<String> g) {
    return q.item(g.get(1)).as(OfDimension.class).equals(q.item(g.get(2)).as(OfDimension.class));
  }

  /** "for sessions" names what is counted, "for each session" splits by it. */
  static boolean groupable(Tagged q, String tags) {
    return q.item(Words.split(tags)[0]).as(OfEntity.class).isEmpty()
        && q.item(Words.split(tags)[0]).as(OfDimension.class).isPresent();
  }

  String asked(Tagged q, Draft draft, List<String> g) {
    boolean ranked = draft.order.isPresent();
    boolean thresholds = q.has("(?:.* )?<H>(?: .*)?");
    Item first = q.item(Words.split(g.get(2))[0]);
    boolean listed =
        g.get(0).matches("(?:which|who|list) .*")
            && first
                .as(OfEntity.class)
                .filter(e -> e.entity().name().matches("user|session"))
                .isPresent()
            && !q.has("(?:<M>|<F>)")
            && !q.has("(?:number|count|how many|total)")
            && draft.measures.isEmpty();
    if (first.as(OfDimension.class).isEmpty() && !ranked && !thresholds && !listed) {
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
}
