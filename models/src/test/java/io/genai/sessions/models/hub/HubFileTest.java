package io.genai.sessions.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubFileTest {
  private static final HubRepository REPOSITORY = HubRepository.dataset("org/data");

  @Test
  void hasTheHubsAddress() {
    HubFile file = new HubFile(REPOSITORY, "refs/pr/1", "images/part 1.zip");
    assertThat(file.url(URI.create("https://huggingface.co/")))
        .hasToString(
            "https://huggingface.co/datasets/org/data/resolve/refs%2Fpr%2F1/images/part%201.zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/../../b", "/etc/passwd", "a\\b", "", "a//b", "C:/a"})
  void refusesAPathThatLeadsOutOfTheCache(String path) {
    assertThatThrownBy(() -> new HubFile(REPOSITORY, "main", path))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("'" + path + "'");
  }

  @Test
  void refusesARepositoryThatLeadsOutOfTheCache() {
    assertThatThrownBy(() -> HubRepository.model("../x"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("organisation/name");
  }
}
