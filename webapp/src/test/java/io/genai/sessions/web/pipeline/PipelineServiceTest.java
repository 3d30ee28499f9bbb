package io.genai.sessions.web.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import java.util.HashSet;
import java.util.Set;
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
      Set<String> ids = new HashSet<>();
      for (LineageGraph.Node node : LineageGraph.nodes(health)) {
        ids.add(node.id());
      }
      assertThat(LineageGraph.nodes(health).stream().filter(node -> node.upstream().isEmpty()))
          .extracting(LineageGraph.Node::id)
          .containsExactly("ReadDiffusionDb");
      assertThat(ids).contains("stg_generations", "fct_generations");
    }
  }
}
