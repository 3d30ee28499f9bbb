package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** First, last and next requests and sessions; users who did something at all. */
final class Sequences extends Phase {
  Sequences(SemanticModel model) {
    super(model);
  }

  /** "sessions where every request failed". */
  void everyRequest(Tagged q) {
    q.rewrite(
        "(?:where|in which|with|whose|that had|that have|\\(|,)(?: (?:all|every|each|only|single|their|the|of))+ <E>(?: (?:have|has|were|was|are|is|end in|ended in|get|got))* (<S>|<V>)",
        g -> everyRequest(q, g, !g.get(0).matches(".*(where|with|whose) (the|their) .*")));
    q.rewrite("(?:with|where|having) (?:only )(<S>|<V>)(?: <E>)?", g -> everyRequest(q, g, true));
  }

  String everyRequest(Tagged q, List<String> g, boolean every) {
    String condition = condition(q, g.get(1)).filter().condition();
    if (every
        && mentions(q, "user")
        && !mentions(q, "session")
        && condition(q, g.get(1)).entity().equals("generation")) {
      return q.tag(
          g.get(0),
          new OfCondition(
              "user",
              new Filter(
                  "u.user_id IN (SELECT g.user_id FROM fct_generations AS g GROUP BY ALL HAVING bool_and("
                      + condition
                      + "))",
                  "every request: " + condition(q, g.get(1)).filter().words())));
    }
    if (every && condition.equals(model.segment("failed").condition())) {
      return q.tag(
          g.get(0),
          new OfCondition(
              "session", new Filter("s.success_rate = 0", "in which every request failed")));
    }
    return every && condition.equals("g.status = 'success'")
        ? q.tag(g.get(0), new OfCondition("session", Filter.of(model.segment("flawless"))))
        : g.get(0);
  }

  /** "between the end of one session and the start of the next" is a fact of sessions. */
  void gaps(Tagged q) {
    q.rewrite(
        "(?:how (?:long|many <D>|much time)|time|<D>|hour|span|period|interval|number of <D>)(?: (?:in|of|pass|passed|passes|lie|there|are|is|do|<D>))* (?:between|from)(?: (?:each|every|<E>|'s))* first (?:and|to|until) (?:last|latest|final|most recent) (<E>)(?: (?:of|for|by|from))?(?: (?:any|one|<N>|single|each|every|individual|an?))*(?: <E>)?",
        g ->
            entity(q, g.get(1)).name().matches("generation|prompt")
                    && (mentions(q, "user")
                        || q.surfacesMatch(
                            ".*\\b(?:users?|each|average|mean|median|typical|per)\\b.*"))
                ? factTag(q, said(q, g.get(0), "hours") ? "activity_hours" : "activity_span")
                : g.get(0));
    q.rewrite(
        "(?:how (?:long|many <D>|much time)|time|<D>|number of <D>)(?: (?:in|of|pass|passed|passes|lie|there|are|is|do|does|did|<D>|it|take|takes|took|<E>|<A>|average|on))* (?:between|from|after|until|to)(?: (?:each|every|<E>|'s|their|do))* (?:sign up|signing up|signup|signed up|registration|registering|joining)(?: (?:and|to|until|do|does|did|before|<E>|'s|make|submit|their|they|take|for|it|it take))* first (<E>)",
        g -> factTag(q, "days_to_first_request"));
    String next =
        "(?:same|that|user|in|within|<E>|<D>|<N>|next|following|one|start|beginning|of|previous|another|later|subsequent)";
    q.rewrite(
        "(?:how (?:much |many )?(?:long|<D>|time|hour|minute|second|day)|time|hour|minute|second|<D>|gap|pause|break|interval|<F>)?(?: (?:do|does|is|are|it|take|pass|passe|elapse|go by|there|lie|<A>|usually|average|on average|user|<E>|wait|stay away|in|on|of|long))*? (?:between|from)(?: (?:end|finish|close|of|one|<N>))* (<E>) and(?: "
            + next
            + ")+",
        g -> {
          boolean sessions = entity(q, g.get(1)).name().equals("session");
          boolean ofUser = mentions(g.get(0), q, "user") && !mentions(q, "session");
          String fact =
              sessions
                  ? "hours_between_sessions"
                  : ofUser ? "seconds_between_requests_of_user" : "seconds_between_generations";
          String unit =
              Stream.of("seconds", "minutes", "hours", "days")
                  .filter(
                      name ->
                          !model.fact(fact).expression().contains(name) && said(q, g.get(0), name))
                  .findFirst()
                  .map(name -> " " + q.tag(name, new Meaning.OfUnit(name)))
                  .orElse("");
          return factTag(q, fact) + (g.get(0).contains("average") ? " average" : "") + unit;
        });
    q.rewrite(
        "(longest|biggest|largest|shortest|smallest) (?:(?:break|gap|pause|interval|time|wait|in|of) )*(<F>)",
        g -> {
          Fact gap = fact(q, g.get(2));
          return gap.name().contains("_between_")
              ? measure(
                  q,
                  g.get(0),
                  figures.aggregate(
                      gap,
                      g.get(1).startsWith("s")
                          ? new Meaning.OfAggregation("minimum", "min(%s)")
                          : new Meaning.OfAggregation("maximum", "max(%s)")))
              : g.get(0);
        });
  }

  private static boolean said(Tagged q, String words, String unit) {
    String singular = Words.singular(unit);
    return Stream.of(Words.split(words))
        .map(word -> word.matches("[A-Z]+:[0-9]+") ? q.item(word).surface() : word)
        .anyMatch(word -> word.startsWith(singular));
  }

  /** First, last and next requests and sessions. */
  void sequences(Tagged q) {
    q.rewrite(
        "(?:(?:who|that|have|had|has|did) )*(?:(?:generated|generate|made|make|used|active|requested|created|come in|came in|came)(?: (?:something|anything|<E>|image|us|it|an?))* )for (?:very )?first time(?: ever)?",
        g ->
            q.tag(
                g.get(0),
                new OfCondition(
                    "generation",
                    new Filter("seq.nth_of_user = 1", "the first request of each user"))));
    q.rewrite(
        "(first|second|last) (<E>)((?: (?:vs|versus|and|or|to|with|of|for|in|on|compared|the|their|a|user|<E>))+) (first|second|third|last|final|latest|next) (?:one|<N>)(?= |$)",
        g -> g.get(1) + " " + g.get(2) + " " + g.get(3) + " " + g.get(4) + " " + g.get(2));
    String generation = "((?:<S> |<V> )?<E>)";
    q.rewrite(
        "(?:whose|where|in which|with|when)(?: very)? (first|last|final) <E>(?: (?:was|were|is|has|ended|ending|in|being|a|an|as|be))* (?:not )?(<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          boolean negated = g.get(0).contains(" not ");
          if (!condition.filter().condition().matches("g\\.status .*")
              || (mentions(q, "user") && !mentions(q, "session"))) {
            return g.get(0);
          }
          String column = g.get(1).equals("first") ? "req.first_status" : "req.last_status";
          Filter filter =
              new Filter(
                  condition.filter().condition().replace("g.status", column),
                  "the " + g.get(1) + " request: " + condition.filter().words());
          return q.tag(g.get(0), new OfCondition("session", negated ? Filter.not(filter) : filter));
        });
    q.rewrite(
        "(?:that |which |who )?(?:(open|opens|opened|opening|start|starts|started|starting|begin|begins|began|beginning|kick off)|(?:end|ends|ended|ending|close|closes|closed|finish|finishes|finished|conclude|concluded)) (?:up )?(?:with|on|in) (?:a |an )?(<S>|<V>)(?: <E>)?",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          if (!condition.filter().condition().startsWith("g.status ") || !mentions(q, "session")) {
            return g.get(0);
          }
          boolean first = !g.get(1).isEmpty();
          return q.tag(
              g.get(0),
              new OfCondition(
                  "session",
                  new Filter(
                      condition
                          .filter()
                          .condition()
                          .replace("g.status", first ? "req.first_status" : "req.last_status"),
                      "the "
                          + (first ? "first" : "last")
                          + " request: "
                          + condition.filter().words())));
        });
    q.rewrite(
        "(?:who )?(?:(?:came|come|comes|return|returned|returns|returning)(?: back)?(?: (?:for|to|with|have|at least))*(?: a)? (?:second|another|more than one|2nd|one more) <E>|(?:came|come|comes|returned|return) back|returning)",
        g ->
            q.tag(
                    g.get(0),
                    new OfCondition(
                        "user",
                        new Filter(
                            "u.user_id IN (SELECT s.user_id FROM fct_sessions AS s GROUP BY ALL HAVING count(*) >= 2)",
                            "with a second session")))
                + (q.has("(?:.* )?" + SHARE + "(?: .*)?")
                    ? " "
                        + q.tag(
                            "active",
                            new OfCondition(
                                "user",
                                new Filter(
                                    "u.user_id IN (SELECT user_id FROM fct_generations)",
                                    "with a generation")))
                    : ""));
    q.rewrite(
        "(?:(?:and|then|<E>|,) )*(?:<E> )?(?:try|trie|tried|retry|retries|attempt|attempted|go|goes)(?: it)? again(?: (?:in|within|during) (?:same |that )?<E>)?",
        g ->
            q.tag(
                g.get(0),
                new OfCondition(
                    "generation",
                    new Filter(
                        "seq.next_status IS NOT NULL",
                        "followed by another request in the session"))));
    String directly = "(?: (?:straight|right|directly|immediately|just|next))*";
    String same = "(?:(?: from| of)? (?:in|within|of|during) (?:same|that|one|single) <E>)?";
    q.rewrite(
        "(?:when|if|whenever|once|after|given that) (<E>)(?: (?:is|was|were|are|get|gets|got|end in|ended in|run into|has|have|been))* (<S>|<V>)(?: and(?: (?:<E>|they|it|someone|that|same))* (?:send|make|submit|try|tries|start|issue)s?(?: (?:another|new|one more|a|further|<N>|one|<E>))*"
            + same
            + ")? , (how often|how likely|what share|what fraction|what percentage)(?: (?:do|does|is|are|will|of))*(?: (?:that|those|its|it))?(?: very)? (?:next|following)(?: (?:<E>|one|<N>))?(?: (?:get|go|is|are|be|end in|was|to|that|also|then))* (<S>|<V>)(?: (?:too|as well|again|then|in turn))?",
        g ->
            after(q, g.get(1), g.get(2))
                .map(
                    condition ->
                        (g.get(3).startsWith("how") ? "share" : g.get(3).replace("what ", ""))
                            + " of "
                            + condition
                            + " that is "
                            + g.get(4))
                .orElse(g.get(0)));
    q.rewrite(
        "(<E>|those)(?: (?:that|which))?"
            + directly
            + " (?:follow|followed|following|come|came|coming|sent|made|submitted)"
            + directly
            + "(?: (?:after|on|upon))? (<S>|<V>)(?: <E>| one| <N>)?"
            + same,
        g ->
            after(
                    q,
                    g.get(1).equals("those")
                        ? q.tag("requests", new OfEntity(model.entity("generation")))
                        : g.get(1),
                    g.get(2))
                .orElse(g.get(0)));
    q.rewrite(
        "(<E>) (?:(?:that|which) (?:follow|followed|come after|came after)|following|(?:right|directly|immediately|just) after|after) (<S>|<V>)(?: <E>)?",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          return condition.filter().condition().startsWith("g.status ")
                  && entity(q, g.get(1)).name().equals("generation")
              ? g.get(1)
                  + " "
                  + q.tag(
                      g.get(0),
                      new OfCondition(
                          "generation",
                          new Filter(
                              condition
                                  .filter()
                                  .condition()
                                  .replace("g.status", "seq.previous_status"),
                              "the request before: " + condition.filter().words())))
              : g.get(0);
        });
    q.rewrite(
        "how (?:often|likely)(?: (?:do|does|is|are|will))* (?:(<S>) (<E>)|(<E>) (<S>))(?: to| also| then)?(?= (?:<S>|<V>))",
        g -> {
          String before = g.get(1) + g.get(4);
          return condition(q, before).filter().condition().startsWith("seq.previous_status")
              ? "share of " + before + " " + g.get(2) + g.get(3) + " that are"
              : g.get(0);
        });
    q.rewrite(
        "(?:very )?(next|following|previous|preceding)(?: (?:<E>|one|attempt|try|<S>))?(?: (?:in (?:same )?<E>|is|was|also|then|end in|ended in|were|does|be|to be|to|will))* (<S>|<V>)",
        g -> {
          OfCondition condition = condition(q, g.get(2));
          if (!condition.filter().condition().matches("g\\.status .*")) {
            return g.get(0);
          }
          String column =
              g.get(1).matches("next|following") ? "seq.next_status" : "seq.previous_status";
          return q.tag(
              g.get(0),
              new OfCondition(
                  "generation",
                  new Filter(
                      condition.filter().condition().replace("g.status", column),
                      "the " + g.get(1) + " request: " + condition.filter().words())));
        });
    q.rewrite(
        "(?:each |every |<E> |whose )*(?:very )?(first|second|third|last|final|latest|1st)(?: ever)? "
            + generation
            + "(?: (?:of|in|by|from|for) (?:each|every|per)? ?(<E>))?",
        g -> place(q, g));
  }

  /** Requests before which, in their session, another ended so. */
  private Optional<String> after(Tagged q, String entityTag, String conditionTag) {
    Filter filter = condition(q, conditionTag).filter();
    boolean outcome = filter.condition().startsWith("g.status ");
    return outcome && entity(q, entityTag).name().equals("generation")
        ? Optional.of(
            q.tag(
                    q.item(conditionTag).surface(),
                    new OfCondition(
                        "generation",
                        new Filter(
                            filter.condition().replace("g.status", "seq.previous_status"),
                            "the request before: " + filter.words())))
                + " "
                + entityTag)
        : Optional.empty();
  }

  String place(Tagged q, List<String> g) {
    if (q.has("(?:what|which) (?:<D>|time|moment)")
        || q.surfacesMatch(
            ".*\\b(?:when|date|timestamp|what time|what day|which day|what date|what moment)\\b.*")) {
      return g.get(0);
    }
    Optional<OfEntity> entity = q.item(bare(g.get(2))).as(OfEntity.class);
    String name = entity.map(e -> e.entity().name()).orElse("");
    boolean inSession = g.get(0).matches(".*<?(?:session).*");
    for (String word : Words.split(g.get(0))) {
      if (word.contains(":") && !word.equals(bare(g.get(2)))) {
        inSession |=
            q.item(word)
                .as(OfEntity.class)
                .filter(e -> e.entity().name().equals("session"))
                .isPresent();
      }
    }
    String owner = inSession ? "session" : "user";
    boolean last = g.get(1).matches("last|final|latest");
    String number =
        switch (g.get(1)) {
          case "second" -> "2";
          case "third" -> "3";
          default -> "1";
        };
    Filter filter;
    if (name.equals("generation") || name.equals("prompt")) {
      filter =
          new Filter(
              last ? "seq.is_last_of_" + owner : "seq.nth_of_" + owner + " = " + number,
              "the " + g.get(1) + " of each " + owner);
    } else if (name.equals("session")) {
      filter =
          new Filter(
              last ? "visit.is_last_of_user" : "visit.nth_of_user = " + number,
              "the " + g.get(1) + " of each user");
    } else {
      return g.get(0);
    }
    String entityName = name.equals("session") ? "session" : "generation";
    return q.tag(g.get(1), new OfCondition(entityName, filter)) + " " + g.get(2);
  }

  /** "made at least 5" is a count, not just activity. */
  private static boolean several(Tagged q, String words) {
    for (String word : Words.split(words)) {
      if (word.matches("N:[0-9]+")
          && number(q, word).value().compareTo(java.math.BigDecimal.ONE) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Users who did or did not do something at all. */
  void activity(Tagged q) {
    String did =
        "(?:generated|generate|made|make|created|create|produced|submitted|run|ran|requested)";
    String any =
        "(?: (?:at least|even|single|one|N:[0-9]+|[0-9]+|anything|something|thing|image|<E>|nothing))+";
    Filter active =
        new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation");
    q.rewrite(
        "(?:who |that |have |has |had )*" + did + " nothing(?: at all| whatsoever| yet)?",
        g -> q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "(?:who |that |have |has |had )*(?:never|not)(?: ever| actually)? "
            + did
            + "(?:"
            + any
            + ")?",
        g -> q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "(?:with (?:no|zero)|without(?: single)?|(?:has|have|had|having|with) no) (?:activity|<E>)(?: at all)?",
        g ->
            g.get(0).contains("E:") && !entityIs(q, g.get(0), "generation")
                ? g.get(0)
                : q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "inactive(?= <E>)", g -> q.tag(g.get(0), new OfCondition("user", Filter.not(active))));
    q.rewrite(
        "(?:and |who |that |have |has |had |did )*(?:actually |ever )*" + did + any + " (<T>)",
        g ->
            several(q, g.get(0)) || !mentions(q, "user")
                ? g.get(0)
                : q.tag(g.get(0), new OfCondition("user", Presence.activeIn(q, g.get(1)))));
    q.rewrite(
        "(?:who |that |have |has |had |did )*(?:actually |ever )*" + did + any,
        g -> several(q, g.get(0)) ? g.get(0) : q.tag(g.get(0), new OfCondition("user", active)));
  }
}
