package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WarehouseSettingsTest {
  @Test
  void aPathMayLeadUpwards() {
    WarehouseSettings settings = bind(Map.of("warehouse", "../runs/warehouse.duckdb"));
    assertThat(settings.file()).isEqualTo(Path.of("..", "runs", "warehouse.duckdb"));
  }

  @Test
  void imagesLieBesideTheWarehouseUnlessSaidOtherwise() {
    assertThat(bind(Map.of("warehouse", "data/warehouse.duckdb")).blobs())
        .isEqualTo(Path.of("data", "blob").toAbsolutePath().toString());
    assertThat(bind(Map.of("warehouse", "w.duckdb", "blobs", "s3://bucket/prefix")).blobs())
        .isEqualTo("s3://bucket/prefix");
  }

  private static WarehouseSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("", Bindable.of(WarehouseSettings.class))
        .get();
  }
}
