package io.genai.sessions.pipeline.enrich;

import java.io.Serializable;

/**
 * Opens a model on a worker.
 *
 * @param <M> the model; whoever opens it closes it
 */
@FunctionalInterface
public interface ModelOpener<M extends AutoCloseable> extends Serializable {
  /** Opens the model; whatever it throws says why there is none. */
  M open();
}
