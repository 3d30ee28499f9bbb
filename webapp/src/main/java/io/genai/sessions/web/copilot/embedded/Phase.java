package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Filter.Comparison;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.Meaning.Bound;
import io.genai.sessions.web.copilot.embedded.Meaning.OfComparison;
import io.genai.sessions.web.copilot.embedded.Meaning.OfCondition;
import io.genai.sessions.web.copilot.embedded.Meaning.OfEntity;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import io.genai.sessions.web.copilot.embedded.Meaning.OfNumber;
import io.genai.sessions.web.copilot.embedded.Meaning.OfThreshold;
import io.genai.sessions.web.copilot.embedded.Meaning.OfValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of reading a question, and what all steps need to look at tags. */
abstract class Phase {
  static final String SHARE = "(share|fraction|proportion|percent|percentage|portion|part)";

  /** Words between a noun and what is said of it, which say no more than that it is said. */
  static final String LINK =
      "(?: (?!(?:per|each|every|across|than|vs|versus|not|no|never|none|without|more|less|fewer|least|most"
          + "|among|between|and|or|split|broken|over|above|below|average|first|last|second|third|next|how|what|which share)(?= ))[a-z]+){0,7}";

  final SemanticModel model;
  final Figures figures;

  Phase(SemanticModel model) {
    this.model = model;
    this.figures = new Figures(model);
  }

  static String bare(String tag) {
    return tag.substring(tag.lastIndexOf(' ') + 1);
  }

  Fact fact(Tagged q, String tag) {
    return q.item(bare(tag)).as(OfFact.class).orElseThrow().fact();
  }

  static boolean entityIs(Tagged q, String words, String name) {
    for (String word : Words.split(words)) {
      if (word.contains(":")
          && q.item(word)
              .as(OfEntity.class)
              .filter(e -> e.entity().name().equals(name))
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  static OfNumber number(Tagged q, String tag) {
    return q.item(tag).as(OfNumber.class).orElseThrow();
  }

  String factTag(Tagged q, String fact) {
    return q.tag(fact, new OfFact(model.fact(fact)));
  }

  static Entity entity(Tagged q, String tag) {
    return q.item(tag).as(OfEntity.class).orElseThrow().entity();
  }

  /** All conditions among the tags, one of each kind joined by AND, values of a dimension by OR. */
  Optional<Filter> conditionOf(Tagged q, String tags) {
    List<Filter> filters = new ArrayList<>();
    for (String tag : Words.split(tags.strip())) {
      if (tag.matches("[A-Z]*[VS][A-Z]*:[0-9]+")) {
        filters.add(condition(q, tag).filter());
      }
    }
    if (filters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        filters.size() == 1
            ? filters.get(0)
            : new Filter(
                String.join(" AND ", filters.stream().map(Filter::condition).toList()),
                String.join(" and ", filters.stream().map(Filter::words).toList())));
  }

  static OfCondition condition(Tagged q, String tag) {
    Item item = q.item(tag);
    return item.as(OfCondition.class)
        .orElseGet(
            () -> {
              OfValue value = item.as(OfValue.class).orElseThrow();
              return new OfCondition(
                  value.dimension().entity(), Filter.equal(value.dimension(), value.value()));
            });
  }

  static Comparison comparisonOf(String words) {
    if (words.matches(
        ".*\\b(less|below|under|lower|fewer|shorter|faster|cheaper|quicker|narrower|smaller)\\b.*")) {
      return Comparison.LESS;
    }
    if (words.matches("at least|min.*|no (less|fewer).*|from")) {
      return Comparison.AT_LEAST;
    }
    if (words.matches("at most|up to|no more.*|max.*|not more.*")) {
      return Comparison.AT_MOST;
    }
    return Comparison.MORE;
  }

  static String comparison(Tagged q, String surface, Comparison comparison, Bound bound) {
    return q.tag(surface, new OfComparison(comparison, bound));
  }

  static Measure measureOf(Tagged q, String tag) {
    return q.item(tag).as(OfMeasure.class).orElseThrow().measure();
  }

  static String threshold(Tagged q, String surface, Measure measure, String comparison) {
    return q.tag(
        surface,
        new OfThreshold(
            measure, q.item(comparison).as(OfComparison.class).orElseThrow(), Optional.empty()));
  }

  static String measure(Tagged q, String surface, Measure measure) {
    return q.tag(surface, new OfMeasure(measure));
  }

  static boolean mentions(String words, Tagged q, String entity) {
    return entityIs(q, words, entity);
  }

  static boolean mentions(Tagged q, String entity) {
    return q.remaining().values().stream()
        .flatMap(item -> item.all(OfEntity.class))
        .anyMatch(found -> found.entity().name().equals(entity));
  }
}
