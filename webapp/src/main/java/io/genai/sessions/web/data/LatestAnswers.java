package io.genai.sessions.web.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Keeps the answers to the questions asked last, and asks each once, however many want to know. Not
 * Caffeine: when full, it turns away what is new in favour of what was asked more often, and the
 * figures of a page would be worked out again for each of its charts.
 *
 * @param <Q> the questions, told apart by {@code equals}
 * @param <A> the answers
 */
public final class LatestAnswers<Q, A> {
  private final Map<Q, FutureTask<A>> answers;

  /** Keeps so many answers; the one that was asked for longest ago goes first. */
  public LatestAnswers(int mostKept) {
    answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Q, FutureTask<A>> eldest) {
            return size() > mostKept;
          }
        };
  }

  /** The answer, from {@code ask} unless it is there; a failure is thrown and not kept. */
  public A get(Q question, Supplier<? extends A> ask) {
    FutureTask<A> answer;
    synchronized (answers) {
      answer = answers.computeIfAbsent(question, none -> new FutureTask<>(ask::get));
    }
    answer.run(); // Does nothing if it ran or runs already.
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      synchronized (answers) {
        answers.remove(question, answer);
      }
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + question, interrupted);
    }
  }
}
