package io.genai.sessions.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.WarehouseSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The web app, a read-only window on the warehouse: {@code --warehouse=FILE}, {@code
 * --blobs=DIRECTORY} or {@code --blobs=s3://BUCKET/PREFIX}, {@code --server.port=8080}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Push
public class WebApplication implements AppShellConfigurator {

  /** Starts the server; {@code arguments} are Spring Boot options. */
  public static void main(String[] arguments) {
    SpringApplication.run(WebApplication.class, arguments);
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    // A plain file, not part of the bundle, so that a change of looks needs no build of the bundle.
    settings.addLink("stylesheet", "styles/analyzer.css");
  }

  @Bean
  Warehouse warehouse(WarehouseSettings settings) {
    return Warehouse.open(settings.file());
  }

  @Bean
  SemanticModel semanticModel() {
    return SemanticModel.load();
  }
}
