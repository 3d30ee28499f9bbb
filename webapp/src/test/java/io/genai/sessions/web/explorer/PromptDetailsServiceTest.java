package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import org.junit.jupiter.api.Test;

class PromptDetailsServiceTest {

  @Test
  void aPromptIsShownWithItsSessionAndAnUnknownOneIsNot() {
    try (WebServices services = WebServices.overShared()) {
      PromptDetailsService details =
          new PromptDetailsService(services.warehouse(), services.model());

      assertThat(details.find(3))
          .hasValueSatisfying(
              prompt -> {
                assertThat(prompt.session()).isPresent();
                assertThat(prompt.sensitive()).isTrue();
                assertThat(prompt.fields())
                    .extracting(PromptDetails.Field::name)
                    .contains("Status", "Latency", "Art style", "Seed");
              });
      assertThat(details.find(-1)).isEmpty();
    }
  }
}
