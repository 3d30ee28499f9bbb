package io.genai.sessions.models.runtime;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The threads and the native handles of one model. Items run side by side; the handles are freed
 * only when no thread uses them any more.
 */
public final class LoadedModel implements AutoCloseable {
  private static final Duration LONGEST_ITEM = Duration.ofMinutes(1);

  private final String id;
  private final List<AutoCloseable> handles;
  private final ExecutorService threads;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param id the model's id, for messages
   * @param handles owned from now on, closed in this order
   */
  public LoadedModel(String id, InferenceThreads threads, List<? extends AutoCloseable> handles) {
    this.id = id;
    this.handles = List.copyOf(handles);
    this.threads =
        Executors.newFixedThreadPool(
            threads.count(),
            task -> {
              Thread thread = new Thread(task, "inference-" + id);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What a model does with one item. */
  @FunctionalInterface
  public interface Inference<A, B> {
    B run(A item) throws Exception;
  }

  /**
   * Runs each item alone, as many at once as the model has threads; a single item runs on the
   * caller's thread.
   *
   * @return the results in the items' order
   * @throws ModelException the first item's failure, or INTERNAL if the model is closed
   */
  public <A, B> List<B> map(List<A> items, Inference<A, B> inference) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new ModelException(
            Code.INTERNAL, "Model '%s' is used after it was closed".formatted(id));
      }
      if (items.size() == 1) {
        return List.of(inference.run(items.get(0)));
      }
      List<Callable<B>> tasks = new ArrayList<>(items.size());
      for (A item : items) {
        tasks.add(() -> inference.run(item));
      }
      List<B> results = new ArrayList<>(items.size());
      for (Future<B> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Code.RESOURCE, "Model '%s' was interrupted".formatted(id), e);
    } catch (Exception e) {
      throw failure(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private ModelException failure(Throwable cause) {
    return cause instanceof ModelException known
        ? known
        : new ModelException(
            Code.INTERNAL, "Model '%s' failed: %s".formatted(id, cause.getMessage()), cause);
  }

  /** Waits for running items, then frees the handles. Closing twice is harmless. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      threads.shutdown();
      awaitInterruptedItems();
      Handles.closeAll(id, handles);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** An interrupted caller goes on while its items may still run on handles that must not go. */
  private void awaitInterruptedItems() {
    try {
      if (!threads.awaitTermination(LONGEST_ITEM.toSeconds(), TimeUnit.SECONDS)) {
        throw new ModelException(
            Code.INTERNAL, "Model '%s' still runs and keeps its memory".formatted(id));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          Code.RESOURCE,
          "Model '%s' was interrupted while closing and keeps its memory".formatted(id),
          e);
    }
  }
}
