package io.genai.sessions.warehouse.guard;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.guard.QueryOutcome.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs untrusted SQL over a warehouse, for many threads. Its query processes start with the first
 * question, or ahead of it by {@link #prepare}; one that had to be killed is replaced while the
 * others go on.
 */
public final class GuardedQueries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedQueries.class);
  private static final long LOOK_EVERY_MILLISECONDS = 20;
  private static final long START_MILLISECONDS = 10_000;

  private final Path warehouse;
  private final QueryLimits limits;
  private final BlockingQueue<QueryProcess> idle = new LinkedBlockingQueue<>();
  private final Set<QueryProcess> alive = ConcurrentHashMap.newKeySet();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final ExecutorService runners = Executors.newCachedThreadPool(threads("guarded-query"));
  private final ScheduledExecutorService watchman =
      Executors.newSingleThreadScheduledExecutor(threads("query-watch"));
  private boolean prepared;
  private volatile boolean closed;

  /** Whether any process has ever been ready. */
  private volatile boolean up;

  private GuardedQueries(Path warehouse, QueryLimits limits) {
    this.warehouse = warehouse;
    this.limits = limits;
  }

  /**
   * Nothing is started yet.
   *
   * @param warehouse the published file; it may be replaced, or appear later
   */
  public static GuardedQueries over(Path warehouse, QueryLimits limits) {
    return new GuardedQueries(warehouse, limits);
  }

  /**
   * Starts the query processes, so that the first question need not wait for them.
   *
   * @throws WarehouseException RESOURCE if no process can be started
   */
  public synchronized void prepare() {
    if (prepared) {
      return;
    }
    for (int i = 0; i < limits.processes(); i++) {
      startProcess();
    }
    ScheduledFuture<?> unused =
        watchman.scheduleWithFixedDelay(
            () -> watches.forEach(Watch::look),
            LOOK_EVERY_MILLISECONDS,
            LOOK_EVERY_MILLISECONDS,
            TimeUnit.MILLISECONDS);
    prepared = true;
  }

  /** What a query may take. */
  public QueryLimits limits() {
    return limits;
  }

  /** Checks the SQL and runs it if the guard lets it through. */
  public QueryRun run(String sql) {
    return submit(Wire.RUN, sql);
  }

  /**
   * Checks and binds the SQL without running it: {@code Completed} without rows if it could run.
   */
  public QueryRun bind(String sql) {
    return submit(Wire.BIND, sql);
  }

  private QueryRun submit(byte request, String sql) {
    prepare();
    QueryRun run = new QueryRun();
    Optional<String> objection = TextCaps.objection(sql, limits);
    if (objection.isPresent()) {
      run.outcome().complete(new QueryOutcome.Rejected(objection.get()));
    } else {
      long asked = System.nanoTime();
      runners.execute(() -> run.outcome().complete(answer(request, sql, run, asked)));
    }
    return run;
  }

  /**
   * @param asked when, by {@link System#nanoTime}: waiting for a process is part of a query's time,
   *     once the first has started
   */
  private QueryOutcome answer(byte request, String sql, QueryRun run, long asked) {
    boolean starting = !up;
    QueryProcess process;
    try {
      process = idle.poll(limits.time().toMillis() + START_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new QueryOutcome.Stopped(Cause.CANCELLED, "The program is ending.");
    }
    long now = System.nanoTime();
    // Waiting counts, but whoever waited long still has half of the time for the query itself.
    long start = starting ? now : Math.max(asked, now - limits.time().toNanos() / 2);
    Watch watch = new Watch(process, limits, start, run.outcome()::complete);
    if (process == null) {
      return watch.stopped(Cause.BUSY);
    }
    try {
      if (run.isCancelled()) {
        return watch.stopped(Cause.CANCELLED);
      }
      watches.add(watch);
      run.watchedBy(watch);
      return process.answer(request, sql, watch);
    } finally {
      watch.end();
      watches.remove(watch);
      release(process, watch);
    }
  }

  /** Gives the process back, or, if it may still be ending a stopped query, another one. */
  private void release(QueryProcess process, Watch watch) {
    if (closed || watch.verdict().isPresent() || !process.isAlive()) {
      process.kill();
      alive.remove(process);
      if (!closed) {
        startProcess();
      }
    } else {
      idle.add(process);
    }
  }

  /** Starts one and offers it once it is up, so that nobody waits for a JVM to start. */
  private void startProcess() {
    QueryProcess process = new QueryProcess(warehouse, limits);
    alive.add(process);
    runners.execute(
        () -> {
          try {
            process.awaitReady();
            up = true;
            idle.add(process);
          } catch (IOException e) {
            process.kill();
            alive.remove(process);
            if (!closed) {
              LOG.warn("a query process did not start: {}", e.getMessage());
              ScheduledFuture<?> unused =
                  watchman.schedule(this::startProcess, 1, TimeUnit.SECONDS);
            }
          }
        });
  }

  /** Ends the query processes and whatever runs in them. */
  @Override
  public void close() {
    closed = true;
    watchman.shutdownNow();
    runners.shutdownNow();
    alive.forEach(QueryProcess::close);
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
