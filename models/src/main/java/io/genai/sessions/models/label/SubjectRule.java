package io.genai.sessions.models.label;

import java.util.ArrayList;
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

  /** Words between two boundaries; {@code after} is the boundary behind, "" at a clause's end. */
  private record Phrase(int start, int end, String after) {
    boolean holds(CueMatch match) {
      return match.start() >= start && match.end() <= end;
    }
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
    List<CueMatch> matches = label.cues().find(text);
    boolean found = false;
    boolean attributed = false;
    double[] later = new double[evidence.length];
    for (int clause = 0; clause < text.clauses().size(); clause++) {
      int index = clause;
      List<CueMatch> own = matches.stream().filter(match -> match.clause() == index).toList();
      List<Phrase> phrases = phrases(text.clauses().get(clause), own);
      if (found) {
        addLater(own, phrases, later);
      } else {
        found = addFirst(text.clauses().get(clause), clause, own, phrases, attributed, evidence);
        if (clause == 0 && !found && isUnnamed(text.clauses().get(0), phrases)) {
          evidence[label.values().indexOf("abstract")] += label.weights().get("unnamed");
        }
      }
      attributed |= isAttributed(text.clauses().get(clause), phrases);
    }
    double similarity = label.weights().get(found ? "similarity_beside_cues" : "similarity");
    for (int value = 0; value < evidence.length; value++) {
      evidence[value] += later[value] + similarity * similarities[value];
    }
    return evidence;
  }

  /** Adds the evidence of a clause that may name the subject; true if it does. */
  private boolean addFirst(
      List<String> words,
      int clause,
      List<CueMatch> matches,
      List<Phrase> phrases,
      boolean attributed,
      double[] evidence) {
    Weights weights = label.weights();
    double weight = weights.get("head") * Math.pow(weights.get("decay"), clause);
    boolean found = false;
    boolean unknown = false;
    boolean portrait = false;
    for (Phrase phrase : phrases) {
      List<CueMatch> own = matches.stream().filter(phrase::holds).toList();
      if (isFrame(words, phrase)) {
        own.forEach(match -> add(evidence, match, weights.get("frame")));
        portrait |= own.stream().anyMatch(match -> match.cue().value().equals("person"));
        continue;
      }
      if (isManner(words, phrase)) {
        continue;
      }
      List<CueMatch> heads = heads(words, own);
      if (heads.isEmpty() && !found && !attributed && namesPerson(words, phrase)) {
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
      unknown |= phrase.end() > phrase.start();
    }
    if (portrait && !found) {
      evidence[label.values().indexOf("person")] += weights.get("given_name");
    }
    return found || portrait;
  }

  /** Later clauses add detail: each value once. */
  private void addLater(List<CueMatch> matches, List<Phrase> phrases, double[] later) {
    Weights weights = label.weights();
    for (CueMatch match : matches) {
      if (phrases.stream().anyMatch(phrase -> phrase.holds(match))) {
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

  /** The last cue of a noun phrase, with others of the same words; words for images come second. */
  private List<CueMatch> heads(List<String> words, List<CueMatch> matches) {
    List<CueMatch> named =
        matches.stream().filter(match -> match.cue().strength() == Strength.NAMED).toList();
    List<CueMatch> things =
        named.stream()
            .filter(match -> !grammar.frames().contains(words.get(match.end() - 1)))
            .toList();
    List<CueMatch> candidates = things.isEmpty() ? named : things;
    int last = candidates.stream().mapToInt(CueMatch::end).max().orElse(0);
    return candidates.stream().filter(match -> match.end() == last).toList();
  }

  /** A "frog wizard" is neither an animal nor a person. */
  private static boolean isAnimalPerson(List<CueMatch> matches, List<CueMatch> heads) {
    return heads.stream().anyMatch(head -> head.cue().value().equals("person"))
        && matches.stream()
            .map(CueMatch::cue)
            .anyMatch(cue -> cue.value().equals("animal") && cue.strength() == Strength.NAMED);
  }

  private boolean isFrame(List<String> words, Phrase phrase) {
    return phrase.after().equals("of") && endsInFrame(words, phrase);
  }

  private boolean endsInFrame(List<String> words, Phrase phrase) {
    return phrase.end() > phrase.start() && grammar.frames().contains(words.get(phrase.end() - 1));
  }

  /** In "alex grey style" nobody is shown. */
  private static boolean isManner(List<String> words, Phrase phrase) {
    return phrase.end() > phrase.start() && words.get(phrase.end() - 1).equals("style");
  }

  /** "A painting by" an artist says nothing of what it is of. */
  private boolean isUnnamed(List<String> words, List<Phrase> phrases) {
    return isAttributed(words, phrases)
        && phrases.stream()
            .allMatch(phrase -> phrase.end() == phrase.start() || endsInFrame(words, phrase));
  }

  private static boolean isAttributed(List<String> words, List<Phrase> phrases) {
    return phrases.get(phrases.size() - 1).end() < words.size();
  }

  private boolean namesPerson(List<String> words, Phrase phrase) {
    return words.subList(phrase.start(), phrase.end()).stream()
        .anyMatch(grammar.givenNames()::contains);
  }

  private List<Phrase> phrases(List<String> words, List<CueMatch> matches) {
    int limit = 0;
    while (limit < words.size() && !isAttribution(words, limit)) {
      limit++;
    }
    List<Phrase> phrases = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= limit; i++) {
      boolean ends = i == limit || isBoundary(words, i, matches);
      if (ends) {
        String after = i == limit ? "" : words.get(i);
        phrases.add(new Phrase(start, i, after));
        start = i + 1;
      }
    }
    return phrases;
  }

  private boolean isAttribution(List<String> words, int index) {
    boolean styleOf =
        words.get(index).equals("style")
            && index + 1 < words.size()
            && words.get(index + 1).equals("of");
    return styleOf || grammar.attributions().contains(words.get(index));
  }

  /** Besides the known boundaries, a participle ends a phrase: "a robot feeding pigeons". */
  private boolean isBoundary(List<String> words, int index, List<CueMatch> matches) {
    String word = words.get(index);
    boolean participle = word.length() > 5 && word.endsWith("ing");
    return grammar.boundaries().contains(word)
        || (participle
            && matches.stream().noneMatch(match -> match.start() <= index && index < match.end()));
  }
}
