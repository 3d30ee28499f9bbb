package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.util.List;

/** What is said in brackets, in apposition or about the order of a list. */
final class Asides extends Phase {
  Asides(SemanticModel model) {
    super(model);
  }

  /** What is said in brackets or at the end about ties and order. */
  void asides(Tagged q) {
    q.rewrite(
        "\\( [^()]*(?:tie|tied|alphabetical|alphabetically|equal [^()]*(?:first|lower|smaller|order|then))[^()]* \\)",
        "");
    q.rewrite("\\( (?:count|counting|counted)(?: in)? <D> \\)", "");
    q.rewrite("\\( <N> (?:number|figure|value|column)s? \\)", "");
    q.rewrite("\\( (?:that|this|both|these)(?: (?:<D>|<N>))* (?:included|inclusive|only) \\)", "");
    q.rewrite(
        "(?:, |and )*how (?:many|much|often|frequently)(?: (?:did|do|does|has|have|had|was|were))? (?:each|they|it|he|each one|each of them)(?: (?:one|make|made|have|had|has|spend|spent|of|them|got|get|use|used|generate|generated|occur|occurred|happen|happened|appear|appeared|come up|came up|<E>))*(?= |$)",
        "");
    q.rewrite(
        "(?:, )?(?:equal|tied|same|identical) (?:count|value|number|rate|figure|<E>)s? ?[,:]? ?(?:smaller|lower|alphabetical|smallest|lowest)? ?(?:<D>|id|name)? first",
        "");
    q.rewrite("total(?: number of)?(?= (?:(?:<S>|<V>) )?<E>)", "number of ");
    q.rewrite("(?:number of )?(<E>) (?:count|number)s?(?= |$)", g -> "number of " + g.get(1));
    q.rewrite(
        "total (<M>)",
        g -> measureOf(q, g.get(1)).expression().startsWith("count(") ? g.get(1) : g.get(0));
    q.rewrite(
        "(?:, |\\( )?(?:on |in case of |if |with |for )?(?:an? )?(?:ties?|tied)(?: (?:broken|break|by|in|go|to|the|then|and|,|alphabetical|alphabetically|order|lower|lowest|smaller|smallest|id|name|first|user|at|<D>|<E>|\\(|\\)))*(?= |$)",
        "");
    q.rewrite("\\( [^()]* (?:minus|per <E>)(?: [^()]*)? \\)|\\( per <E> \\)", "");
    q.rewrite(
        "(?:, )?(?:compared|compare) (?:with|to|against) (?:all|overall|everything|everyone(?! else)|whole|entire)(?! (?:later|other|others|earlier|subsequent|remaining|rest))(?: (?:of|our|the|and|<E>|,|data|dataset))*(?= |$)",
        "");
    q.rewrite("(?:and )?at the same time", "and");
    q.rewrite("not(?: an?)? (?:single|1|one|<N>)(?: single)?(?= (?:<S>|<V>))", "no");
    q.rewrite(
        "(?:maximum|minimum|highest|lowest|top|full) (?:possible )?(<F>)(?: (?:score|level|value))? of (<N>)",
        g -> g.get(1) + " of " + g.get(2));
    q.rewrite(
        "(?:only|just) (?:ever )?(?:had|have|made|did)(?: ever)? (<N>) (<E>)",
        g -> "with exactly " + g.get(1) + " " + g.get(2));
    q.rewrite(
        "how many ((?:(?:<S>|<V>) )*<E>) (?:do|does)(?: (?:an?|each|every|one|1|<N>|the))+ (?:active )?(<E>|<M>) (?:have|make|submit|run|generate|send|get|do|create|start|see|hit) (?:on average|on an average)",
        g ->
            q.item(g.get(2)).as(Meaning.OfEntity.class).isPresent()
                    || measureOf(q, g.get(2)).name().equals("active_users")
                ? "average number of "
                    + g.get(1)
                    + " per "
                    + q.tag(
                        "user",
                        new Meaning.OfEntity(
                            q.item(g.get(2))
                                .as(Meaning.OfEntity.class)
                                .map(Meaning.OfEntity::entity)
                                .orElse(model.entity("user"))))
                : g.get(0));
    if (q.has("(?:<M>|<F>).* \\(")) {
      q.rewrite(
          "\\( (?:all |total |sum of |number of |the )*(?:(?:<S>|<V>) )*(?:<M>|<F>|<E>) (?:over|divided by) [^()]* \\)",
          "");
    }
    q.rewrite(
        "(?:flagged|marked|classified|tagged|labelled|labeled|rated|counted|considered|judged)(?: as)?(?= (?:<S>|<V>))",
        "");
    q.rewrite(
        "(<S>) \\( (?:<T>|to|and|,| )+ \\)",
        g -> condition(q, g.get(1)).entity().equals("time") ? g.get(1) : g.get(0));
    q.rewrite(
        "\\( (?:each|every) (?:<M> (?:the )?same|<E> (?:count|counts|counting|weigh|weighs|weighted)(?: (?:for|the|as))* (?:same|equal|equally|once|one|1|<N>)) \\)",
        "");
    q.rewrite(
        "(?:leave|leaving|keep|with|<S>)?(?: the)? first (?:<D>|one|row|<N>) (?:is |stays |left )?(?:empty|blank|null|out)",
        "");
    q.rewrite("\\( (?:only )?<D> with (?:any )?(?:data|<E>|activity) \\)", "");
    q.rewrite(
        "\\( (?:[0-9]+(?:st|nd|rd|th)|first|second|third|<N>)(?: (?:,|and|\\.+|[0-9]+(?:st|nd|rd|th)|<N>|second|third|so on|etc))+ \\)",
        "");
    q.rewrite(
        "(?:[;,] )?(?:empty|blank|null|no value|nothing)(?: (?:for|in|on|at|where|when|if))+ (?:there is no|there was no|(?:the )?(?:very )?(?:first|1st))(?: (?:previous|earlier))?(?: (?:<D>|one|row|<E>))?",
        "");
    q.rewrite("\\( (?:in )?(?:<E>|<D>|<F>)? ?\\)", "");
  }

  /** Nouns in apposition, lists of columns, conditions before a noun. */
  void details(Tagged q) {
    q.rewrite("<E> 's?(?= (?:(?:<S>|<V>|<A>) )*(?:<E>|<M>|<F>))", "");
    q.rewrite(
        SHARE
            + " ((?:per|by|for each|in each|in every|for every) <D>)(?: (?:that|which|who|are|is|was|were|has|have|ended|in|being))+ (<V>|<S>)",
        g -> g.get(1) + " of " + g.get(3) + " " + g.get(2));
    q.rewrite(
        "(by|per|for each) (?:<F>|<D>) \\( (<D>) (?:and|x|by|,) (<D>) \\)",
        g -> g.get(1) + " " + g.get(2) + " and " + g.get(3));
    q.rewrite(
        "\\( ((?:<D>|<E>|<M>|<F>|<V>)(?: (?:,|and|then|or|the) *| (?=<))*(?: ?(?:<D>|<E>|<M>|<F>|<V>|,|and|then|or|count))*) \\)",
        g -> saidElsewhere(q, g.get(0)) ? "" : g.get(0));
    q.rewrite(
        SHARE + " of (?:them|those|these)(?= )",
        g -> {
          List<String> noun = q.find("(<E>)");
          return noun.isEmpty() ? g.get(0) : g.get(1) + " of " + noun.get(1);
        });
    // As an adjective it is a condition, whatever else it may name.
    q.rewrite(
        "(?<!by |per |each |every |across )(<S>) (<E>)",
        g -> onlyCondition(q, g.get(1)) + " " + g.get(2));
    q.rewrite(
        "(<E>) (who|that|which)((?: (?:have|has|had|were|was|are|is|did|do))*) (<S>)(?! or not)",
        g -> g.get(1) + " " + g.get(2) + " " + g.get(3) + " " + onlyCondition(q, g.get(4)));
    q.rewrite(
        "(?:, )?(?:and )?(?:with|plus|including|alongside|along with|together with|showing) (?:the |their |its |those |respective |that |this )*(?:score|value|number|figure|rate|count|average|amount|total|share|percentage)(?= ?$| ,| \\))",
        "");
    q.rewrite(
        "(?:, )?(?:listed |sorted |ordered |list |sort |order )?(?:in (?:date|time|chronological|alphabetical|calendar) order|chronologically|alphabetically|by date)",
        "");
    q.rewrite(
        "(?:, )?(?:lower|lowest|smaller|smallest) (?:<D>|<E>|id|number) first(?: (?:when equal|if equal|on tie|in case of tie|for tie))?",
        "");
    q.rewrite(
        "(?:, )?(?:\\( )?(?:1|<N>) (?:being|is|meaning|for|as) (?:the )?(worst|best|highest|lowest|most expensive|least expensive|most|least|fewest|largest|smallest|biggest|slowest|fastest|priciest|costliest|cheapest|longest|shortest|busiest)(?: (?:<M>|<F>|<E>))?(?: \\))?(?: ;)?",
        g -> " " + plainest(g.get(1)) + " first");
    q.rewrite("very(?= (?:first|last|latest|most))", "");
    q.rewrite("(?:one |1 |<N> |a )?(?:line|row) (?:per|for each|for every)", "per");
    q.rewrite("(?:count|counted)(?= (?:by|per) )", "count");
    q.rewrite(
        "(?:\\( )?(?:and )?(?:break|breaking|in case of|if several)? ?ties? (?:broken |break |go |goes )?(?:alphabetically|alphabetical|by|in)[^()?.]*(?: \\))?",
        "");
  }

  private static String plainest(String superlative) {
    return switch (superlative) {
      case "most expensive", "costliest" -> "priciest";
      case "least expensive" -> "cheapest";
      default -> superlative;
    };
  }

  /** Whether brackets only list what stands outside of them too. */
  private static boolean saidElsewhere(Tagged q, String brackets) {
    String rest = q.text().replace(brackets, "");
    for (String tag : Words.split(brackets)) {
      if (tag.contains(":")) {
        boolean again = false;
        for (String other : Words.split(rest.strip())) {
          again |= other.matches("[A-Z]+:[0-9]+") && alike(q.item(tag), q.item(other));
        }
        if (!again) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean alike(Item item, Item other) {
    for (Meaning meaning : item.meanings()) {
      if (other.meanings().contains(meaning)) {
        return true;
      }
      if (meaning instanceof Meaning.OfDimension d
          && d.dimension().identifier()
          && other
              .as(Meaning.OfEntity.class)
              .filter(e -> e.entity().key().equals(d.dimension().name()))
              .isPresent()) {
        return true;
      }
      if (meaning instanceof Meaning.OfValue v
          && other
              .as(Meaning.OfCondition.class)
              .filter(c -> c.filter().condition().contains("'" + v.value() + "'"))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String onlyCondition(Tagged q, String tag) {
    Item item = q.item(tag);
    return item.as(Meaning.OfDimension.class).isPresent()
        ? q.tag(item.surface(), condition(q, tag))
        : tag;
  }
}
