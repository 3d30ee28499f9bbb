package io.genai.sessions.web.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineServiceTest {

  @Test
  void tellsStepsTablesChecksModelsAndBadRecordsOfThePublishedRun() {
    try (WebServices services = WebServices.overShared()) {
      PipelineHealth health = new PipelineService(services.warehouse()).load();

      assertThat(health.steps()).extracting(PipelineHealth.Step::name).contains("EmbedText");
      assertThat(health.tables())
          .extracting(PipelineHealth.Table::name)
          .contains("fct_sessions", "dim_prompts");
      assertThat(health.runs()).singleElement().matches(PipelineHealth.Run::published);
      assertThat(health.checks()).isNotEmpty();
      assertThat(health.models()).hasSize(2);
      assertThat(health.badRecords()).isEqualTo(2);
      assertThat(health.badRecordsShown()).hasSize(2);
    }
  }

  @Test
  void everyBoxOfTheLineageButTheFirstComesFromAnother() {
    try (WebServices services = WebServices.overShared()) {
      PipelineHealth health = new PipelineService(services.warehouse()).load();

      assertThat(sources(LineageGraph.steps(health))).containsExactly("ReadDiffusionDb");
      assertThat(sources(LineageGraph.tables(health))).containsExactly("parquet files");
      assertThat(LineageGraph.tables(health))
          .extracting(LineageGraph.Node::id)
          .contains("stg_generations", "fct_generations");
    }
  }

  private static List<String> sources(List<LineageGraph.Node> nodes) {
    return nodes.stream()
        .filter(node -> node.upstream().isEmpty())
        .map(LineageGraph.Node::id)
        .toList();
  }
}
