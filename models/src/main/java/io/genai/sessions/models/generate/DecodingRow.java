package io.genai.sessions.models.generate;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** One prompt on its way through the decoder: the tokens to feed next and the output so far. */
final class DecodingRow {
  private final TokenPrompt prompt;
  private final int cached;
  private final DecodingPlan plan;
  private final int limit;
  private final Sampler sampler;
  private final OutputText output;
  private List<Integer> pending;
  private int state;
  private int sampled;
  private int forced;
  private Optional<FinishReason> finish = Optional.empty();

  /** Begins a prompt of whose tokens the cache already holds the first {@code cached}. */
  DecodingRow(TokenPrompt prompt, int cached, DecodingPlan plan, GenerationListener listener) {
    this.prompt = prompt;
    this.cached = cached;
    this.plan = plan;
    limit = Math.min(plan.maximumTokens(), plan.contextLength() - prompt.length());
    Require.that(
        limit >= 1,
        "prompt %s has %s tokens, but the model takes at most %s, the output included. Shorten it.",
        prompt.index(),
        prompt.length(),
        plan.contextLength());
    sampler = new Sampler(plan.sampling(), prompt.index());
    output = new OutputText(plan.stopStrings(), text -> listener.onText(prompt.index(), text));
    pending = new ArrayList<>(prompt.rest());
    plan.automaton()
        .ifPresent(
            automaton -> {
              state = automaton.start();
              followConstraint(automaton);
            });
  }

  boolean finished() {
    return finish.isPresent();
  }

  /** How many tokens are to be fed before the next choice; none once finished. */
  int pending() {
    return finished() ? 0 : pending.size();
  }

  /** Takes them, to be fed now. */
  List<Integer> take() {
    List<Integer> taken = finished() ? List.of() : pending;
    pending = List.of();
    return taken;
  }

  /** Chooses the next token, and takes along those that the constraint then forces. */
  void choose(FloatBuffer scores) {
    BitSet allowed = plan.automaton().map(a -> a.allowed(state)).orElseGet(plan::everyToken);
    int token = sampler.choose(scores, allowed);
    pending = new ArrayList<>(List.of(token));
    sampled++;
    if (plan.endTokens().get(token)) {
      end(
          plan.automaton().isPresent()
              ? new FinishReason.ConstraintMet()
              : new FinishReason.EndOfText());
      return;
    }
    write(token);
    plan.automaton()
        .ifPresent(
            automaton -> {
              state = automaton.step(state, token);
              followConstraint(automaton);
            });
    if (!finished() && sampled + forced >= limit) {
      plan.automaton().ifPresent(automaton -> output.append(automaton.shortestEnd(state)));
      end(new FinishReason.LengthLimit());
    }
  }

  void cancel() {
    if (!finished()) {
      end(new FinishReason.Cancelled());
    }
  }

  Generation generation() {
    return new Generation(
        output.text(),
        finish.orElseThrow(),
        new TokenUsage(prompt.length(), cached, sampled, forced));
  }

  int index() {
    return prompt.index();
  }

  private void followConstraint(TokenAutomaton automaton) {
    if (plan.jumpForward() && !finished()) {
      TokenAutomaton.Forced next = automaton.forced(state);
      for (int token : next.tokens()) {
        pending.add(token);
        forced++;
        write(token);
      }
      state = next.state();
    }
    if (!finished() && automaton.finished(state)) {
      end(new FinishReason.ConstraintMet());
    }
  }

  private void write(int token) {
    if (!finished()) {
      output
          .append(plan.vocabulary().bytes(token))
          .ifPresent(stop -> end(new FinishReason.StopString(stop)));
    }
  }

  private void end(FinishReason reason) {
    finish = Optional.of(reason);
    output.finish();
  }
}
