package io.genai.sessions.models.label;

import io.genai.sessions.models.label.Clause.Phrase;
import java.util.List;

/**
 * Decides what an image is of. English names it early and at the end of a noun phrase: in "close up
 * portrait of a cyberpunk cat in a city by moebius" the frame "portrait of" is passed over, the
 * phrase ends at "in", its last cue is "cat", and what follows "by" is the artist. Everything else
 * that speaks for a value weighs less.
 */
final class SubjectRule {
  private final LabelDefinition label;
  private final Grammar grammar;

  SubjectRule(LabelDefinition label, Grammar grammar) {
    this.label = label;
    this.grammar = grammar;
  }

  /**
   * @param similarities above-average similarity to each value, in the order of the values
   */
  String decide(PromptText text, double[] similarities) {
    return label.values().get(LabelDefinition.greatest(evidence(text, similarities)));
  }

  double[] evidence(PromptText text, double[] similarities) {
    double[] evidence = new double[label.values().size()];
    evidence[label.values().indexOf(label.otherwise())] += label.weights().get("prior");
    boolean found = false;
    boolean attributed = false;
    double[] later = new double[evidence.length];
    for (Clause clause : Clause.of(text, label.cues().find(text), grammar)) {
      if (found) {
        addLater(clause, later);
      } else {
        found = addFirst(clause, attributed, evidence);
        if (!found && clause.index() == 0 && (isUnnamed(clause) || text.wordCount() == 1)) {
          evidence[label.values().indexOf("abstract")] += label.weights().get("unnamed");
        }
      }
      attributed |= clause.namesArtists();
    }
    double similarity = label.weights().get(found ? "similarity_beside_cues" : "similarity");
    for (int value = 0; value < evidence.length; value++) {
      evidence[value] += later[value] + similarity * similarities[value];
    }
    return evidence;
  }

  /**
   * Adds the evidence of a clause that may name the subject; true if it does.
   *
   * @param attributed whether artists were named before, whose list may go on
   */
  private boolean addFirst(Clause clause, boolean attributed, double[] evidence) {
    Weights weights = label.weights();
    double weight = weights.get("head") * Math.pow(weights.get("decay"), clause.index());
    boolean found = false;
    boolean unknown = false;
    boolean portrait = false;
    for (Phrase phrase : clause.phrases()) {
      List<String> words = clause.words(phrase);
      List<CueMatch> own = withoutSurnames(clause, clause.matches(phrase));
      if (phrase.after().equals("of") && isFrame(words)) {
        own.forEach(match -> add(evidence, match, weights.get("frame")));
        portrait |= own.stream().anyMatch(match -> match.cue().value().equals("person"));
        continue;
      }
      List<CueMatch> heads = heads(clause, own);
      if (heads.isEmpty()
          && !found
          && !attributed
          && (words.stream().anyMatch(grammar.givenNames()::contains)
              || (!words.isEmpty() && grammar.humanActs().contains(phrase.after())))) {
        evidence[label.values().indexOf("person")] += weights.get("given_name");
        found = true;
        continue;
      }
      double factor =
          found ? weights.get("follow") : unknown ? weights.get("after_unknown") : weight;
      for (CueMatch match : own) {
        add(
            evidence,
            match,
            heads.contains(match) ? factor : Math.min(factor, weights.get("modifier")));
      }
      if (isAnimalPerson(own, heads)) {
        evidence[label.values().indexOf("creature")] += factor + weights.get("modifier");
      }
      found |= !heads.isEmpty();
      unknown |= !phrase.isEmpty();
    }
    if (portrait && !found) {
      evidence[label.values().indexOf("person")] += weights.get("given_name");
    }
    return found || portrait;
  }

  /** Later clauses add detail: each value once. */
  private void addLater(Clause clause, double[] later) {
    Weights weights = label.weights();
    for (CueMatch match : clause.matches()) {
      if (clause.phrases().stream().anyMatch(phrase -> phrase.holds(match))) {
        int value = label.values().indexOf(match.cue().value());
        later[value] =
            Math.max(later[value], weights.get("later") * weights.of(match.cue().strength()));
      }
    }
  }

  private void add(double[] evidence, CueMatch match, double factor) {
    evidence[label.values().indexOf(match.cue().value())] +=
        factor * label.weights().of(match.cue().strength());
  }

  /**
   * The last cue of a noun phrase, with others of the same words; words for images come second, and
   * so does what says "style": "a girl tarot card style" shows no card.
   */
  private List<CueMatch> heads(Clause clause, List<CueMatch> matches) {
    List<CueMatch> named =
        matches.stream().filter(match -> match.cue().strength() == Strength.NAMED).toList();
    List<CueMatch> things =
        named.stream()
            .filter(match -> !grammar.frames().contains(clause.words().get(match.end() - 1)))
            .toList();
    List<CueMatch> candidates = things.isEmpty() ? named : things;
    int last = candidates.stream().mapToInt(CueMatch::end).max().orElse(0);
    if (last < clause.words().size() && clause.words().get(last).equals("style")) {
      int manner = last;
      last =
          candidates.stream()
              .mapToInt(CueMatch::end)
              .filter(end -> end < manner)
              .max()
              .orElse(manner);
    }
    int head = last;
    return candidates.stream().filter(match -> match.end() == head).toList();
  }

  /** After a first name "beer" is a family name. */
  private List<CueMatch> withoutSurnames(Clause clause, List<CueMatch> matches) {
    return matches.stream()
        .filter(
            match ->
                match.start() == 0
                    || match.cue().value().equals("person")
                    || !grammar.givenNames().contains(clause.words().get(match.start() - 1))
                    || matches.stream().anyMatch(other -> other.end() == match.start()))
        .toList();
  }

  /** A "frog wizard" is neither an animal nor a person. */
  private static boolean isAnimalPerson(List<CueMatch> matches, List<CueMatch> heads) {
    return heads.stream().anyMatch(head -> head.cue().value().equals("person"))
        && matches.stream()
            .map(CueMatch::cue)
            .anyMatch(cue -> cue.value().equals("animal") && cue.strength() == Strength.NAMED);
  }

  private boolean isFrame(List<String> words) {
    return !words.isEmpty() && grammar.frames().contains(words.get(words.size() - 1));
  }

  /** "A painting by" an artist says nothing of what it is of. */
  private boolean isUnnamed(Clause clause) {
    return clause.namesArtists()
        && clause.phrases().stream()
            .allMatch(phrase -> phrase.isEmpty() || isFrame(clause.words(phrase)));
  }
}
