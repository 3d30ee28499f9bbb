package io.genai.sessions.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.WarehouseRules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  private static final Path PAGE = Path.of("..", "docs", "data-dictionary.md");

  @Test
  void pageIsUpToDate() throws Exception {
    assertThat(Files.readString(PAGE))
        .as("docs/data-dictionary.md is stale: run the command at its top")
        .isEqualTo(DataDictionary.render());
  }

  @Test
  void commentsGiveTheConstantsOfTheRules() {
    WarehouseRules rules = WarehouseRules.load();

    assertThat(DataDictionary.render())
        .contains(
            "%d * error rate + %d * average latency / %,d ms (at most 1) + %d * share of"
                .formatted(
                    rules.frictionErrorWeight(),
                    rules.frictionLatencyWeight(),
                    rules.latencyCeilingMs(),
                    rules.frictionRetryWeight()))
        .contains("no more than %d minutes apart".formatted(rules.sessionGap().toMinutes()))
        .contains("stayed away for %d days".formatted(rules.churnWindow().toDays()));
  }
}
