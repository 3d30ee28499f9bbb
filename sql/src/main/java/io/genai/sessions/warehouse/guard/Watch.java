package io.genai.sessions.warehouse.guard;

import io.genai.sessions.warehouse.guard.QueryOutcome.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches one query: asks it to stop when its time is over or somebody cancels it, and ends its
 * process when it does not listen or takes too much memory.
 */
final class Watch {
  /** How long a query that was asked to stop may take to do so, before its time is over. */
  private static final Duration GRACE = Duration.ofMillis(150);

  /** A query is asked this share of its time early, so that even a kill is not late. */
  private static final int EARLY = 33;

  private final QueryProcess process;
  private final QueryLimits limits;
  private final Consumer<QueryOutcome> onKill;
  private final long start;
  private Optional<Cause> verdict = Optional.empty();
  private long askedToStop;
  private boolean cancelled;
  private boolean over;

  /**
   * @param start when the query's time began, by {@link System#nanoTime}
   * @param onKill told at once; a process that holds gigabytes takes a while to go away
   */
  Watch(QueryProcess process, QueryLimits limits, long start, Consumer<QueryOutcome> onKill) {
    this.process = process;
    this.limits = limits;
    this.start = start;
    this.onKill = onKill;
  }

  synchronized void cancel() {
    cancelled = true;
    look();
  }

  /** The query has ended: nothing may hit the next one. */
  synchronized void end() {
    over = true;
  }

  /** Called every few milliseconds. */
  synchronized void look() {
    if (over) {
      return;
    }
    if (process.residentBytes() > limits.memoryBytes()) {
      verdict = Optional.of(Cause.MEMORY);
      kill(Cause.MEMORY);
      return;
    }
    long now = System.nanoTime();
    if (verdict.isEmpty()) {
      boolean late = now - start >= limits.time().toNanos() / EARLY * (EARLY - 1);
      if (late || cancelled) {
        verdict = Optional.of(cancelled ? Cause.CANCELLED : Cause.TIME);
        askedToStop = now;
        process.cancel();
      }
    } else if (now - askedToStop >= GRACE.toNanos()) {
      kill(verdict.get());
    }
  }

  private void kill(Cause cause) {
    process.kill();
    onKill.accept(stopped(cause));
  }

  synchronized Optional<Cause> verdict() {
    return verdict;
  }

  QueryOutcome stopped(Cause cause) {
    return new QueryOutcome.Stopped(
        cause,
        switch (cause) {
          case TIME ->
              "Stopped after %d s, the longest that a query may run. Narrow it down, for example to fewer days."
                  .formatted(limits.time().toSeconds());
          case MEMORY ->
              "Stopped: it took more than %d MiB of memory. Aggregate or filter before joining."
                  .formatted(limits.memoryBytes() >> 20);
          case CANCELLED -> "Cancelled.";
          case BUSY -> "All query processes are busy. Try again in a few seconds.";
          case CRASHED ->
              "The query brought its process down. Nothing else was affected; a simpler query may work.";
        });
  }
}
