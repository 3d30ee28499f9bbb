package io.genai.sessions.web.data;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lies.
 *
 * @param warehouse the DuckDB file that the pipeline publishes
 * @param blobs where image keys resolve: a directory, or {@code s3://bucket/prefix}; unless given,
 *     the directory beside the warehouse into which the pipeline puts images
 */
@ConfigurationProperties
public record WarehouseSettings(String warehouse, String blobs) {
  public WarehouseSettings {
    blobs =
        blobs == null
            ? Path.of(warehouse).toAbsolutePath().resolveSibling("blob").toString()
            : blobs;
  }

  /** The warehouse's file. Spring would refuse a path that leads upwards, so it binds a text. */
  public Path file() {
    return Path.of(warehouse);
  }
}
