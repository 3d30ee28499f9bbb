package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import java.util.List;
import java.util.Optional;

/** Shares of users, sessions or values whose own figure meets a bound. */
final class GroupShares extends Phase {
  GroupShares(SemanticModel model) {
    super(model);
  }

  /**
   * "share of users with more than three sessions", after the condition on their figure is read.
   */
  void shares(Tagged q) {
    // "with at least two requests" says which sessions, the verb what the share is of.
    q.rewrite(
        SHARE
            + " of (<E>) (?:with|of|having|that have|that had|who have|who had) (<H>)((?: (?:,|did|do|does|had|have|has|saw|see|used|use|tried|try|were|was|contain|contained|<E>|ever|them|their|it|in|try|the))+) (<H>)",
        g ->
            g.get(1) + " of " + g.get(2) + " that " + g.get(5) + " , for " + g.get(2) + " with "
                + g.get(3));
    // What is said of the owners first says which ones, what is said last is the part of them.
    q.rewrite(
        SHARE
            + " of (<E>)(?: (?:with|who|that|which|having|have|had|has))* (<H>)((?: (?:whose|who|that|which|,|and|have|has|had|contain|contained|saw|hit|got|experienced|include|included|with|any|an?|at least one))*) (<S>|<V>)",
        g -> {
          Entity owner = entity(q, g.get(2));
          OfCondition said = condition(q, g.get(5));
          // "contained a timeout": at least one of their requests met it.
          boolean any =
              said.entity().equals("generation")
                  && g.get(4)
                      .matches(".*\\b(?:contain|had|have|saw|hit|got|experienced|include|with).*")
                  && owner.name().matches("user|session");
          OfCondition part =
              any ? new OfCondition(owner.name(), Presence.some(owner.name(), said)) : said;
          Optional<Filter> which =
              part.entity().equals(owner.name()) && owner.name().matches("user|session")
                  ? Thresholds.ofOwner(
                      model, owner, q.item(g.get(3)).as(OfThreshold.class).orElseThrow())
                  : Optional.empty();
          return which
              .map(
                  filter ->
                      measure(
                              q,
                              g.get(0),
                              figures.share(owner, part.filter(), g.get(1).startsWith("percent")))
                          + " "
                          + q.tag(
                              q.item(g.get(3)).surface(), new OfCondition(owner.name(), filter)))
              .orElse(g.get(0));
        });
    q.rewrite(
        SHARE + " of (<E>)" + LINK + "((?: <S>| <V>)*)" + LINK + " (<H>)",
        g -> {
          OfThreshold threshold = q.item(g.get(4)).as(OfThreshold.class).orElseThrow();
          Entity owner = entity(q, g.get(2));
          Optional<String> bound = Sql.bound(model, threshold, List.of(), List.of());
          if (bound.isEmpty()
              || !owner.name().matches("user|session")
              || owner.name().equals(threshold.measure().entity())) {
            return g.get(0);
          }
          Optional<Filter> ofAll =
              q.item(g.get(2)).surface().startsWith("registered ")
                  ? Thresholds.ofOwner(model, owner, threshold)
                  : Optional.empty();
          if (ofAll.isPresent()) {
            return measure(
                    q, g.get(0), figures.share(owner, ofAll.get(), g.get(1).startsWith("percent")))
                + " "
                + g.get(3);
          }
          String format = "avg((%s " + bound.get().replace("%", "%%") + ")::INT)";
          return q.tag(
                  g.get(0),
                  new Meaning.OfPerOwner(
                      threshold.measure(),
                      model.dimension(owner.key()),
                      g.get(1).startsWith("percent")
                          ? new Meaning.OfAggregation("percentage", "100.0 * " + format)
                          : new Meaning.OfAggregation("share", format)))
              + " "
              + g.get(3);
        });
  }

  /** "share of prompt texts used by more than one user". */
  void ofValues(Tagged q) {
    q.rewrite(
        SHARE + " of (<D>)" + LINK + " (<H>)",
        g -> {
          OfThreshold threshold = q.item(g.get(3)).as(OfThreshold.class).orElseThrow();
          Dimension dimension = q.item(g.get(2)).as(OfDimension.class).orElseThrow().dimension();
          Measure measure =
              threshold.measure().name().equals("users")
                  ? model.measure("active_users")
                  : threshold.measure();
          Optional<String> bound = Sql.bound(model, threshold, List.of(), List.of(dimension));
          if (bound.isEmpty()) {
            return g.get(0);
          }
          String format = "avg((%s " + bound.get().replace("%", "%%") + ")::INT)";
          return q.tag(
              g.get(0),
              new Meaning.OfPerOwner(
                  measure,
                  dimension,
                  g.get(1).startsWith("percent")
                      ? new Meaning.OfAggregation("percentage", "100.0 * " + format)
                      : new Meaning.OfAggregation("share", format)));
        });
  }
}
