package io.genai.sessions.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubSettingsTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void findsThePublicHubAndTheUsersCacheByDefault() {
    HubSettings settings = HubSettings.of(Map.of(), HOME);
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
    assertThat(settings.cache()).isEqualTo(Path.of("/home/ada/.cache/huggingface/hub"));
    assertThat(settings.token()).isEmpty();
    assertThat(settings.offline()).isFalse();
  }

  @Test
  void readsTheVariablesOfTheHubsOwnTools() {
    HubSettings settings =
        HubSettings.of(
            Map.of(
                "HF_HOME", "/models",
                "HF_ENDPOINT", "https://mirror.example",
                "HF_TOKEN", " hf_abc ",
                "HF_HUB_OFFLINE", "1"),
            HOME);
    assertThat(settings)
        .isEqualTo(
            new HubSettings(
                URI.create("https://mirror.example"),
                Path.of("/models/hub"),
                Optional.of("hf_abc"),
                true));
  }

  @Test
  void prefersTheCachesOwnVariable() {
    Map<String, String> environment = Map.of("HF_HOME", "/models", "HF_HUB_CACHE", "/cache");
    assertThat(HubSettings.of(environment, HOME).cache()).isEqualTo(Path.of("/cache"));
  }

  @Test
  void isOnlineWhereOfflineIsZero() {
    assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", "0"), HOME).offline()).isFalse();
  }

  @Test
  void refusesAnEndpointThatIsNoWebAddress() {
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", "ftp://x"), HOME))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("HF_ENDPOINT")
        .hasMessageContaining("ftp://x");
  }

  @Test
  void neverPrintsTheToken() {
    assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf_secret"), HOME).toString())
        .doesNotContain("hf_secret");
  }
}
