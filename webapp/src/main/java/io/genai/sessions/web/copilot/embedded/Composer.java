package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfOrder;
import java.util.Optional;

/** Reads from a question whose parts are tagged what is asked of them: splits, ranks, filters. */
final class Composer {
  private final SemanticModel model;
  private final Figures figures;
  private final Times times;
  private final Transforms transforms;
  private final Distributions distributions;
  private final Rankings rankings;
  private final Groups groups;
  private final Contrasts contrasts;
  private final Leftovers leftovers;

  Composer(SemanticModel model) {
    this.model = model;
    figures = new Figures(model);
    times = new Times(model);
    transforms = new Transforms(model);
    distributions = new Distributions(model);
    rankings = new Rankings(model);
    groups = new Groups(model);
    contrasts = new Contrasts(model);
    leftovers = new Leftovers(model);
  }

  Draft compose(Tagged q) {
    Draft draft = new Draft();
    boolean signups =
        q.surfacesMatch(
            ".*\\b(sign|signed|signup|signups|sign up|sign ups|regist\\w*|join\\w*|new)\\b.*");
    contrasts.weekdays(q);
    times.signups(q, draft);
    times.summaries(q, draft);
    times.extremes(q, draft);
    transforms.fewest(q, draft);
    distributions.bands(q, draft);
    transforms.transforms(q, draft);
    times.periodsCompared(q, draft);
    distributions.distributions(q, draft);
    rankings.rankings(q, draft);
    transforms.firstAndLast(q, draft);
    contrasts.heads(q, draft);
    contrasts.others(q, draft);
    contrasts.complements(q, draft);
    contrasts.pairs(q, draft);
    groups.groups(q, draft);
    contrasts.versus(q, draft);
    leftovers.leftovers(q, draft);
    if (!draft.groups.isEmpty()) {
      q.rewrite("(?:of|for|in|per|by|with) each(?: one| group| band| bucket| of them)?(?= |$)", "");
    }
    contrasts.opposites(draft);
    inOrderOfMention(q, draft);
    units(q, draft);
    draft.signups = signups;
    settle(draft, signups);
    return draft;
  }

  /**
   * Users of a time are those who were active then; one filtered count is a count with a filter.
   */
  private void settle(Draft draft, boolean signups) {
    if (draft.limit.isPresent() && draft.order.isEmpty() && draft.first.isEmpty()) {
      draft.first = Optional.of("highest");
    }
    draft.first = draft.first.filter(word -> !(word.equals("best") && draft.order.isPresent()));
    if (!draft.measures.isEmpty()) {
      Measure ranked = draft.order.map(OfOrder::measure).orElse(draft.measures.get(0));
      draft.first.ifPresent(
          word ->
              draft.order = Optional.of(new OfOrder(ranked, Superlatives.isMost(word, ranked))));
    }
    boolean timed =
        draft.groups.stream().anyMatch(Dimension::isTime)
            || draft.filters.stream().anyMatch(f -> f.condition().contains("{time}"));
    if (timed && !signups) {
      draft.measures.replaceAll(m -> m.name().equals("users") ? model.measure("active_users") : m);
      draft.order =
          draft.order.map(
              o ->
                  o.measure().name().equals("users")
                      ? new OfOrder(model.measure("active_users"), o.descending())
                      : o);
    }
    if (draft.measures.size() == 1
        && draft.order.isEmpty()
        && draft.thresholds.isEmpty()
        && draft.summary.isEmpty()) {
      Measure only = draft.measures.get(0);
      switch (only.name()) {
        case "failed_generations" ->
            narrow(draft, "generations", Filter.of(model.segment("failed")));
        case "successful_generations" ->
            narrow(draft, "generations", Filter.equal(model.dimension("status"), "success"));
        case "churned_sessions" -> narrow(draft, "sessions", Filter.of(model.segment("churned")));
        default -> {
          // stays as it is
        }
      }
    }
  }

  /** "in hours": the figure is shown so, whatever it is kept in. */
  private void units(Tagged q, Draft draft) {
    q.rewrite(
        "(<I>)",
        g -> {
          String unit = q.item(g.get(1)).as(Meaning.OfUnit.class).orElseThrow().unit();
          boolean any = false;
          if (unit.equals("points")) {
            boolean change =
                draft.transform == Draft.Transform.CHANGE
                    || draft.transform == Draft.Transform.CHANGE_PERCENT;
            if (change) {
              draft.transform = Draft.Transform.CHANGE;
              draft.percent = true;
              return "";
            }
            unit = "percent";
          }
          if (unit.equals("percent")
              && (draft.transform == Draft.Transform.CHANGE
                  || draft.transform == Draft.Transform.CHANGE_PERCENT)) {
            draft.transform = Draft.Transform.CHANGE_PERCENT;
            draft.percent = true;
            return "";
          }
          if (unit.equals("percent") && draft.transform == Draft.Transform.SHARE_OF_TOTAL) {
            draft.percent = true;
            return "";
          }
          for (int i = 0; i < draft.measures.size(); i++) {
            Measure measure = draft.measures.get(i);
            Optional<Measure> converted = figures.in(measure, unit);
            if (converted.isPresent()) {
              any = true;
              boolean ordered = draft.order.filter(o -> o.measure().equals(measure)).isPresent();
              draft.measures.set(i, converted.get());
              if (ordered) {
                draft.order =
                    Optional.of(new OfOrder(converted.get(), draft.order.get().descending()));
              }
            }
          }
          return any ? "" : g.get(1);
        });
    if (draft.groups.isEmpty()
        && (draft.transform == Draft.Transform.MOVING_AVERAGE
            || draft.transform == Draft.Transform.RUNNING_TOTAL)) {
      draft.group(model.dimension("day"));
    }
  }

  private void narrow(Draft draft, String measure, Filter filter) {
    draft.measures.set(0, model.measure(measure));
    draft.filter(filter);
  }

  /** Groups stand in the order in which they were named, those that enclose others first. */
  private static void inOrderOfMention(Tagged q, Draft draft) {
    draft.groups.sort(
        java.util.Comparator.comparingInt(
            dimension ->
                draft.within.contains(dimension)
                    ? -1
                    : draft.splits.contains(dimension)
                        ? Integer.MAX_VALUE
                        : q.mentionOf(dimension)));
  }
}
