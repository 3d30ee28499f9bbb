package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPerOwner;
import java.util.Optional;

/** One figure divided by another, and what the largest group has of a whole. */
final class Ratios extends Phase {
  private static final String FIGURE = "((?:(?:<S>|<V>) )*(?:<M>|<E>))";

  Ratios(SemanticModel model) {
    super(model);
  }

  /** "p99 latency divided by median latency", "ratio of failed to successful requests". */
  void ratios(Tagged q) {
    q.rewrite(
        "(?:ratio|quotient) (?:of|between) (?:number of )?"
            + FIGURE
            + " (?:to|and|over|by) (?:number of )?"
            + FIGURE,
        g -> ratio(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(
        FIGURE + " (?:divided by|as multiple of|per) (?:number of )?" + FIGURE,
        g ->
            g.get(0).contains(" per ")
                    && (g.get(2).equals(bare(g.get(2)))
                        || q.item(bare(g.get(2))).as(OfMeasure.class).isPresent())
                ? g.get(0)
                : ratio(q, g.get(0), g.get(1), g.get(2)));
    q.rewrite(FIGURE + " to " + FIGURE + " ratio", g -> ratio(q, g.get(0), g.get(1), g.get(2)));
  }

  private String ratio(Tagged q, String surface, String above, String below) {
    Optional<Measure> left = figure(q, above);
    Optional<Measure> right = figure(q, below);
    return left.isPresent() && right.isPresent() && left.get().entity().equals(right.get().entity())
        ? measure(q, surface, figures.divided(left.get(), right.get()))
        : surface;
  }

  private Optional<Measure> figure(Tagged q, String tags) {
    Item item = q.item(bare(tags));
    boolean conditioned = !tags.equals(bare(tags));
    if (item.as(OfEntity.class).isPresent()) {
      return conditionOf(q, tags)
          .map(filter -> figures.countWhere(item.as(OfEntity.class).get().entity(), filter))
          .or(() -> Optional.of(figures.count(item.as(OfEntity.class).get().entity())));
    }
    return conditioned ? Optional.empty() : item.as(OfMeasure.class).map(OfMeasure::measure);
  }

  /** "share of requests that failed, averaged over users": each user's figure counts alike. */
  void averagedOver(Tagged q) {
    q.rewrite(
        "(<M>)(?: ,)? (<A>) (?:over|across|among) (?:those |these |such |all |active )*(<E>)",
        g -> {
          String owner = entity(q, g.get(3)).name();
          return owner.matches("user|session") && !measureOf(q, g.get(1)).entity().equals(owner)
              ? q.tag(
                  g.get(0),
                  new OfPerOwner(
                      measureOf(q, g.get(1)),
                      model.dimension(entity(q, g.get(3)).key()),
                      q.item(g.get(2)).as(OfAggregation.class).orElseThrow()))
              : g.get(0);
        });
  }

  /** "share of requests in the busiest hour": the largest group's part of all groups'. */
  void ofTheLargest(Tagged q) {
    q.rewrite(
        SHARE
            + " of (?:each |every )?(?:(<D>) )?(<E>|<M>|<F>)"
            + LINK
            + " (?:busiest|largest|biggest|peak|top|(?:most|single most) (?:common|used|popular|frequent|active)|heaviest)(?: single)? (<D>)",
        g -> {
          OfDimension by = q.item(g.get(4)).as(OfDimension.class).orElseThrow();
          Item of = q.item(g.get(3));
          Optional<Measure> whole =
              of.as(OfMeasure.class)
                  .map(OfMeasure::measure)
                  .or(() -> of.as(OfEntity.class).map(e -> figures.count(e.entity())))
                  .or(
                      () ->
                          of.as(OfFact.class)
                              .filter(f -> f.fact().additive())
                              .map(
                                  f ->
                                      figures.aggregate(
                                          f.fact(), new OfAggregation("total", "sum(%s)"))));
          if (whole.isEmpty() || !whole.get().expression().matches("(?s)(?:sum|count)\\(.*\\)")) {
            return g.get(0);
          }
          boolean percent = g.get(1).startsWith("percent");
          return q.tag(
                  g.get(0),
                  new OfPerOwner(
                      whole.get(),
                      by.dimension(),
                      new OfAggregation(
                          percent ? "percentage" : "share",
                          (percent ? "100.0 * " : "1.0 * ") + "max(%1$s) / sum(%1$s)")))
              + (g.get(2).isEmpty() ? "" : " by " + g.get(2));
        });
  }
}
