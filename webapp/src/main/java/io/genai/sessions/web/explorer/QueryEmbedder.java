package io.genai.sessions.web.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.TextEmbedder;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Embeds what people look for. The model loads on a thread of its own when somebody is about to
 * search, not with the server: that would delay the first page.
 */
@Component
class QueryEmbedder {
  private static final int MOST_TEXTS = 1000;

  private final CompletableFuture<TextEmbedder> embedder = new CompletableFuture<>();
  private final AtomicBoolean loading = new AtomicBoolean();
  private final Cache<String, float[]> vectors =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

  /** Begins to load the model, unless that was begun before. */
  void prepare() {
    if (loading.compareAndSet(false, true)) {
      Thread loader = new Thread(this::load, "load-text-embedder");
      loader.setDaemon(true);
      loader.start();
    }
  }

  private void load() {
    try {
      embedder.complete(MiniLmEmbedder.shared());
    } catch (RuntimeException | LinkageError failed) {
      embedder.completeExceptionally(failed);
    }
  }

  /** A unit vector of 384 values. */
  float[] embed(String text) {
    return vectors.get(text, missing -> loaded().embed(missing)).clone();
  }

  private TextEmbedder loaded() {
    prepare();
    try {
      return embedder.join();
    } catch (CompletionException failed) {
      throw new ModelException(
          ModelException.Code.RESOURCE,
          "The text embedder can't be loaded, so that there is no search by meaning.",
          failed.getCause());
    }
  }

  @PreDestroy
  void close() {
    var unused = embedder.thenAccept(TextEmbedder::close);
  }
}
