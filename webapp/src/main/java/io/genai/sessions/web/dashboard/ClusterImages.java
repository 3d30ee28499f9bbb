package io.genai.sessions.web.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Sensitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The images that stand for each style cluster: those nearest to the cluster's middle. */
@Service
final class ClusterImages {
  // The middle of a cluster is found from so many of its images; more would not move it visibly.
  private static final int SAMPLE = 200;
  private static final int SHOWN = 3;

  private static final String TYPICAL =
      """
      WITH shown AS (
          SELECT prompt_id, style_cluster, thumbnail_path, image_embedding
          FROM dim_prompts AS p
          WHERE style_cluster IS NOT NULL AND thumbnail_path IS NOT NULL
              AND image_embedding IS NOT NULL AND NOT (%s)
          QUALIFY row_number() OVER (PARTITION BY style_cluster ORDER BY prompt_id) <= %d
      ),
      middles AS (
          SELECT style_cluster, list(value ORDER BY place)::FLOAT[512] AS middle
          FROM (
              SELECT style_cluster, place, avg(image_embedding[place]) AS value
              FROM shown, range(1, 513) AS places(place)
              GROUP BY style_cluster, place
          ) AS means
          GROUP BY style_cluster
      )
      SELECT style_cluster, thumbnail_path
      FROM shown
      JOIN middles USING (style_cluster)
      QUALIFY row_number() OVER (
          PARTITION BY style_cluster
          ORDER BY array_inner_product(image_embedding, middle) DESC, prompt_id
      ) <= %d
      ORDER BY style_cluster, array_inner_product(image_embedding, middle) DESC
      """
          .formatted(Sensitive.CONDITION, SAMPLE, SHOWN);

  private final Warehouse warehouse;
  private final DataMonitor monitor;
  private final Cache<Optional<DataVersion>, Map<String, List<String>>> found =
      Caffeine.newBuilder().maximumSize(2).build();

  ClusterImages(Warehouse warehouse, DataMonitor monitor) {
    this.warehouse = warehouse;
    this.monitor = monitor;
  }

  /** Blob keys of thumbnails by cluster; empty where images were not embedded. */
  Map<String, List<String>> typical() {
    return found.get(monitor.version(), version -> ask());
  }

  private Map<String, List<String>> ask() {
    Map<String, List<String>> images = new LinkedHashMap<>();
    warehouse.query(
        TYPICAL,
        List.of(),
        row ->
            images
                .computeIfAbsent(
                    Long.toString(row.whole("style_cluster")), none -> new ArrayList<>())
                .add(row.text("thumbnail_path")));
    return images;
  }
}
