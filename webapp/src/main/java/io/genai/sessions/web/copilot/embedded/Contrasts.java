package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groups that are set against each other. */
final class Contrasts extends Asking {
  private static final Pattern COMPARED = Pattern.compile("(.+) (>=?|<=?) ([0-9.]+)");

  Contrasts(SemanticModel model) {
    super(model);
  }

  /** Beside weekends, "weekdays" are working days rather than names of days. */
  void weekdays(Tagged q) {
    if (q.surfacesMatch("weekends?|on weekends?|on the weekends?")) {
      q.rewrite(
          "<D>",
          g ->
              q.item(g.get(0)).surface().matches("weekdays?")
                  ? q.tag(
                      g.get(0), new OfCondition("time", Filter.of(model.segment("working_day"))))
                  : g.get(0));
      q.rewrite(
          "(<S>) (?:and|to|or|than)(?: (?:at|on|during|in|over))? (<S>)",
          g ->
              Phase.condition(q, g.get(1)).entity().equals("time")
                  ? g.get(1) + " vs " + g.get(2)
                  : g.get(0));
    }
  }

  /** "nsfw and non-nsfw", "churned vs not churned": a condition beside its opposite splits. */
  void complements(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(?:for|by|of|between|in|on|with|among) )?(<S>|<V>)(?: <E>)?(?: (?:vs|versus|and|or|with|to|compared to|compared with|against|than|as opposed to|from|,|of|for|those|that|in|on|ones|<E>|<N>))+ (<S>|<V>)(?: <E>| one)?",
        g ->
            complement(
                    condition(q, g.get(1)).filter().condition(),
                    condition(q, g.get(2)).filter().condition())
                ? splitBy(q, draft, g.get(1))
                : g.get(0));
  }

  /** "mobile vs all other devices": one value against the rest. */
  void others(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(?:in|on|during|from|for|of|at) )?(<T>)(?: \\( [^()]* \\))?(?: <E>)?(?: (?:vs|versus|and|or|with|compared to|compared with|against|than|as opposed to|,|in|on|during|of|for|at|all|those|that))+ (?:other|others|rest|remaining|outside(?: of)?(?: (?:it|them|that|these|those|<N>))?)(?: (?:of|<D>|<E>|time|one|period))*(?: \\( [^()]* \\))?(?= |$)",
        g -> {
          Filter filter = q.item(g.get(1)).as(Meaning.OfPeriod.class).orElseThrow().filter();
          draft.covered.add("rest");
          draft.covered.add("other");
          draft.group(Bands.condition(new OfCondition(Dimension.TIME, filter)));
          return "";
        });
    q.rewrite(
        "(<S>)(?: <E>)?(?: (?:vs|versus|and|or|with|compared to|compared with|against|than|of|for|those|that|which|who|in|on|<E>|contain|contained|had|have|has|did|do|ones|without|,))+ (?:none|any|no one|not one|neither|without|without one|not)(?= |$)",
        g ->
            g.get(0).matches(".* (?:none|without|not|neither|no one)( .*)?")
                ? splitBy(q, draft, g.get(1))
                : g.get(0));
    q.rewrite(
        "((?:<V>|<S>)(?:(?: ,)?(?: or| and) <V>)*)(?: <E>| <D>)?(?: (?:vs|versus|and|or|with|to|compared to|compared with|against|than|as opposed to|from|,|on|in|of|for|those|that|all|use|using))+ (<V>|other|others|rest|remaining|everyone else|everybody else|everything else|anything else|anyone else|elsewhere)(?: (?:of|<D>|<E>|one))*",
        g -> {
          boolean rest =
              !g.get(2).contains(":") || q.item(g.get(2)).surface().matches("others?( \\w+)?");
          if (rest) {
            draft.covered.add(g.get(2));
          }
          if (rest && g.get(1).contains(" ")) {
            List<OfValue> values = new ArrayList<>();
            for (String tag : Words.split(g.get(1))) {
              if (tag.contains(":")) {
                q.item(tag).as(OfValue.class).ifPresent(values::add);
              }
            }
            Dimension dimension = values.get(0).dimension();
            draft.covered.add(
                q.item(g.get(2).contains(":") ? g.get(2) : Words.split(g.get(1))[0]).surface());
            draft.group(
                Bands.condition(
                    new OfCondition(
                        dimension.entity(),
                        Filter.in(dimension, values.stream().map(OfValue::value).toList()))));
            return "";
          }
          if (rest) {
            draft.covered.add(q.item(g.get(2).contains(":") ? g.get(2) : g.get(1)).surface());
          }
          return rest
                  && g.get(0)
                      .matches(".* (?:vs|versus|and|or|compared|against|than|opposed|rest|with) .*")
              ? splitBy(q, draft, g.get(1))
              : g.get(0);
        });
  }

  /** "free vs paid": two conditions that exclude each other, though they do not fill all. */
  void pairs(Tagged q, Draft draft) {
    q.rewrite(
        "(for|of|in|from|among|on|with) (<S>|<V>)( <E>)?(?: ,)? and (?:for|of|in|from|among|on|with) (<S>|<V>)(?: <E>)?",
        g -> {
          OfCondition left = condition(q, g.get(2));
          OfCondition right = condition(q, g.get(4));
          boolean searched =
              left.filter().condition().contains(" ILIKE ")
                  && right.filter().condition().contains(" ILIKE ");
          return searched
              ? g.get(1) + " " + g.get(2) + " vs " + g.get(4) + " " + g.get(3)
              : g.get(0);
        });
    q.rewrite(
        "(<S>|<V>)(?: <E>)?(?: ,)? (?:vs|versus|against|compared to|compared with|as opposed to)(?: (?:those|that|of|in|on|for|with|by|from|<E>))* (<S>|<V>)(?: <E>)?",
        g -> {
          OfCondition left = condition(q, g.get(1));
          OfCondition right = condition(q, g.get(2));
          boolean sameDimension = commonDimension(q, List.of(g.get(1), g.get(2))).isPresent();
          if (sameDimension
              || !left.entity().equals(right.entity())
              || left.entity().equals("time")
              || !column(left).equals(column(right))) {
            return g.get(0);
          }
          draft.filter(Filter.any(List.of(left.filter(), right.filter())));
          return splitBy(q, draft, g.get(1));
        });
  }

  private static String column(OfCondition condition) {
    return condition.filter().condition().replaceFirst("^(?:NOT )?\\(?([a-z_]+\\.[a-z_]+).*", "$1");
  }

  /** No row meets a condition and its opposite: the two were set against each other. */
  void opposites(Draft draft) {
    for (Filter filter : List.copyOf(draft.filters)) {
      Optional<Filter> opposite =
          draft.filters.stream()
              .filter(other -> !other.equals(filter))
              .filter(other -> complement(filter.condition(), other.condition()))
              .findFirst();
      if (opposite.isPresent() && !filter.condition().contains("{time}")) {
        draft.filters.removeAll(List.of(filter, opposite.get()));
        String alias = filter.condition().replaceFirst("(?s)^(?:NOT )?\\(*([a-z]+)\\..*", "$1");
        model.entities().stream()
            .filter(entity -> entity.alias().equals(alias))
            .findFirst()
            .ifPresent(
                entity -> draft.group(Bands.condition(new OfCondition(entity.name(), filter))));
      }
    }
  }

  /** "k_euler and k_lms: alignment …": values that head the question are told apart. */
  void heads(Tagged q, Draft draft) {
    q.rewrite(
        "(?<=^ )(<V>)(?: <E>)?(?: ,)?(?: and| vs| versus| or)? (<V>)(?: <E>)?(?:(?: ,)?(?: and| vs| versus| or)? (<V>)(?: <E>)?)? [,:]",
        g -> {
          Optional<Dimension> common = commonDimension(q, List.of(g.get(1), g.get(2)));
          if (common.isEmpty()) {
            return g.get(0);
          }
          draft.filter(Filter.in(common.get(), values(q, common.get(), g.subList(1, 4))));
          draft.group(common.get());
          return "";
        });
  }

  void versus(Tagged q, Draft draft) {
    q.rewrite(
        "(?:by|on|depending on|split by)? ?whether(?: (?:they|it|or|not|<E>|were|was|are|is|did|have|had|has|user|be))* (<S>)(?: or not| not)?",
        g -> splitBy(q, draft, g.get(1)));
    q.rewrite(
        "(<S>)(?: (?:<E>|of|each|user))* (?:vs|versus|compared to|compared with|and|against|or|than)(?: (?:after|in|of|for|on))? (?:shorter|longer|smaller|larger|other|rest|remaining|fewer|less|cheaper|slower|faster|later|subsequent|earlier|lower|higher|everyone else|everything else|without)(?: (?:of )?(?:1|one|<N>|<E>|them))?",
        g -> splitBy(q, draft, g.get(1)));
    String link =
        "(?: (?:vs|versus|and|or|with|to|compared to|compared with|against|than|relative to|as opposed to|,)(?: (?:those|one|on|in|from|for|of|that|do|did|are|were|is|with))*)";
    String noun = "(?: <E>)?";
    boolean comparing =
        q.has(
            "(?:.* )?(?:vs|versus|compare|compared|comparison|comparing|against|and|or|difference|differ|between|relative|than|with)(?: .*)?");
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
          OfCondition left = Phase.condition(q, g.get(1));
          OfCondition right = Phase.condition(q, g.get(2));
          if (complement(left.filter().condition(), right.filter().condition())
              || (left.entity().equals("time") && right.entity().equals("time"))
              || (left.entity().equals(right.entity())
                  && g.get(0).matches(".*(vs|versus|compared).*"))) {
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
          Optional<Dimension> common = commonDimension(q, List.of(g.get(1), g.get(2)));
          if (common.isEmpty()) {
            return g.get(0);
          }
          draft.filter(Filter.in(common.get(), values(q, common.get(), g.subList(1, 4))));
          boolean told =
              g.get(0).contains(" and ")
                  && !q.has("(?:how many|number of|total|count)")
                  && q.has("(?:<M>|<F>)")
                  && draft.groups.isEmpty();
          boolean compared =
              told
                  || g.get(0).matches(".* (vs|versus|compared|than|against|relative) .*")
                  || q.has(
                      "(?:.* )?(?:compare|comparison|comparing|compared|difference|differ|between|which|better|worse|more|higher|lower)(?: .*)?");
          if (compared && draft.groups.stream().noneMatch(d -> d.equals(common.get()))) {
            draft.groups.add(common.get());
          }
          return "";
        });
  }

  /** The values of the dimension that the tags name; empty tags name none. */
  private static List<String> values(Tagged q, Dimension dimension, List<String> tags) {
    return tags.stream()
        .filter(tag -> !tag.isEmpty())
        .flatMap(
            tag ->
                q.item(tag)
                    .all(OfValue.class)
                    .filter(value -> value.dimension().equals(dimension))
                    .limit(1))
        .map(OfValue::value)
        .toList();
  }

  static boolean complement(String left, String right) {
    return right.equals("NOT (" + left + ")")
        || right.equals("NOT " + left)
        || left.equals("NOT " + right)
        || left.equals(right.replace(" = ", " <> "))
        || right.equals(left.replace(" = ", " <> "))
        || oppositeNumbers(left, right)
        || oppositeNumbers(right, left);
  }

  /** "over 45 words" and "45 words or fewer". */
  private static boolean oppositeNumbers(String left, String right) {
    Matcher above = COMPARED.matcher(left);
    Matcher below = COMPARED.matcher(right);
    return above.matches()
        && below.matches()
        && above.group(1).equals(below.group(1))
        && above.group(3).equals(below.group(3))
        && ((above.group(2).equals(">") && below.group(2).equals("<="))
            || (above.group(2).equals(">=") && below.group(2).equals("<")));
  }

  static Optional<Dimension> commonDimension(Tagged q, List<String> tags) {
    return q.item(tags.get(0))
        .all(OfValue.class)
        .map(OfValue::dimension)
        .filter(d -> q.item(tags.get(1)).all(OfValue.class).anyMatch(v -> v.dimension().equals(d)))
        .findFirst();
  }

  String splitBy(Tagged q, Draft draft, String tag) {
    OfCondition condition = Phase.condition(q, tag);
    if (condition.filter().condition().equals("s.churned_after")) {
      draft.splits.add(model.dimension("churned_after"));
      draft.group(model.dimension("churned_after"));
    } else {
      if (condition.filter().condition().startsWith("seq.previous_status")) {
        draft.filter(new Filter("seq.previous_status IS NOT NULL", "with a request before"));
      }
      Dimension split = Bands.condition(condition);
      draft.splits.add(split);
      draft.group(split);
    }
    return "";
  }
}
