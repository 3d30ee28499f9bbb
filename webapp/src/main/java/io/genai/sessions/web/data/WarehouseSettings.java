package io.genai.sessions.web.data;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lies.
 *
 * @param warehouse the DuckDB file that the pipeline publishes
 * @param blobs the directory under which image keys resolve; unless given, the directory beside the
 *     warehouse into which the pipeline puts images
 */
@ConfigurationProperties
public record WarehouseSettings(Path warehouse, Path blobs) {
  public WarehouseSettings {
    blobs = blobs == null ? warehouse.toAbsolutePath().resolveSibling("blob") : blobs;
  }
}
