package io.genai.sessions.web.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.TextEmbedder;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Embeds what people look for. The model loads beside the server's start, not before it. */
@Component
class QueryEmbedder {
  private static final int MOST_TEXTS = 1000;

  private final CompletableFuture<TextEmbedder> embedder = new CompletableFuture<>();
  private final Cache<String, float[]> vectors =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

  QueryEmbedder() {
    Thread loader = new Thread(this::load, "load-text-embedder");
    loader.setDaemon(true);
    loader.start();
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
