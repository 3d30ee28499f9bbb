package io.genai.sessions.web.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.clip.ClipFiles;
import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.clip.EmbeddedClip;
import io.genai.sessions.models.hub.DownloadListener;
import io.genai.sessions.models.hub.ModelStore;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Embeds what people look for by look, with the CLIP model that embedded the warehouse's images: no
 * other puts texts into their space. It loads when first asked for.
 */
@Component
class LookEmbedder {
  private static final int MOST_TEXTS = 1000;

  private final Map<String, ClipModel> loaded = new ConcurrentHashMap<>();
  private final Cache<WarehouseInfo, Optional<String>> models =
      Caffeine.newBuilder().maximumSize(2).build();
  private final Cache<Query, Optional<float[]>> vectors =
      Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

  private record Query(String model, String text) {}

  /**
   * A unit vector of 512 values; empty where no image was embedded, or the model knows no word of
   * the text.
   *
   * @throws io.genai.sessions.models.ModelException if the model is not installed; the message says
   *     how to fetch it
   */
  Optional<float[]> embed(String text, WarehouseLease lease) {
    return model(lease)
        .flatMap(id -> vectors.get(new Query(id, text), LookEmbedder.this::embed))
        .map(float[]::clone);
  }

  private Optional<float[]> embed(Query query) {
    float[] vector =
        loaded.computeIfAbsent(query.model(), LookEmbedder::open).embedText(query.text());
    for (float value : vector) {
      if (value != 0) {
        return Optional.of(vector);
      }
    }
    return Optional.empty();
  }

  /** The id of the model that embedded the warehouse's images, if any were: there is one. */
  Optional<String> model(WarehouseLease lease) {
    return models.get(
        lease.info(),
        missing ->
            lease.queryOne(
                "SELECT clip_model FROM dim_prompts WHERE image_embedding IS NOT NULL LIMIT 1",
                List.of(),
                row -> row.text("clip_model")));
  }

  private static ClipModel open(String id) {
    if (id.equals(EmbeddedClip.ID)) {
      return EmbeddedClip.shared();
    }
    ModelStore store = ModelStore.ofEnvironment(DownloadListener.NONE);
    return ClipModel.shared(
        id, ClipFiles.among(store.files(store.model(id))), InferenceThreads.allCores());
  }

  @PreDestroy
  void close() {
    loaded.values().forEach(ClipModel::close);
  }
}
