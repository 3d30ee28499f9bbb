package io.genai.sessions.warehouse.guard;

import java.util.concurrent.CompletableFuture;

/** A query under way. */
public final class QueryRun {
  private final CompletableFuture<QueryOutcome> outcome = new CompletableFuture<>();
  private Watch watch;
  private boolean cancelled;

  QueryRun() {}

  /** How it ends; always completes, and never exceptionally for what the query does. */
  public CompletableFuture<QueryOutcome> outcome() {
    return outcome;
  }

  /** Ends it; without effect once it has ended. */
  public synchronized void cancel() {
    cancelled = true;
    if (watch != null) {
      watch.cancel();
    }
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized void watchedBy(Watch newWatch) {
    watch = newWatch;
    if (cancelled) {
      watch.cancel();
    }
  }
}
