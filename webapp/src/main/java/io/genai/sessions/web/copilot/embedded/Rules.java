package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.SemanticModel;

/**
 * Rewrites a tagged question bottom-up: comparisons, aggregated facts, conditions, rates, counts
 * and thresholds become single tags, whichever way they were put into words.
 */
final class Rules {
  private final Sequences sequences;
  private final Aggregations aggregations;
  private final Comparisons comparisons;
  private final Conditions conditions;
  private final Shares shares;
  private final Counts counts;
  private final GroupTests tests;

  Rules(SemanticModel model) {
    sequences = new Sequences(model);
    aggregations = new Aggregations(model);
    comparisons = new Comparisons(model);
    conditions = new Conditions(model);
    shares = new Shares(model);
    counts = new Counts(model);
    tests = new GroupTests(model);
  }

  void apply(Tagged q) {
    sequences.everyRequest(q);
    aggregations.owners(q);
    determiners(q);
    aggregations.conditionedSize(q);
    sequences.gaps(q);
    aggregations.correlations(q);
    sequences.sequences(q);
    sequences.activity(q);
    comparisons.bounds(q);
    comparisons.comparatives(q);
    aggregations.aggregations(q);
    conditions.negations(q);
    comparisons.comparisons(q);
    conditions.factTests(q);
    shares.shares(q);
    counts.counts(q);
    tests.thresholds(q);
    GroupTests.own(q);
  }

  private static void determiners(Tagged q) {
    q.rewrite("(?:the|our|their|its|my|all|'s|please|pl|pls|'|a|an|any|entire|whole|own)", "");
    q.rewrite(
        "(?:out )?(?:in|of|over|from|across) (?:warehouse|dataset|data|database|everything|entire period|whole period|period)",
        "");
    q.rewrite("(?:so far|to date|of time|ever|altogether|at moment|right now|currently)", "");
    q.rewrite("(?:response|answer)(?= <F>)", "");
    q.rewrite("(<M>|<F>) (?:score|value|level|figure)", g -> g.get(1));
    q.rewrite("did not", "not");
    q.rewrite(
        "(?:who|that|which)? ?(?:are|were|is|was|be|do|does|has|have|had|been|will|can) not",
        "not");
  }
}
