package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.SemanticModel;

/**
 * Rewrites a tagged question bottom-up: comparisons, aggregated facts, conditions, rates, counts
 * and thresholds become single tags, whichever way they were put into words.
 */
final class Rules {
  private final Wording wording;
  private final WordOrder order;
  private final Bins bins;
  private final Beside beside;
  private final Earlier earlier;
  private final Successors successors;
  private final Asides asides;
  private final EveryValue values;
  private final Idioms idioms;
  private final Neighbours neighbours;
  private final Prices prices;
  private final Chosen chosen;
  private final Sequences sequences;
  private final Streaks streaks;
  private final Places places;
  private final Journeys journeys;
  private final Milestones milestones;
  private final Aggregations aggregations;
  private final Comparatives comparatives;
  private final Comparisons comparisons;
  private final Conditions conditions;
  private final Presence presence;
  private final Correlations correlations;
  private final Shares shares;
  private final Counts counts;
  private final Differences differences;
  private final Ratios ratios;
  private final GroupTests tests;
  private final GroupShares groupShares;

  Rules(SemanticModel model) {
    wording = new Wording(model);
    order = new WordOrder(model);
    bins = new Bins(model);
    beside = new Beside(model);
    earlier = new Earlier(model);
    successors = new Successors(model);
    asides = new Asides(model);
    values = new EveryValue(model);
    idioms = new Idioms(model);
    neighbours = new Neighbours(model);
    prices = new Prices(model);
    chosen = new Chosen(model);
    sequences = new Sequences(model);
    streaks = new Streaks(model);
    places = new Places(model);
    journeys = new Journeys(model);
    milestones = new Milestones(model);
    aggregations = new Aggregations(model);
    comparatives = new Comparatives(model);
    comparisons = new Comparisons(model);
    conditions = new Conditions(model);
    presence = new Presence(model);
    correlations = new Correlations(model);
    shares = new Shares(model);
    counts = new Counts(model);
    differences = new Differences(model);
    ratios = new Ratios(model);
    tests = new GroupTests(model);
    groupShares = new GroupShares(model);
  }

  void apply(Tagged q) {
    idioms.idioms(q);
    order.rankings(q);
    order.averages(q);
    successors.successors(q);
    wording.scopes(q);
    prices.prices(q);
    asides.asides(q);
    correlations.scopes(q);
    wording.asked(q);
    presence.visits(q);
    wording.amounts(q);
    chosen.chosen(q);
    values.oneOrSeveral(q);
    values.singleValue(q);
    values.everyValue(q);
    shares.ofTheFirst(q);
    asides.details(q);
    Times.signedUp(q);
    Times.cohorts(q);
    milestones.milestones(q);
    places.places(q);
    journeys.journeys(q);
    neighbours.neighbours(q);
    streaks.streaks(q);
    sequences.everyRequest(q);
    aggregations.owners(q);
    wording.determiners(q);
    bins.bins(q);
    order.comparatives(q);
    order.changes(q);
    beside.beside(q);
    earlier.earlier(q);
    aggregations.conditionedSize(q);
    presence.moreThanBefore(q);
    sequences.gaps(q);
    correlations.correlations(q);
    sequences.sequences(q);
    sequences.activity(q);
    comparatives.comparatives(q);
    comparisons.bounds(q);
    aggregations.aggregations(q);
    presence.exclusives(q);
    presence.both(q);
    presence.existentials(q);
    conditions.negations(q);
    comparisons.comparisons(q);
    conditions.factTests(q);
    GroupTests.adjectives(q);
    ratios.ofTheLargest(q);
    shares.wholes(q);
    shares.shares(q);
    ratios.averagedOver(q);
    ratios.ratios(q);
    counts.counts(q);
    differences.differences(q);
    tests.thresholds(q);
    groupShares.shares(q);
    groupShares.ofValues(q);
    tests.ofOneSession(q);
    GroupTests.own(q);
    GroupTests.adjectives(q);
    shares.ofFigures(q);
    tests.excluded(q);
  }
}
