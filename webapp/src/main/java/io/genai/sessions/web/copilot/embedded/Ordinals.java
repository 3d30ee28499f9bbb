package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;

/** What rules about first, second and last rows share. */
abstract class Ordinals extends Phase {
  static final String NTH =
      "(first|second|third|fourth|fifth|last|final|latest|initial|1st|2nd|3rd)";
  static final String OF =
      "(?: (?:the|their|its|his|her|each|every|a|an|any|one|very|user|of|in|on|for|with|by|from|at|that|'s|<E> 's))*";
  static final String HAS =
      "(?: (?:had|has|have|was|is|were|got|came|comes|with|a|an|the|took|takes|showed|shows|ended|up))*";

  Ordinals(SemanticModel model) {
    super(model);
  }

  /** Requests of a session where sessions or their figures are asked about, else of a user. */
  Entity ownerOf(Tagged q, Entity rows) {
    boolean sessions =
        rows.name().equals("generation")
            && (mentions(q, "session")
                || q.remaining().values().stream()
                    .flatMap(item -> item.all(OfMeasure.class))
                    .anyMatch(found -> found.measure().entity().equals("session")));
    return model.entity(sessions ? "session" : "user");
  }

  static OfCondition active() {
    return new OfCondition(
        "user",
        new Filter("u.user_id IN (SELECT user_id FROM fct_generations)", "with a generation"));
  }
}
