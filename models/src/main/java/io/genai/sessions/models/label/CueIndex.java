package io.genai.sessions.models.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the cues of one label in a prompt: whole words, the longest cue first, negated ones not.
 */
final class CueIndex {
  /** How many words a negation reaches: "no people", "without any people". */
  private static final int NEGATION_REACH = 2;

  private static final List<String> SIBILANT_PLURALS =
      List.of("sses", "xes", "zes", "ches", "shes");

  private final Node root = new Node();
  private final Set<String> negations;

  CueIndex(Set<String> negations) {
    this.negations = negations;
  }

  /** A step along the words of the cues; {@code cues} are those that end here. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final List<Cue> cues = new ArrayList<>();
    private boolean isEnd;

    Optional<Node> step(String word) {
      Node exact = next.get(word);
      return Optional.ofNullable(exact == null ? next.get(singular(word)) : exact);
    }
  }

  /** Adds a phrase that speaks for a value; a phrase may speak for several. */
  void add(String phrase, Cue cue) {
    end(phrase).cues.add(cue);
  }

  /** Adds a phrase that hides the cues inside it. */
  void ignore(String phrase) {
    end(phrase);
  }

  private Node end(String phrase) {
    Node node = root;
    for (String word : PromptText.words(phrase)) {
      node = node.next.computeIfAbsent(word, unused -> new Node());
    }
    node.isEnd = true;
    return node;
  }

  List<CueMatch> find(PromptText text) {
    List<CueMatch> matches = new ArrayList<>();
    for (int clause = 0; clause < text.clauses().size(); clause++) {
      find(text.clauses().get(clause), clause, matches);
    }
    return matches;
  }

  private void find(List<String> words, int clause, List<CueMatch> matches) {
    int start = 0;
    while (start < words.size()) {
      Node longest = null;
      int end = start + 1;
      Optional<Node> node = Optional.of(root);
      for (int i = start; i < words.size(); i++) {
        node = node.get().step(words.get(i));
        if (node.isEmpty()) {
          break;
        }
        if (node.get().isEnd) {
          longest = node.get();
          end = i + 1;
        }
      }
      if (longest != null && !isNegated(words, start)) {
        for (Cue cue : longest.cues) {
          matches.add(new CueMatch(cue, clause, start, end));
        }
      }
      start = end;
    }
  }

  private boolean isNegated(List<String> words, int start) {
    return words.subList(Math.max(0, start - NEGATION_REACH), start).stream()
        .anyMatch(negations::contains);
  }

  private static String singular(String word) {
    int length = word.length();
    if (word.endsWith("'s")) {
      return word.substring(0, length - 2);
    }
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4 && SIBILANT_PLURALS.stream().anyMatch(word::endsWith)) {
      return word.substring(0, length - 2);
    }
    return length > 3 && word.endsWith("s") ? word.substring(0, length - 1) : word;
  }
}
