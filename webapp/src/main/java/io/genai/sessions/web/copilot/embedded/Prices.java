package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.util.List;

/** Figures that are asked for without their name: "what does an image cost", "how slow is it". */
final class Prices extends Phase {
  Prices(SemanticModel model) {
    super(model);
  }

  void prices(Tagged q) {
    q.rewrite(
        "(?:what|how much) (?:does|do|did)(?: (?:an?|one|each|every|single|the|<N>))+ ((?:<S> |<V> )*)(<E>) (?:really |actually )?(<F>)(?: us)?",
        g -> costOfOne(q, g));
    // A session's cost is what all its requests cost together.
    q.rewrite(
        "(average|mean|median|typical|highest|lowest|maximum|minimum|p ?[0-9]{2}) (?:total )?(<F>)( (?:of|for|in)(?: (?:the|a|an|each|every|all|our|first|second|last|very|<S>|<V>|user|'s|<E> 's|their))*) (<E>)(?! 's)",
        g ->
            fact(q, g.get(2)).name().equals("cost") && entity(q, g.get(4)).name().equals("session")
                ? g.get(1) + " " + factTag(q, "session_cost") + " " + g.get(3) + " " + g.get(4)
                : g.get(0));
    q.rewrite(
        "how (?:busy|active|popular|common|frequent) (?:is|are|was|were)(?: (?:each|every|the different|the various|all))? (<D>)",
        g -> {
          Dimension by = q.item(g.get(1)).as(Meaning.OfDimension.class).orElseThrow().dimension();
          return measure(
                  q,
                  g.get(0),
                  figures.count(model.entity(by.isTime() ? "generation" : by.entity())))
              + " by "
              + g.get(1);
        });
    q.rewrite(
        "how (?:big|large) (?:is|are|was|were)(?: (?:an?|the|our))? (average|typical|median|mean) (<E>)(?: in (?:<E>|number of <E>))?(?= |$)",
        g ->
            entity(q, g.get(2)).name().equals("session")
                ? g.get(1) + " " + factTag(q, "session_size")
                : g.get(0));
    q.rewrite(
        "(longest|shortest|biggest|largest|smallest|priciest|most expensive|costliest|cheapest|least expensive) (<E>)(?: ever)?(?: (?:,|:|\\?|and|;))+ (?:and )?(?:what|how (?:much|long|many <E>))(?: (?:did|was|does|is|has|had))* it(?: (?:cost|last|take|took|have|contain|long|<F>|<M>))*(?= ?$| [?.])",
        g -> "how much did " + g.get(1) + " " + g.get(2));
    q.rewrite(
        "how (reliable|slow|fast|quick|expensive|cheap|pricey|costly|frustrating|complex|complicated)(?: (?:is|are|was|were))",
        g ->
            q.has("(?:<M>|<F>|<A>)")
                ? ""
                : measure(q, g.get(0), model.measure(figureOf(g.get(1)))) + " of");
  }

  /** "what does a successful image cost": those that failed are paid for by those that did not. */
  private String costOfOne(Tagged q, List<String> g) {
    String name = entity(q, g.get(2)).name();
    boolean one =
        q.find("(?:does|do|did)(?: [a-z]+)* (<N>) .*" + g.get(2)).stream()
            .skip(1)
            .allMatch(tag -> number(q, tag).value().compareTo(java.math.BigDecimal.ONE) == 0);
    if (!one) {
      return g.get(0);
    }
    boolean success =
        conditionOf(q, g.get(1))
            .filter(f -> f.condition().equals("g.status = 'success'"))
            .isPresent();
    if (!fact(q, g.get(3)).name().equals("cost")) {
      return g.get(0);
    }
    if (success && name.matches("generation|prompt")) {
      return measure(q, g.get(0), model.measure("cost_per_successful_image"));
    }
    return switch (name) {
      case "generation", "prompt" ->
          measure(q, g.get(0), model.measure("cost_per_generation")) + " of " + g.get(1);
      case "session" -> measure(q, g.get(0), model.measure("cost_per_session")) + " " + g.get(1);
      default -> g.get(0);
    };
  }

  private static String figureOf(String adjective) {
    return switch (adjective) {
      case "reliable" -> "success_rate";
      case "slow", "fast", "quick" -> "average_latency";
      case "frustrating" -> "average_friction";
      case "complex", "complicated" -> "average_complexity";
      default -> "cost_per_generation";
    };
  }
}
