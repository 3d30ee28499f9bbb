package io.genai.sessions.pipeline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One idea of one user: clauses of which the first few stay through every re-try. */
record Idea(Motif motif, int variant, List<Clause> clauses) {

  /** Re-tries share this many words: the simulator gives them to one user by these. */
  static final int SHARED_WORDS = 8;

  Idea {
    clauses = List.copyOf(clauses);
  }

  /**
   * How many clauses an edit leaves alone: enough for one word more than the shared ones, since a
   * comma after the eighth word belongs to that word.
   */
  int frozen() {
    int words = 0;
    int count = 0;
    while (count < clauses.size() && words <= SHARED_WORDS) {
      words += clauses.get(count).words();
      count++;
    }
    return words > SHARED_WORDS ? count : clauses.size();
  }

  int words() {
    return clauses.stream().mapToInt(Clause::words).sum();
  }

  boolean has(Clause.Kind kind) {
    return clauses.stream().anyMatch(clause -> clause.kind() == kind);
  }

  boolean says(String text) {
    return clauses.stream().anyMatch(clause -> clause.text().equals(text));
  }

  Idea with(Clause clause) {
    return inserted(clauses.size(), clause);
  }

  Idea inserted(int index, Clause clause) {
    List<Clause> changed = new ArrayList<>(clauses);
    changed.add(index, clause);
    return new Idea(motif, variant, changed);
  }

  Idea without(int index) {
    List<Clause> changed = new ArrayList<>(clauses);
    changed.remove(index);
    return new Idea(motif, variant, changed);
  }

  SamplePrompt prompt() {
    Scene scene = Scene.of(motif, variant);
    for (Clause clause : clauses) {
      scene = clause.effect().apply(scene);
    }
    String text = clauses.stream().map(Clause::text).collect(Collectors.joining(", "));
    return new SamplePrompt(text, scene);
  }
}
