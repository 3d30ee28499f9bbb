package io.genai.sessions.models.runtime;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One instance of each model for a whole JVM: the first who asks loads it, the last who gives it
 * back closes it.
 *
 * @param <K> what tells one model from another
 */
public final class SharedModels<K, M extends AutoCloseable> {
  private final Function<K, M> loader;
  private final Map<K, Holder<M>> holders = new HashMap<>();

  public SharedModels(Function<K, M> loader) {
    this.loader = loader;
  }

  /** Returns a share of the model, loading it if nobody holds it. */
  public synchronized Lease<M> acquire(K key) {
    Holder<M> holder = holders.get(key);
    if (holder == null) {
      holder = new Holder<>(loader.apply(key));
      holders.put(key, holder);
    }
    holder.leases++;
    M model = holder.model;
    return new Lease<>(model, () -> release(key));
  }

  private synchronized void release(K key) {
    Holder<M> holder = holders.get(key);
    if (--holder.leases == 0) {
      holders.remove(key);
      try {
        holder.model.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new ModelException(Code.INTERNAL, "A shared model did not close", e);
      }
    }
  }

  private static final class Holder<M> {
    final M model;
    int leases;

    Holder(M model) {
      this.model = model;
    }
  }

  /** One holder's share. */
  public static final class Lease<M> implements AutoCloseable {
    private final M model;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Lease(M model, Runnable release) {
      this.model = model;
      this.release = release;
    }

    /**
     * Returns the model.
     *
     * @throws ModelException INTERNAL if this share was given back
     */
    public M model() {
      if (closed.get()) {
        throw new ModelException(
            Code.INTERNAL, "A shared model is used after its share was closed");
      }
      return model;
    }

    /** Gives the share back; doing so twice is harmless. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        release.run();
      }
    }
  }
}
