package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Draft.Transform;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPerOwner;
import io.genai.sessions.web.copilot.embedded.Meaning.OfPeriod;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left when everything else was read: filters, bare nouns, conditions on groups. */
final class Leftovers extends Asking {
  Leftovers(SemanticModel model) {
    super(model);
  }

  void leftovers(Tagged q, Draft draft) {
    aggregatedApart(q, draft);
    perOwner(q, draft);
    Map<String, Item> left = q.remaining();
    Map<Dimension, List<String>> values = new LinkedHashMap<>();
    List<Item> loose = new ArrayList<>();
    for (Map.Entry<String, Item> entry : left.entrySet()) {
      Item item = entry.getValue();
      String tag = entry.getKey();
      if (item.as(OfMeasure.class).isPresent() && item.as(OfThreshold.class).isEmpty()) {
        boolean alsoGroup = item.as(OfDimension.class).isPresent() && measuredElsewhere(left, tag);
        if (alsoGroup) {
          draft.group(item.as(OfDimension.class).get().dimension());
        } else if (item.as(OfCondition.class).isPresent()
            && (measuredElsewhere(left, tag) || !draft.measures.isEmpty())) {
          draft.filter(item.as(OfCondition.class).get().filter());
        } else {
          draft.measure(item.as(OfMeasure.class).get().measure());
        }
      } else if (item.as(OfThreshold.class).isPresent()) {
        loose.add(item);
      } else if (item.as(OfPeriod.class).isPresent()) {
        draft.filter(item.as(OfPeriod.class).get().filter());
      } else if (item.as(OfCondition.class).isPresent()) {
        draft.filter(item.as(OfCondition.class).get().filter());
      } else if (item.as(OfValue.class).isPresent()) {
        OfValue value = chosenValue(item, draft);
        values.computeIfAbsent(value.dimension(), d -> new ArrayList<>()).add(value.value());
      }
    }
    values.forEach((dimension, named) -> draft.filter(Filter.in(dimension, named)));
    for (Map.Entry<String, Item> entry : left.entrySet()) {
      Item item = entry.getValue();
      boolean other =
          item.as(OfMeasure.class).isPresent() || item.as(OfThreshold.class).isPresent();
      if (other) {
        continue;
      }
      if (item.as(OfDimension.class).isPresent()
          && item.as(OfFact.class).isEmpty()
          && item.as(OfCondition.class).isEmpty()) {
        if (!isUnit(item, draft)) {
          draft.group(item.as(OfDimension.class).get().dimension());
        }
      } else if (item.as(OfFact.class).isPresent() && item.as(OfCondition.class).isEmpty()) {
        if (item.as(OfDimension.class).isPresent()
            && (!draft.measures.isEmpty() || draft.order.isPresent())) {
          draft.group(item.as(OfDimension.class).get().dimension());
        } else if (draft.order.isEmpty() || draft.measures.isEmpty()) {
          draft.measure(measure(q, entry.getKey()));
        }
      }
    }
    draft.order.ifPresent(order -> draft.measure(order.measure()));
    if (draft.transform == Transform.SHARE_OF_TOTAL && draft.groups.size() > 1) {
      draft.groups.stream().filter(Dimension::isTime).forEach(draft.within::add);
    }
    for (Item item : loose) {
      thresholdOrFilter(item, draft, left);
    }
    entities(
        draft,
        left,
        q.has("(?:how many|count|number of|number|volume)"),
        q.text().startsWith(" who "));
    for (Meaning.OfThreshold threshold : draft.thresholds) {
      draft.measure(threshold.measure());
    }
  }

  private void perOwner(Tagged q, Draft draft) {
    q.rewrite(
        "(<Y>)",
        g -> {
          OfPerOwner figure = q.item(g.get(1)).as(OfPerOwner.class).orElseThrow();
          if (draft.summary.isPresent() || !draft.measures.isEmpty()) {
            return g.get(0);
          }
          draft.measure(figure.measure());
          draft.summarise(
              figure.owner(),
              figure.aggregation().name() + "_" + figure.measure().name(),
              figure.aggregation().format());
          return "";
        });
  }

  /**
   * An average and a fact that stand apart ("what cfg do people use with each sampler, on
   * average").
   */
  void aggregatedApart(Tagged q, Draft draft) {
    Optional<OfAggregation> aggregation =
        q.remaining().values().stream().flatMap(i -> i.all(OfAggregation.class)).findFirst();
    boolean measured =
        q.remaining().values().stream()
            .anyMatch(i -> i.as(OfMeasure.class).isPresent() && i.as(OfFact.class).isEmpty());
    if (aggregation.isEmpty() || measured) {
      return;
    }
    List<String> found = q.find("(<F>)");
    if (!found.isEmpty()) {
      q.rewrite(
          "<F>",
          g ->
              g.get(0).equals(found.get(1))
                  ? Phase.measure(
                      q,
                      g.get(0),
                      figures.aggregate(
                          q.item(found.get(1)).as(OfFact.class).orElseThrow().fact(),
                          aggregation.get()))
                  : g.get(0));
    }
  }

  /** "days" beside a figure that is kept in days says no more than that. */
  private static boolean isUnit(Item item, Draft draft) {
    String unit = item.surface().replaceFirst("^.* ", "");
    return unit.matches("days|hours|minutes|seconds")
        && draft.measures.stream()
            .anyMatch(measure -> Thresholds.factor(measure.unit(), unit).isPresent());
  }

  static OfValue chosenValue(Item item, Draft draft) {
    return item.all(OfValue.class)
        .filter(v -> draft.groups.stream().noneMatch(g -> g.equals(v.dimension())))
        .findFirst()
        .orElseGet(() -> item.as(OfValue.class).orElseThrow());
  }

  static boolean measuredElsewhere(Map<String, Item> left, String tag) {
    return left.entrySet().stream()
        .anyMatch(
            e ->
                !e.getKey().equals(tag)
                    && e.getValue().as(OfMeasure.class).isPresent()
                    && e.getValue().as(OfThreshold.class).isEmpty()
                    && e.getValue().as(OfDimension.class).isEmpty());
  }

  /** A bare noun is counted if nothing else is measured; otherwise it only says of what. */
  void entities(Draft draft, Map<String, Item> left, boolean said, boolean who) {
    List<Entity> nouns = new ArrayList<>();
    left.values()
        .forEach(
            item ->
                item.as(OfEntity.class)
                    .filter(e -> item.as(OfMeasure.class).isEmpty())
                    .ifPresent(e -> nouns.add(e.entity())));
    boolean listing = draft.thresholds.size() > 0 && draft.groups.isEmpty();
    if (listing && nouns.isEmpty() && draft.measures.isEmpty() && who) {
      draft.group(model.dimension("user_id"));
      return;
    }
    if (listing && !nouns.isEmpty() && draft.measures.isEmpty()) {
      Entity noun = nouns.get(0);
      draft.group(
          switch (noun.name()) {
            case "user" -> model.dimension("user_id");
            case "session" -> model.dimension("session_id");
            default -> model.dimension("prompt_text");
          });
      return;
    }
    if (draft.measures.isEmpty() && !nouns.isEmpty() && draft.thresholds.isEmpty()) {
      draft.measure(figures.count(nouns.get(0)));
      draft.implied = !said;
    }
    if (draft.measures.isEmpty() && draft.thresholds.isEmpty()) {
      draft.implied = !said;
      implied(draft);
    }
  }

  /** "safety violations on 10 August": the rows that meet the condition are counted. */
  void implied(Draft draft) {
    if (!draft.filters.isEmpty()) {
      String entity = "generation";
      for (Filter filter : draft.filters) {
        if (filter.condition().matches("(?s)(NOT \\()?s\\..*")) {
          entity = "session";
        } else if (filter.condition().matches("(?s)(NOT \\()?u\\..*")
            && draft.filters.size() == 1) {
          entity = "user";
        } else if (filter.condition().matches("(?s)(NOT \\()?p\\..*")
            && draft.filters.size() == 1) {
          entity = "prompt";
        }
      }
      draft.measure(figures.count(model.entity(entity)));
    } else if (!draft.groups.isEmpty() && !draft.groups.get(0).isTime()) {
      draft.measure(figures.count(model.entity(draft.groups.get(0).entity())));
    }
  }

  /** A condition on a fact holds for rows or for groups, whichever the question is about. */
  void thresholdOrFilter(Item item, Draft draft, Map<String, Item> left) {
    OfThreshold threshold = item.as(OfThreshold.class).orElseThrow();
    Optional<OfCondition> row = item.as(OfCondition.class);
    boolean grouped = !draft.groups.isEmpty();
    boolean sameGrain =
        row.isPresent()
            && (draft.groups.stream()
                    .allMatch(d -> d.identifier() && d.entity().equals(row.get().entity()))
                || left.values().stream()
                    .flatMap(i -> i.all(OfEntity.class))
                    .anyMatch(e -> e.entity().name().equals(row.get().entity()))
                || (!draft.measures.isEmpty() && !grouped));
    Optional<Entity> said = threshold.owner();
    boolean ownGroup = threshold.comparison().bound() instanceof Meaning.Bound.OwnGroup;
    // "at 50 steps": an average is hardly ever asked to be exactly so.
    boolean exactly =
        threshold.comparison().comparison() == Filter.Comparison.EQUAL
            && threshold.measure().expression().startsWith("avg(");
    if (row.isPresent()
        && (exactly || threshold.comparison().bound() instanceof Meaning.Bound.WithinDimension)) {
      draft.filter(row.get().filter());
      return;
    }
    boolean additive = threshold.measure().expression().matches("(?s)(sum|count)\\(.*");
    boolean ofUsers =
        draft.measures.isEmpty()
            && !grouped
            && left.values().stream()
                .flatMap(i -> i.all(OfEntity.class))
                .anyMatch(e -> e.entity().name().equals("user"));
    if (additive && ofUsers && threshold.measure().entity().equals("generation")) {
      draft.thresholds.add(threshold);
      return;
    }
    if (ownGroup) {
      draft.thresholds.add(threshold);
      return;
    }
    if (ofEachOwner(draft, threshold) || ofEachValue(draft, threshold)) {
      return;
    }
    boolean meanOfEach =
        threshold.comparison().bound() instanceof Meaning.Bound.Overall
            && draft.groups.stream()
                .anyMatch(
                    d ->
                        d.identifier()
                            && !d.entity().equals(row.map(OfCondition::entity).orElse("")));
    if (row.isPresent() && (!grouped || sameGrain) && !meanOfEach) {
      draft.filter(row.get().filter());
      return;
    }
    boolean groupedByOwner =
        said.isPresent() && draft.groups.stream().anyMatch(d -> d.name().equals(said.get().key()));
    if (said.isPresent() && !draft.measures.isEmpty() && !groupedByOwner) {
      Optional<Filter> filter = Thresholds.ofOwner(model, said.get(), threshold);
      if (filter.isPresent()) {
        draft.filter(filter.get());
        return;
      }
    }
    if (draft.measures.size() == 1 && draft.summary.isEmpty()) {
      Optional<Entity> owner = ownerOf(draft.measures.get(0));
      if (owner.isPresent()
          && !owner.get().name().equals(threshold.measure().entity())
          && draft.groups.stream().noneMatch(d -> d.identifier() || d.isTime())) {
        draft.measures.clear();
        draft.summarise(model.dimension(owner.get().key()), owner.get().plural(), "count(*)");
      }
    }
    draft.thresholds.add(threshold);
  }

  /** "users who spent more than 20": what each user spent, not what each request did. */
  private boolean ofEachOwner(Draft draft, OfThreshold threshold) {
    boolean additive = threshold.measure().expression().matches("(?s)(sum|count)\\(.*");
    if (!additive || draft.measures.size() != 1) {
      return false;
    }
    Optional<Entity> owner = ownerOf(draft.measures.get(0));
    if (owner.isEmpty()
        || owner.get().name().equals(threshold.measure().entity())
        || draft.summary.isPresent()
        || draft.groups.stream().anyMatch(d -> d.identifier() || d.isTime())) {
      return false;
    }
    draft.measures.clear();
    draft.summarise(model.dimension(owner.get().key()), owner.get().plural(), "count(*)");
    draft.thresholds.add(threshold);
    return true;
  }

  /** "how many art styles have an error rate above 20 %": the groups are counted. */
  private boolean ofEachValue(Draft draft, OfThreshold threshold) {
    if (draft.measures.size() != 1 || draft.summary.isPresent()) {
      return false;
    }
    Optional<Dimension> counted =
        Optional.of(draft.measures.get(0).name())
            .filter(name -> name.startsWith("different_"))
            .flatMap(name -> model.findDimension(name.substring("different_".length())));
    if (counted.isEmpty()) {
      return false;
    }
    draft.measures.clear();
    draft.summarise(counted.get(), counted.get().name() + "s", "count(*)");
    draft.thresholds.add(
        threshold.measure().name().equals("users")
            ? new OfThreshold(
                model.measure("active_users"), threshold.comparison(), Optional.empty())
            : threshold);
    return true;
  }

  Optional<Entity> ownerOf(Measure measure) {
    return switch (measure.name()) {
      case "users", "active_users" -> Optional.of(model.entity("user"));
      case "sessions" -> Optional.of(model.entity("session"));
      default -> Optional.empty();
    };
  }
}
