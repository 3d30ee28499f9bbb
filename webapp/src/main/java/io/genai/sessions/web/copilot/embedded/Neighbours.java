package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import java.util.Optional;

/**
 * Requests that are like or unlike the one before them in their session, or of their user: "how
 * often does a request run on a different model version than the one before it", "share of requests
 * with the same sampler as the request before".
 */
final class Neighbours extends Phase {
  Neighbours(SemanticModel model) {
    super(model);
  }

  void neighbours(Tagged q) {
    boolean any = false;
    String the =
        "(?: (?:the|an?|its|that|very|<E>|in|on|with|from|has|have|use|uses|run|runs|of))*";
    String before =
        "(?: (?:right|just|immediately|directly|straight))?(?: (?:before|previous|preceding|prior))(?: (?:it|one|<N>|<E>|that|them))?";
    for (String rule :
        new String[] {
          "(different|another|other|new|same)(?: kind of)? (<D>) (?:than|from|as|to)"
              + the
              + before,
          "(?:switch|switches|switched|change|changes|changed)( )(<D>)(?: (?:from|between|over|compared to))"
              + "(?: (?:one|<N>))?"
              + the
              + "(?:(?: to(?: the)?| and(?: the)?) next(?: (?:one|<E>|<N>))?|"
              + before
              + ")"
        }) {
      any |=
          q.rewrite(
              rule,
              g ->
                  Optional.of(q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension())
                      .filter(found -> found.entity().matches("generation|prompt"))
                      .map(found -> unlike(q, g.get(0), found, g.get(1).equals("same")))
                      .orElse(g.get(0)));
    }
    if (any) {
      q.rewrite("(?:with)?in(?: (?:the same|a|one|each|any|same|the))* <E>(?: ,)?", "");
    }
  }

  private String unlike(Tagged q, String surface, Dimension dimension, boolean same) {
    boolean ofUser = mentions(q, "user") && !mentions(q, "session");
    String owner = ofUser ? "user_id" : "session_id";
    boolean prompt = dimension.entity().equals("prompt");
    String from =
        "fct_generations AS g"
            + (prompt ? " JOIN dim_prompts AS p ON p.prompt_id = g.prompt_id" : "");
    String before =
        "lag(%s) OVER (PARTITION BY g.%s ORDER BY g.timestamp, g.generation_id)"
            .formatted(dimension.expression(), owner);
    String rows = "g.generation_id IN (SELECT g.generation_id FROM %s QUALIFY %s)";
    String test = dimension.expression() + (same ? " = " : " <> ") + before;
    String further = q.tag("with a request before", followed(ofUser));
    return q.tag(
            surface,
            new OfCondition(
                "generation",
                new Filter(
                    rows.formatted(from, test),
                    (same ? "the same " : "another ")
                        + dimension.label()
                        + " than the request before")))
        + (q.has(SHARE + "|how (?:often|frequently|likely)|rate") ? " " + further : "");
  }

  /** Of a first request nothing can be said. */
  private static OfCondition followed(boolean ofUser) {
    return new OfCondition(
        "generation",
        new Filter(
            ofUser ? "seq.nth_of_user > 1" : "seq.nth_of_session > 1", "with a request before"));
  }
}
