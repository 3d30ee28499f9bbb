package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.OfAggregation;
import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the steps share that turn tags into what is asked. */
abstract class Asking extends Phase {
  Asking(SemanticModel model) {
    super(model);
  }

  Measure measure(Tagged q, String tag) {
    Item item = q.item(tag);
    if (item.as(OfMeasure.class).isPresent()) {
      return item.as(OfMeasure.class).get().measure();
    }
    Optional<Fact> fact = item.as(OfFact.class).map(OfFact::fact);
    if (fact.isPresent()) {
      return figures.aggregate(
          fact.get(),
          fact.get().additive() && fact.get().name().matches("retries|cost")
              ? new OfAggregation("total", "sum(%s)")
              : new OfAggregation("average", "avg(%s)"));
    }
    Entity entity = item.as(OfEntity.class).orElseThrow().entity();
    return entity.name().equals("user") ? userCount(q) : figures.count(entity);
  }

  Dimension dimension(Tagged q, String tag) {
    Item item = q.item(tag);
    Optional<OfDimension> dimension = item.as(OfDimension.class);
    if (dimension.isPresent()) {
      return dimension.get().dimension();
    }
    return switch (item.as(OfEntity.class).orElseThrow().entity().name()) {
      case "user" -> model.dimension("user_id");
      case "session" -> model.dimension("session_id");
      case "prompt" ->
          model.dimension(item.surface().startsWith("prompt") ? "prompt_text" : "prompt_id");
      default -> model.dimension("generation_id");
    };
  }

  Measure userCount(Tagged q) {
    return q.text().contains("active") ? model.measure("active_users") : model.measure("users");
  }

  static boolean plural(Tagged q, String tags) {
    String surface = q.item(Words.split(tags)[0]).surface();
    return !Words.singular(surface.substring(surface.lastIndexOf(' ') + 1))
            .equals(surface.substring(surface.lastIndexOf(' ') + 1))
        || surface.equals("people");
  }

  String grouped(Tagged q, Draft draft, String surface, String tags) {
    List<Dimension> found = new ArrayList<>();
    for (String tag : Words.split(tags)) {
      if (tag.contains(":")) {
        Item item = q.item(tag);
        if (item.as(OfDimension.class).isEmpty() && item.as(OfEntity.class).isEmpty()) {
          return surface;
        }
        found.add(dimension(q, tag));
      }
    }
    found.forEach(draft::group);
    return "";
  }
}
