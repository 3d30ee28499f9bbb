package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import java.util.List;
import java.util.Optional;

/** Bands of a fact, distributions and sizes: "how many users by number of requests". */
final class Distributions extends Asking {
  Distributions(SemanticModel model) {
    super(model);
  }

  /** Bands that were listed, of the one fact that was named beside them. */
  void bands(Tagged q, Draft draft) {
    if (q.has("<Z>")) {
      q.rewrite(
          "(?:distribution|breakdown|histogram|split) of (<E>)(?= (?:by|per|over|across) )",
          g ->
              Phase.measure(
                  q,
                  g.get(0),
                  figures.count(q.item(g.get(1)).as(OfEntity.class).orElseThrow().entity())));
      q.rewrite(
          "(?:by|per|of|for)(?: (?:their|its|each))* (<M>)(?: (?:band|bucket|group|:|,|in|into|of))* (<Z>)",
          g -> summed(q, draft, g.get(0), g.get(1), g.get(2)));
    }
    q.rewrite(
        "(?:by|per|of|with|in|into|have|had|has|contain|with a|for)? ?(?:session |prompt )?(?:size|length|number of (?:<E>|<F>)|band|bucket|group)s?(?: (?:of|:|,|\\())* (<Z>)(?: \\))?",
        g ->
            q.item(g.get(1)).as(Meaning.OfBands.class).orElseThrow().unit().isEmpty()
                ? g.get(0)
                : g.get(1));
    q.rewrite(
        "(<Z>)",
        g -> {
          Meaning.OfBands found = q.item(g.get(1)).as(Meaning.OfBands.class).orElseThrow();
          Optional<Fact> fact =
              countsUsers(q) && found.unit().matches("generation|request|image|attempt|session")
                  ? Optional.of(
                      Bands.ofUser(
                          model.entity(found.unit().equals("session") ? "session" : "generation")))
                  : factOfUnit(q, found.unit());
          fact.ifPresent(known -> group(q, draft, known, found));
          return fact.isPresent() ? "" : g.get(1);
        });
    q.rewrite("(<Z>)(?: (?:level|of))* (<F>)", g -> band(q, draft, g.get(1), g.get(2)));
    q.rewrite(
        "(?:(?:in |into |by |per |for )?(?:each|every) )?(<F>)(?: (?:score|band|level|bucket|group|of|is|:|,|in))* (<Z>)",
        g -> band(q, draft, g.get(2), g.get(1)));
  }

  /** What is counted in generations is a session's size, what in minutes its length. */
  private Optional<Fact> factOfUnit(Tagged q, String unit) {
    boolean session = Phase.mentions(q, "session") || q.surfacesMatch(".*\\bsessions?\\b.*");
    String name =
        switch (unit) {
          case "generation", "request", "image", "attempt", "gen" -> session ? "session_size" : "";
          case "minute", "min" -> "session_duration";
          case "millisecond", "ms", "s", "sec", "second" -> "latency";
          case "word" -> "word_count";
          case "credit" -> session ? "session_cost" : "cost";
          case "step" -> "steps";
          default -> "";
        };
    return name.isEmpty() ? Optional.empty() : Optional.of(model.fact(name));
  }

  String band(Tagged q, Draft draft, String bands, String fact) {
    Meaning.OfBands found = q.item(bands).as(Meaning.OfBands.class).orElseThrow();
    group(q, draft, q.item(fact).as(OfFact.class).orElseThrow().fact(), found);
    return "";
  }

  /** "users by total spend: under 10, 10 or more": what each user's rows add up to. */
  private String summed(Tagged q, Draft draft, String surface, String measure, String bands) {
    io.genai.sessions.warehouse.semantic.Measure of =
        q.item(measure).as(Meaning.OfMeasure.class).orElseThrow().measure();
    Meaning.OfBands found = q.item(bands).as(Meaning.OfBands.class).orElseThrow();
    Optional<Fact> fact =
        model.facts().stream()
            .filter(known -> of.expression().equals("sum(" + known.expression() + ")"))
            .findFirst();
    boolean rows = countsUsers(q) && of.expression().equals("count(*)");
    if (rows && !of.entity().equals("user")) {
      group(q, draft, Bands.ofUser(model.entity(of.entity())), found);
      return "";
    }
    if (fact.isEmpty() || !countsUsers(q)) {
      return surface;
    }
    group(q, draft, fact.get(), found);
    return "";
  }

  /** Users are put into bands by what all their rows add up to. */
  private void group(Tagged q, Draft draft, Fact fact, Meaning.OfBands bands) {
    boolean summed = countsUsers(q) && fact.additive() && !fact.entity().equals("user");
    Fact banded = summed ? Bands.ofUser(model.entity(fact.entity()), fact) : fact;
    draft.groups.add(Bands.dimension(banded, bands));
    if (banded.entity().equals("user") && banded.expression().startsWith("(SELECT")) {
      draft.filter(Bands.ACTIVE);
    }
  }

  private static boolean countsUsers(Tagged q) {
    return q.remaining().values().stream()
            .flatMap(item -> item.all(Meaning.OfMeasure.class))
            .anyMatch(m -> m.measure().name().matches("users|active_users"))
        || (q.has("(?:.* )?(?:share|percentage|number) of <E>(?: .*)?")
            && Phase.mentions(q, "user"));
  }

  void distributions(Tagged q, Draft draft) {
    q.rewrite(
        "(?:(?:distribution|breakdown|histogram) of )?(?:number of )?(<E>) (?:by|per|for each|with each|over) (?:their |its )?number of (<E>)",
        g -> bySize(q, draft, g));
    q.rewrite(
        "(?:distribution|histogram|spread) of (?:number of )?(<E>) (?:per|by|for each|of each|over) (<E>)",
        g -> bySize(q, draft, List.of(g.get(0), g.get(2), g.get(1))));
    q.rewrite(
        "(?:distribution|histogram|spread) of (?:number of )?(<M>)(?: (?:per|by) (<E>))?",
        g ->
            switch (q.item(g.get(1)).as(Meaning.OfMeasure.class).orElseThrow().measure().name()) {
              case "generations_per_session" ->
                  ofOwners(q, draft, g.get(0), "session", "generation");
              case "generations_per_user" -> ofOwners(q, draft, g.get(0), "user", "generation");
              case "sessions_per_user" -> ofOwners(q, draft, g.get(0), "user", "session");
              default -> g.get(0);
            });
    boolean failures = q.surfacesMatch(".*\\b(fail\\w*|errors?)\\b.*");
    q.rewrite(
        "(by|per|for each|of each) (?:type|kind|reason|cause|category)(?: of (?:failure|error|<S>|<M>))?(?! of )",
        g ->
            failures
                ? g.get(1) + " " + q.tag(g.get(0), new OfDimension(model.dimension("failure_type")))
                : g.get(0));
    q.rewrite(
        "(?:type|kind|reason|cause) of (<S>|<M>)",
        g ->
            failures
                ? q.tag(g.get(0), new OfDimension(model.dimension("failure_type"))) + " " + g.get(1)
                : g.get(0));
    q.rewrite(
        "(?:distribution|breakdown|histogram|frequency|split|spread|mix|composition|makeup|make up) (?:of|over|by|across) (?:<E> (?:by|across|over|per) )?(<D>)(?: (?:value|score|level))?",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite(
        "(<D>)(?: (?:score|value))? (?:distribution|breakdown|histogram|frequency)",
        g -> distribution(q, draft, g.get(0), g.get(1)));
    q.rewrite("(?:distribution|breakdown|histogram) (?:of|over|by)", "by");
  }

  private String ofOwners(Tagged q, Draft draft, String surface, String owner, String rows) {
    return bySize(
        q,
        draft,
        List.of(
            surface,
            q.tag(owner, new OfEntity(model.entity(owner))),
            q.tag(rows, new OfEntity(model.entity(rows)))));
  }

  String bySize(Tagged q, Draft draft, List<String> g) {
    Entity owner = q.item(g.get(1)).as(OfEntity.class).orElseThrow().entity();
    Entity rows = q.item(g.get(2)).as(OfEntity.class).orElseThrow().entity();
    if (owner.name().equals("session")) {
      draft.group(model.dimension("session_size"));
      draft.measure(model.measure("sessions"));
      return "";
    }
    if (!owner.name().equals("user")) {
      return g.get(0);
    }
    Entity counted = rows.name().equals("prompt") ? model.entity("generation") : rows;
    draft.group(Bands.countOfUser(counted));
    draft.measure(model.measure("users"));
    draft.filter(Bands.ACTIVE);
    return "";
  }

  String distribution(Tagged q, Draft draft, String surface, String tag) {
    Dimension dimension = q.item(tag).as(OfDimension.class).orElseThrow().dimension();
    draft.group(dimension);
    for (String word : Words.split(surface)) {
      if (word.contains(":") && !word.equals(tag)) {
        q.item(word).as(OfEntity.class).ifPresent(e -> draft.measure(figures.count(e.entity())));
      }
    }
    return "";
  }
}
