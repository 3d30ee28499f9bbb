package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;

/** "After a timeout, what does the next request end in?": requests by what came before them. */
final class Successors extends Phase {
  Successors(SemanticModel model) {
    super(model);
  }

  void successors(Tagged q) {
    String next =
        "(?: (?:the|its|very|immediately|same))* (?:next|following) (<E>)(?: (?:in|within|of)(?: (?:the|that|same|its))* <E>)?";
    String after = "(?:after|following)(?: (?:an?|the|each|every))* (<S>|<V>)(?: <E>)?";
    q.rewrite(
        after
            + "(?: ,)? (?:what|which|how)(?: <D>)?(?: (?:is|do|does|did|was))*"
            + next
            + "(?: (?:end|ends|ended|in|with|up|have|has|get|gets|turn|out|go|come|finish|result|status|as))*(?:(?: [,.?;:])? (?:(?:counts?|numbers?|<E>)(?: of)?(?: <E>)?) (?:per|by|for each) <D>)?",
        g -> following(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite("<D> of" + next + " " + after, g -> following(q, g.get(0), g.get(2), g.get(1)));
  }

  private String following(Tagged q, String surface, String before, String rows) {
    OfCondition condition = condition(q, before);
    boolean outcome =
        condition.filter().condition().startsWith("g.status ")
            && entity(q, rows).name().equals("generation");
    return outcome
        ? "number of "
            + q.tag("requests", new OfEntity(model.entity("generation")))
            + " "
            + q.tag(
                surface,
                new OfCondition(
                    "generation",
                    new Filter(
                        condition.filter().condition().replace("g.status", "seq.previous_status"),
                        "the request before: " + condition.filter().words())))
            + " by "
            + q.tag("status", new OfDimension(model.dimension("status")))
        : surface;
  }
}
