package io.genai.sessions.web.data;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lies.
 *
 * @param warehouse the DuckDB file that the pipeline publishes
 * @param blobs the directory under which image keys resolve
 */
@ConfigurationProperties
public record WarehouseSettings(Path warehouse, Path blobs) {}
