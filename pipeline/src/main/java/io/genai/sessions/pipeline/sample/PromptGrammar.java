package io.genai.sessions.pipeline.sample;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An endless sequence of prompts as DiffusionDB's users type them: ideas, each tried one to six
 * times with small edits behind its first {@value Idea#SHARED_WORDS} words or with another seed
 * only, some with typos, a few overlong, a few that a safety filter stops. The same seed gives the
 * same sequence. Not thread-safe.
 */
public final class PromptGrammar {
  private static final double NSFW_SHARE = 0.04;
  private static final double EXACT_REPEAT_SHARE = 0.25;
  private static final int EDIT_ATTEMPTS = 20;

  private final RandomGenerator random;
  private final ClauseGrammar clauses;
  private Idea idea;
  private int triesLeft;

  private PromptGrammar(long seed) {
    this.random = Draws.seeded(seed, 1);
    this.clauses = new ClauseGrammar(random);
    startIdea();
  }

  /** The sequence of this seed, from its start. */
  public static PromptGrammar seeded(long seed) {
    return new PromptGrammar(seed);
  }

  /** The next prompt: the next re-try of the current idea, or a new one. */
  public SamplePrompt next() {
    if (triesLeft == 0) {
      startIdea();
    }
    SamplePrompt prompt = idea.prompt();
    triesLeft--;
    if (triesLeft > 0 && random.nextDouble() >= EXACT_REPEAT_SHARE) {
      idea = edited(idea);
    }
    return prompt;
  }

  private void startIdea() {
    triesLeft = 1 + Draws.weighted(random, 40, 22, 15, 10, 8, 5);
    idea = newIdea(PromptLengths.draw(random));
  }

  private Idea newIdea(int words) {
    Motif motif = clauses.motif();
    int variant = clauses.variant(motif, words);
    Idea fresh = new Idea(motif, variant, List.of(clauses.head(motif, variant, words)));
    if (random.nextDouble() < NSFW_SHARE) {
      fresh = fresh.with(clauses.nsfw(motif));
    }
    boolean overlong = words > PromptLengths.LONGEST_USUAL;
    while (fresh.words() < (overlong ? words : words - 1)) {
      Idea before = fresh;
      fresh = clauses.more(before).map(before::with).orElse(before);
    }
    return fresh;
  }

  /** The idea with a clause added, taken away or changed, behind the words that stay. */
  private Idea edited(Idea before) {
    int frozen = before.frozen();
    if (before.words() <= Idea.SHARED_WORDS) {
      return before;
    }
    int changeable = before.clauses().size() - frozen;
    int action = changeable == 0 ? 0 : random.nextInt(4);
    Idea shorter = action == 0 ? before : before.without(frozen + random.nextInt(changeable));
    if (action == 1) {
      return shorter;
    }
    int index = frozen + random.nextInt(shorter.clauses().size() - frozen + 1);
    for (int attempt = 0; attempt < EDIT_ATTEMPTS; attempt++) {
      Optional<Clause> clause = clauses.more(shorter);
      if (clause.isPresent()) {
        return shorter.inserted(index, clause.get());
      }
    }
    return before;
  }
}
